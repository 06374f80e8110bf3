import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { isOpenToTheInternet } from "../../lib/aws/strangers";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-public-policy",
  on: trailBuckets,
  severity: "critical",
  preset: "recommended",
  summary: "The policy of the trail's bucket must not let strangers in",
  why: "Who reads the log files learns who does what with which keys and addresses; who deletes them covers the tracks.",
  fix: 'Name the principals, or add a condition that keeps strangers out, such as `StringEquals: { "aws:PrincipalOrgID": "<organization>" }`.',
  practice: 9,
  covers: ["ct.bucket.not-public", "s3.policy.any-principal"],
  nist: ["AC-3", "AU-9"],
  messages: { open: "statement `{statement}` of the policy of the trail's bucket `{bucket}` lets everybody in" },
  *check(bucket, { must }) {
    for (const { name, claim } of statementsWhere(bucket.policy, isOpenToTheInternet)) {
      yield* must(negate(claim), "open", { bucket: bucket.name, statement: name });
    }
  },
});
