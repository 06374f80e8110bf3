import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-delivery-notice",
  on: Trail,
  severity: "low",
  preset: "strict",
  summary: "Trails must tell an SNS topic when they deliver log files",
  why: "What reads log files as they arrive, and whoever must notice that they stopped arriving, lives on these notices.",
  fix: "Set `snsTopicName` to the ARN of an `aws.sns.Topic` whose policy lets CloudTrail publish.",
  practice: 15,
  covers: ["ct.sns"],
  nist: ["AU-5", "SI-4"],
  messages: { noTopic: "trail `{trail}` tells nobody when it delivers log files" },
  *check(trail, { must }) {
    yield* must(isGiven(trail.snsTopicName), "noTopic", { trail: trail.name });
  },
});
