import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { locksEverybodyOut } from "../../lib/aws/s3/bucket-policy";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-policy-lockout",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The policy of the trail's bucket should not lock everybody out",
  why: "A denial for everybody binds administrators and CloudTrail too: only the root user can remove it.",
  fix: "Add a condition to the denial, or name whom it is meant for.",
  practice: 9,
  covers: ["s3.policy.lockout"],
  nist: ["CP-9"],
  messages: {
    lockedOut:
      "statement `{statement}` of the policy of the trail's bucket `{bucket}` denies everybody what somebody must be able to do",
  },
  *check(bucket, { must }) {
    for (const { name, claim } of statementsWhere(bucket.policy, locksEverybodyOut(bucket))) {
      yield* must(negate(claim), "lockedOut", { bucket: bucket.name, statement: name });
    }
  },
});
