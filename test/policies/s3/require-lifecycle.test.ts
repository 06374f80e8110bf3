import { BucketLifecycleConfiguration } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-lifecycle";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withStatus(status: object | string) {
  const rules = [{ id: "forget", status, expiration: { days: 2557 } }];
  return trailTo(bucket, declare(BucketLifecycleConfiguration, "audit", { bucket: bucket.id, rules }));
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "a rule", given: withStatus("Enabled") },
    {
      name: "a rule in the bucket",
      given: trailTo(bucketWith({ lifecycleRules: [{ enabled: true, expiration: { days: 2557 } }] })),
    },
  ],
  fail: [
    {
      name: "none",
      given: [bucket, trail],
      findings: [{ id: "noLifecycle", at: "", data: { bucket: "audit" } }],
      controls: ["s3.lifecycle"],
    },
    {
      name: "a rule that is off",
      given: withStatus("Disabled"),
      findings: [{ id: "noLifecycle", at: "rules[0].status" }],
    },
    {
      name: "no rules",
      given: trailTo(bucketWith({ lifecycleRules: [] })),
      findings: [{ id: "noLifecycle", at: "lifecycleRules" }],
    },
  ],
  unknown: [
    undecided,
    { name: "a status of another stack", given: withStatus(external("Enabled")), at: "rules[0].status" },
  ],
});
