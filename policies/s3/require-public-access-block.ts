import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { publicAccessSettings } from "../../lib/aws/s3/configuration";
import { hasPublicAccessBlock, isBlocked } from "../../lib/aws/s3/public-access";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-public-access-block",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The trail's bucket must block public access",
  why: "One careless policy or ACL later the account's whole history is on the internet; the block makes AWS refuse it.",
  fix: "Declare an `aws.s3.BucketPublicAccessBlock` for the bucket with all four settings true.",
  practice: 15,
  covers: [
    "ct.bucket.not-public",
    "s3.bpa.exists",
    "s3.bpa.block-public-acls",
    "s3.bpa.block-public-policy",
    "s3.bpa.ignore-public-acls",
    "s3.bpa.restrict-public-buckets",
  ],
  nist: ["AC-3", "AU-9"],
  messages: {
    missing: "the trail's bucket `{bucket}` has no public access block",
    off: {
      what: "the public access block of the trail's bucket `{bucket}` leaves `{setting}` off",
      fix: "Set `{setting}: true`.",
    },
  },
  *check(bucket, { must }) {
    yield* must(hasPublicAccessBlock(bucket), "missing", { bucket: bucket.name });
    if (bucket.publicAccessBlock.kind !== "known") return;
    for (const setting of publicAccessSettings) {
      yield* must(isBlocked(bucket, setting), "off", { bucket: bucket.name, setting });
    }
  },
});
