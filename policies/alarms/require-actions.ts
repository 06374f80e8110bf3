import { actionsLink } from "../../lib/aws/alarms/actions";
import { compositesOf } from "../../lib/aws/alarms/composites";
import { claimOf } from "../../lib/aws/alarms/link";
import { Alarm } from "../../lib/aws/cloudwatch/alarm";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-actions",
  on: inStack(Alarm),
  severity: "medium",
  preset: "recommended",
  summary: "Alarms must do something when they go to ALARM",
  why: "An alarm without an action, or with its actions switched off, changes its colour on a page that nobody looks at.",
  fix: "Set `alarmActions` to the ARN of a topic that somebody listens to.",
  practice: 15,
  covers: ["alarm.actions-enabled", "alarm.has-action"],
  nist: ["AU-5", "SI-4"],
  messages: { noAction: { what: "{what}", fix: "{fix}" } },
  *check({ stack, subject }, { must }) {
    if (compositesOf(stack, subject).length > 0) return;
    const link = actionsLink(subject);
    yield* must(claimOf(link), "noAction", { what: link.what, fix: link.fix ?? "" });
  },
});
