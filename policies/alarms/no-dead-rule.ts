import { ruleLink } from "../../lib/aws/alarms/dead-rule";
import { claimOf } from "../../lib/aws/alarms/link";
import { EventRule } from "../../lib/aws/events/event-rule";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-dead-rule",
  on: inStack(EventRule),
  severity: "high",
  preset: "recommended",
  summary: "A rule must have a pattern that some event matches",
  why: "EventBridge accepts patterns that no event from CloudTrail will ever match, and never says so.",
  fix: "Write the pattern as the events are.",
  practice: 15,

  nist: ["AU-6", "SI-4"],
  messages: { dead: { what: "{what}", fix: "{fix}" } },
  *check({ stack, subject }, { must }) {
    const link = ruleLink(stack, subject);
    yield* must(claimOf(link), "dead", { what: link.what, fix: link.fix ?? "" });
  },
});
