import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { BucketLifecycleConfiguration } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-retention";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withRule(rule: object, options: object = {}) {
  const rules = [{ id: "forget", status: "Enabled", ...rule }];
  return trailTo(bucket, declare(BucketLifecycleConfiguration, "audit", { bucket: bucket.id, rules }, options));
}

function withPrefix(prefix: string, s3KeyPrefix?: object | string) {
  const rules = [{ id: "forget", status: "Enabled", filter: { prefix }, expiration: { days: 30 } }];
  const main = declare(Trail, "main", {
    s3BucketName: bucket.id,
    ...(s3KeyPrefix === undefined ? {} : { s3KeyPrefix }),
  });
  return [bucket, main, declare(BucketLifecycleConfiguration, "audit", { bucket: bucket.id, rules })];
}

const tooShort = [
  {
    id: "tooShort",
    at: "rules[0].expiration.days",
    data: { bucket: "audit", rule: "forget", days: "30", minimum: "365" },
  },
];
const former = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "for ever", given: [bucket, trail] },
    { name: "a year", given: withRule({ expiration: { days: 365 } }) },
    { name: "a laxer site", config: { minimumDays: 30 }, given: withRule({ expiration: { days: 30 } }) },
    { name: "a rule that is off", given: withRule({ status: "Disabled", expiration: { days: 1 } }) },
    { name: "other objects", given: withPrefix("tmp/") },
    { name: "another service's objects", given: withPrefix("AWSLogs/123456789012/Config/") },
    { name: "objects outside the trail's prefix", given: withPrefix("AWSLogs/", "security") },
    {
      name: "objects with a tag",
      given: withRule({ filter: { tag: { key: "keep", value: "no" } }, expiration: { days: 1 } }),
    },
    { name: "only old versions", given: withRule({ noncurrentVersionExpiration: { noncurrentDays: 30 } }) },
    { name: "only the storage class", given: withRule({ transitions: [{ days: 30, storageClass: "GLACIER" }] }) },
  ],
  fail: [
    { name: "a month", given: withRule({ expiration: { days: 30 } }), findings: tooShort },
    {
      name: "a month, under the former name",
      given: withRule({ expiration: { days: 30 } }, { type: former }),
      findings: tooShort,
    },
    { name: "log files of one account", given: withPrefix("AWSLogs/123456789012/"), findings: tooShort },
    { name: "digests", given: withPrefix("AWSLogs/123456789012/CloudTrail-Digest/"), findings: tooShort },
    {
      name: "below the trail's prefix",
      given: withPrefix("security/AWSLogs/o-abcdef1234/123456789012/CloudTrail", "security"),
      findings: tooShort,
    },
    {
      name: "a month, in the bucket",
      given: trailTo(bucketWith({ lifecycleRules: [{ id: "forget", enabled: true, expiration: { days: 30 } }] })),
      findings: [{ id: "tooShort", at: "lifecycleRules[0].expiration.days" }],
    },
    {
      name: "a month, in the later bucket",
      given: trailTo(bucketV2With({ lifecycleRules: [{ enabled: true, expirations: [{ days: 30 }] }] })),
      findings: [
        {
          id: "tooShort",
          at: "lifecycleRules[0].expirations[0].days",
          data: { bucket: "audit", rule: "lifecycleRules[0]", days: "30", minimum: "365" },
        },
      ],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a figure of another stack",
      given: withRule({ expiration: { days: external("30") } }),
      at: "rules[0].expiration.days",
    },
    {
      name: "a prefix that is not known yet",
      given: withRule({ prefix: unknown(), expiration: { days: 30 } }),
      at: "rules[0].prefix",
    },
  ],
  knownMisses: [
    {
      name: "on a date",
      given: withRule({ expiration: { date: "2026-12-01T00:00:00Z" } }),
      because: "only expiration by age is judged",
    },
  ],
});
