import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { allowsEverybodyBut, statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-policy-not-principal",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The policy of the trail's bucket must not allow everybody but some",
  why: "`Allow` with `NotPrincipal` lets in every AWS account and even who has none, all but the few that it names.",
  fix: "Name who is allowed in `Principal`.",
  practice: 9,
  covers: ["s3.policy.not-principal"],
  nist: ["AC-3", "AC-6"],
  messages: {
    everybodyBut:
      "statement `{statement}` of the policy of the trail's bucket `{bucket}` allows everybody but some principals",
  },
  *check(bucket, { must }) {
    for (const { name, claim } of statementsWhere(bucket.policy, allowsEverybodyBut)) {
      yield* must(negate(claim), "everybodyBut", { bucket: bucket.name, statement: name });
    }
  },
});
