import { Key } from "../../../lib/aws/kms/key";
import { BucketEncryption } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-kms-encryption";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const key = declare(Key, "logs");

function withDefault(applied: object, options: object = {}) {
  const rules = [{ applyServerSideEncryptionByDefault: applied, bucketKeyEnabled: true }];
  return trailTo(bucket, key, declare(BucketEncryption, "audit", { bucket: bucket.id, rules }, options));
}

const inBucket = { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn };
const formerName = "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
const atRule = "rules[0].applyServerSideEncryptionByDefault";

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "a key", given: withDefault({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn }) },
    { name: "a key, twice over", given: withDefault({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: key.arn }) },
    {
      name: "a key of another stack",
      given: withDefault({
        sseAlgorithm: "aws:kms",
        kmsMasterKeyId: external("arn:aws:kms:us-east-1:123456789012:key/1234abcd"),
      }),
    },
    { name: "under the former name", given: withDefault(inBucket, { type: formerName }) },
    {
      name: "in the bucket",
      given: [
        ...trailTo(
          bucketWith({ serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: inBucket } } }),
        ),
        key,
      ],
    },
    {
      name: "in the later bucket",
      given: [
        ...trailTo(
          bucketV2With({
            serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [inBucket] }] }],
          }),
        ),
        key,
      ],
    },
  ],
  fail: [
    {
      name: "nothing said",
      given: [bucket, trail],
      findings: [{ id: "noKey", at: "", data: { bucket: "audit" } }],
      controls: ["s3.encryption.sse"],
    },
    {
      name: "S3's own keys",
      given: withDefault({ sseAlgorithm: "AES256" }),
      findings: [{ id: "noKey", at: `${atRule}.sseAlgorithm` }],
      controls: ["s3.encryption.kms"],
    },
    {
      name: "AWS's key for S3",
      given: withDefault({ sseAlgorithm: "aws:kms" }),
      findings: [{ id: "awsKey", at: `${atRule}.kmsMasterKeyId`, data: { bucket: "audit" } }],
    },
    {
      name: "AWS's key for S3 by name",
      given: withDefault({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }),
      findings: [{ id: "awsKey", at: `${atRule}.kmsMasterKeyId` }],
    },
  ],
  unknown: [
    undecided,
    {
      name: "an algorithm of another stack",
      given: withDefault({ sseAlgorithm: external("aws:kms") }),
      at: `${atRule}.sseAlgorithm`,
    },
  ],
  silentWhenUnknown: {
    "BucketServerSideEncryptionConfiguration.rules":
      "a key that is known later is one that the program makes or looks up, and none of AWS",
  },
});
