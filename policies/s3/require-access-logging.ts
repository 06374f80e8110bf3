import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { logsAccess } from "../../lib/aws/s3/access-logs";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-access-logging",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "Access to the trail's bucket should be logged",
  why: "Without access logs nobody learns who read or deleted the log files.",
  fix: "Declare an `aws.s3.BucketLogging` whose `targetBucket` is another bucket.",
  practice: 15,
  covers: ["ct.bucket.access-logging", "s3.access-logging"],
  nist: ["AU-9", "AU-12"],
  messages: { notLogged: "access to the trail's bucket `{bucket}` is not logged" },
  *check(bucket, { must }) {
    yield* must(logsAccess(bucket), "notLogged", { bucket: bucket.name });
  },
});
