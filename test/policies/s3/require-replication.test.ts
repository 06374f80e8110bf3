import { BucketReplicationConfig } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-replication";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const destination = { bucket: "arn:aws:s3:::audit-logs-copy" };

function withStatus(status: object | string) {
  const role = "arn:aws:iam::123456789012:role/replication";
  return trailTo(
    bucket,
    declare(BucketReplicationConfig, "audit", { bucket: bucket.id, role, rules: [{ status, destination }] }),
  );
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "a rule", given: withStatus("Enabled") },
    {
      name: "a rule in the bucket",
      given: trailTo(bucketWith({ replicationConfiguration: { rules: [{ status: "Enabled", destination }] } })),
    },
  ],
  fail: [
    {
      name: "none",
      given: [bucket, trail],
      findings: [{ id: "notReplicated", at: "", data: { bucket: "audit" } }],
      controls: ["s3.replication"],
    },
    {
      name: "a rule that is off",
      given: withStatus("Disabled"),
      findings: [{ id: "notReplicated", at: "rules[0].status" }],
    },
  ],
  unknown: [
    undecided,
    { name: "a status of another stack", given: withStatus(external("Enabled")), at: "rules[0].status" },
  ],
});
