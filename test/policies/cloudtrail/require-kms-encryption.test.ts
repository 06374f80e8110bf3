import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-kms-encryption";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external, unknown } from "../../support/program";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const key = declareType("aws:kms/key:Key", "trail");

export default policyTest(policy, {
  pass: [
    { name: "a key of the stack", given: [declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: key.arn }), key] },
    {
      name: "a key of another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: external(keyArn) }),
    },
    { name: "a key by its ARN", given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: keyArn }) },
    { name: "an alias of one's own", given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: "alias/trail" }) },
    {
      name: "a key that is not known yet",
      given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: unknown() }),
      only: "preview",
    },
  ],
  fail: [
    {
      name: "S3's own encryption only",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "noKey", at: "kmsKeyId", data: { trail: "main" } }],
      controls: ["ct.kms"],
    },
    {
      name: "an empty key",
      given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: "" }),
      findings: [{ id: "noKey", at: "kmsKeyId" }],
    },
    {
      name: "an AWS managed key",
      given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: "alias/aws/s3" }),
      findings: [{ id: "awsKey", at: "kmsKeyId", data: { trail: "main", key: "alias/aws/s3" } }],
    },
  ],
  unknown: [
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: [] }),
      at: "kmsKeyId",
    },
  ],
  silentWhenUnknown: {
    "Trail.kmsKeyId": "a key that is known later is one that the program makes or looks up, and none of AWS",
  },
});
