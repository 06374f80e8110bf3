import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Key } from "../../../lib/aws/kms/key";
import policy from "../../../policies/kms/limit-deletion-window";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external } from "../../support/program";

function trailWithKey(deletionWindowInDays?: number) {
  const key = declare(Key, "logs", deletionWindowInDays === undefined ? {} : { deletionWindowInDays });
  return [key, declare(Trail, "main", { s3BucketName: "audit-logs", kmsKeyId: key.arn })];
}

const hasty = declare(Key, "logs", { deletionWindowInDays: 7 });
const open = declare(Key, "logs", { deletionWindowInDays: external("7") });
const bucket = declareType("aws:s3/bucket:Bucket", "audit");
const encryption = declareType(
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "audit",
  {
    bucket: bucket.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: hasty.arn } }],
  },
);

export default policyTest(policy, {
  pass: [
    { name: "thirty days, as AWS does by itself", given: trailWithKey() },
    { name: "thirty days", given: trailWithKey(30) },
    { name: "a laxer site", config: { minimumDays: 14 }, given: trailWithKey(14) },
    { name: "a key that encrypts nothing of the trail", given: hasty },
  ],
  fail: [
    {
      name: "a week",
      given: trailWithKey(7),
      findings: [
        {
          id: "tooShort",
          at: "deletionWindowInDays",
          data: { key: "logs", days: "7", encrypts: "trail `main`", minimum: "30" },
        },
      ],
      controls: ["kms.deletion-window"],
    },
    {
      name: "the key of the trail's bucket",
      given: [hasty, bucket, encryption, declare(Trail, "main", { s3BucketName: bucket.id })],
      findings: [
        {
          id: "tooShort",
          at: "deletionWindowInDays",
          data: { key: "logs", days: "7", encrypts: "the trail's bucket `audit`", minimum: "30" },
        },
      ],
    },
  ],
  unknown: [
    {
      name: "a figure of another stack",
      given: [open, declare(Trail, "main", { s3BucketName: "audit-logs", kmsKeyId: open.arn })],
      at: "deletionWindowInDays",
    },
  ],
});
