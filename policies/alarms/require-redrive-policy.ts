import { TopicSubscription } from "../../lib/aws/sns/topic-subscription";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-redrive-policy",
  on: TopicSubscription,
  severity: "low",
  preset: "strict",
  summary: "Subscriptions must have a queue for what could not be delivered",
  why: "SNS gives up after its retries: without a queue nobody learns that a notice was lost.",
  fix: "Set `redrivePolicy` with the ARN of an SQS queue as `deadLetterTargetArn`.",
  practice: 15,
  covers: ["sns.subscription.redrive"],
  nist: ["AU-5", "SI-11"],
  messages: { lost: "what subscription `{subscription}` does not take is lost" },
  *check({ name, redrivePolicy }, { must }) {
    yield* must(isGiven(redrivePolicy), "lost", { subscription: name });
  },
});
