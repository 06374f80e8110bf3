import { actionsLink } from "../../lib/aws/alarms/actions";
import { compositesOf } from "../../lib/aws/alarms/composites";
import { claimOf } from "../../lib/aws/alarms/link";
import { Alarm } from "../../lib/aws/cloudwatch/alarm";
import { inStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
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
    const composites = compositesOf(stack, subject);
    if (composites.some(({ composite }) => composite.alarmRule.kind === "known")) return;
    const link = actionsLink(subject);
    const followed = composites.map((each) => claimOf(each.link));
    yield* must(some(claimOf(link), ...followed), "noAction", { what: link.what, fix: link.fix ?? "" });
  },
});
