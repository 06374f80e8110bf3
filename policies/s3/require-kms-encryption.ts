import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { isOwnKey, usesKms } from "../../lib/aws/s3/encryption";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-kms-encryption",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The trail's bucket should be encrypted with a key of one's own",
  why: "Encryption that S3 undoes for everybody who may read the bucket protects from nothing but a stolen disk.",
  fix: 'Declare an `aws.s3.BucketServerSideEncryptionConfiguration` with `sseAlgorithm: "aws:kms"` and the ARN of a key as `kmsMasterKeyId`.',
  practice: 15,
  covers: ["s3.encryption.kms", "s3.encryption.sse"],
  nist: ["SC-28", "AU-9"],
  messages: {
    noKey: "the default encryption of the trail's bucket `{bucket}` is with S3's own keys",
    awsKey:
      "the trail's bucket `{bucket}` is encrypted with the key that AWS keeps for S3, whose policy nobody can change",
  },
  *check(bucket, { must }) {
    const withKey = usesKms(bucket);
    yield* must(withKey, "noKey", { bucket: bucket.name });
    if (withKey.truth === "yes") yield* must(isOwnKey(bucket), "awsKey", { bucket: bucket.name });
  },
});
