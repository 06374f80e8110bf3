import { claimOf } from "../../lib/aws/alarms/link";
import { subscribedLink } from "../../lib/aws/alarms/listeners";
import { alarmTopics } from "../../lib/aws/alarms/publications";
import { negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-subscribers",
  on: alarmTopics,
  severity: "medium",
  preset: "recommended",
  summary: "Topics that alarms or rules publish to must have subscribers",
  why: "A notice to a topic that nobody is subscribed to is lost without a trace.",
  fix: "Declare an `aws.sns.TopicSubscription` for the topic.",
  practice: 15,

  nist: ["AU-5", "IR-6"],
  messages: { unheard: "topic `{topic}` has no subscription, so nobody hears of its alarms" },
  *check({ stack, topic, isUsed }, { must }) {
    yield* must(some(claimOf(subscribedLink(stack, topic)), negate(isUsed)), "unheard", { topic: topic.name });
  },
});
