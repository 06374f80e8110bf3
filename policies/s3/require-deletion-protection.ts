import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-deletion-protection",
  on: trailBuckets,
  severity: "medium",
  preset: "strict",
  summary: "Log files in the trail's bucket should be protected from deletion",
  why: "Even with versions an administrator, or who has stolen their credentials, can delete the evidence for good.",
  fix: "Give the bucket `objectLockEnabled: true` and an `aws.s3.BucketObjectLockConfiguration` with a default retention, or switch MFA delete on.",
  practice: 15,
  covers: ["ct.bucket.mfa-delete", "s3.mfa-delete", "s3.object-lock"],
  nist: ["AU-9", "CP-9"],
  messages: {
    unprotected:
      "log files in the trail's bucket `{bucket}` can be deleted for good: it has neither a default object lock nor MFA delete",
  },
  *check({ locksObjects, mfaDelete, name: bucket }, { must }) {
    yield* must(some(locksObjects, mfaDelete), "unprotected", { bucket });
  },
});
