import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { allowsAllBut } from "../../lib/aws/s3/bucket-policy";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-policy-not-action",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The policy of the trail's bucket should not allow all but some actions",
  why: "`Allow` with `NotAction` allows whatever AWS adds tomorrow, and today everything that nobody thought of.",
  fix: "List the actions that are allowed in `Action`.",
  practice: 9,
  covers: ["s3.policy.not-action"],
  nist: ["AC-6"],
  messages: {
    allBut: "statement `{statement}` of the policy of the trail's bucket `{bucket}` allows all actions but some",
  },
  *check(bucket, { must }) {
    for (const { name, claim } of statementsWhere(bucket.policy, allowsAllBut)) {
      yield* must(negate(claim), "allBut", { bucket: bucket.name, statement: name });
    }
  },
});
