import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-versioning",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The trail's bucket must keep versions",
  why: "Without versions a log file that is overwritten or deleted is gone; with them it is still there.",
  fix: 'Declare an `aws.s3.BucketVersioning` with `status: "Enabled"`.',
  practice: 15,
  covers: ["s3.versioning"],
  nist: ["AU-9", "CP-9"],
  messages: { notVersioned: "the trail's bucket `{bucket}` keeps no versions" },
  *check({ versioned, name: bucket }, { must }) {
    yield* must(versioned, "notVersioned", { bucket });
  },
});
