import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { allowsEveryAction } from "../../lib/aws/s3/bucket-policy";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-wildcard-policy-action",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The policy of the trail's bucket should list the actions that it allows",
  why: "`s3:*` includes deleting the log files, the bucket and the policy that protects them.",
  fix: "List the actions that the principal needs.",
  practice: 9,
  covers: ["s3.policy.wildcard-action"],
  nist: ["AC-6"],
  messages: {
    everything: "statement `{statement}` of the policy of the trail's bucket `{bucket}` allows every action",
  },
  *check(bucket, { must }) {
    for (const { name, claim } of statementsWhere(bucket.policy, allowsEveryAction)) {
      yield* must(negate(claim), "everything", { bucket: bucket.name, statement: name });
    }
  },
});
