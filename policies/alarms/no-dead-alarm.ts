import { alarmDeathLink } from "../../lib/aws/alarms/dead-alarm";
import { claimOf } from "../../lib/aws/alarms/link";
import { MetricAlarm } from "../../lib/aws/cloudwatch/metric-alarm";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-dead-alarm",
  on: inStack(MetricAlarm),
  severity: "high",
  preset: "recommended",
  summary: "An alarm on a metric filter must be able to ring, and to stop",
  why: "An alarm that can never ring, or never stops ringing, looks exactly like one that has nothing to report.",
  fix: "Let one event raise the alarm, and a quiet period end it.",
  practice: 15,

  nist: ["AU-6", "SI-4"],
  messages: { dead: { what: "{what}", fix: "{fix}" } },
  *check({ stack, subject }, { must }) {
    const link = alarmDeathLink(stack, subject);
    if (link) yield* must(claimOf(link), "dead", { what: link.what, fix: link.fix ?? "" });
  },
});
