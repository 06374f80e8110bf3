import { BucketLogging } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/no-own-access-log-target";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { bucket, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withTarget(targetBucket: object | string) {
  return trailTo(bucket, declare(BucketLogging, "audit", { bucket: bucket.id, targetBucket, targetPrefix: "audit/" }));
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "nowhere", given: [bucket, trail] },
    { name: "another bucket", given: withTarget("access-logs") },
    { name: "a bucket of another stack", given: withTarget(external("access-logs")) },
  ],
  fail: [
    {
      name: "itself",
      given: withTarget(bucket.id),
      findings: [{ id: "own", at: "targetBucket", data: { bucket: "audit" } }],
    },
    { name: "itself by name", given: withTarget("audit-logs"), findings: [{ id: "own", at: "targetBucket" }] },
    {
      name: "itself, in the bucket",
      given: trailTo(bucketWith({ logging: { targetBucket: "audit-logs" } })),
      findings: [{ id: "own", at: "logging.targetBucket" }],
    },
  ],
  unknown: [undecided, { name: "a target not known yet", given: withTarget(unknown()), at: "targetBucket" }],
});
