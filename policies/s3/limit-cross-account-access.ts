import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { foreignPrincipals } from "../../lib/aws/s3/grantees";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-limit-cross-account-access",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The policy of the trail's bucket should let in only accounts that are trusted",
  why: "Whoever controls the other account controls what it may do with the log files, with nothing to see in this one.",
  fix: "Remove the principal, or add its account to `trustedAccounts`.",
  practice: 14,
  covers: ["s3.policy.cross-account"],
  nist: ["AC-3", "AC-6"],
  messages: {
    foreign: "statement `{statement}` of the policy of the trail's bucket `{bucket}` lets in account {account}",
  },
  *check(bucket, { settings, must }) {
    for (const { statement, account, isForeign } of foreignPrincipals(bucket, settings.trustedAccounts)) {
      yield* must(negate(isForeign), "foreign", { bucket: bucket.name, statement, account });
    }
  },
});
