import { filterLink } from "../../lib/aws/alarms/dead-filter";
import { claimOf } from "../../lib/aws/alarms/link";
import { LogMetricFilter } from "../../lib/aws/logs/metric-filter";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-dead-filter",
  on: inStack(LogMetricFilter),
  severity: "high",
  preset: "recommended",
  summary: "A metric filter must match some events, and not all of a trail",
  why: "A filter that matches nothing silences its alarm for ever; one that matches everything makes it ring until nobody listens.",
  fix: "Write the pattern of what the alarm is about.",
  practice: 15,

  nist: ["AU-6", "SI-4"],
  messages: { dead: { what: "{what}", fix: "{fix}" } },
  *check({ stack, subject }, { must }) {
    const link = filterLink(stack, subject);
    yield* must(claimOf(link), "dead", { what: link.what, fix: link.fix ?? "" });
  },
});
