import { claimOf } from "../../lib/aws/alarms/link";
import { topicUses } from "../../lib/aws/alarms/publications";
import { negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-unreachable-topic",
  on: topicUses,
  severity: "high",
  preset: "recommended",
  summary: "Alarms and rules must be allowed to publish to their topics",
  why: "A topic whose policy or key shuts CloudWatch or EventBridge out drops every notice; only the alarm's history tells.",
  fix: "Let the topic's policy and the policy of its key admit the service that publishes.",
  practice: 15,

  nist: ["AU-5", "SI-4"],
  messages: { unreachable: { what: "{what}", fix: "{fix}" } },
  *check({ link, isUsed }, { must }) {
    yield* must(some(claimOf(link), negate(isUsed)), "unreachable", { what: link.what, fix: link.fix ?? "" });
  },
});
