import { BucketLogging } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-access-logging";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withTarget(targetBucket: object | string, options: object = {}) {
  return trailTo(
    bucket,
    declare(BucketLogging, "audit", { bucket: bucket.id, targetBucket, targetPrefix: "audit/" }, options),
  );
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "into another bucket", given: withTarget("access-logs") },
    { name: "into a bucket of another stack", given: withTarget(external("access-logs")) },
    {
      name: "under the former name",
      given: withTarget("access-logs", { type: "aws:s3/bucketLoggingV2:BucketLoggingV2" }),
    },
    { name: "in the bucket", given: trailTo(bucketWith({ logging: { targetBucket: "access-logs" } })) },
    { name: "in the later bucket", given: trailTo(bucketV2With({ loggings: [{ targetBucket: "access-logs" }] })) },
  ],
  fail: [
    {
      name: "nowhere",
      given: [bucket, trail],
      findings: [{ id: "notLogged", at: "", data: { bucket: "audit" } }],
      controls: ["ct.bucket.access-logging", "s3.access-logging"],
    },
  ],
  unknown: [
    undecided,
    {
      name: "logging of a bucket that is not known yet",
      given: trailTo(
        bucket,
        declare(BucketLogging, "some", { bucket: unknown(), targetBucket: "access-logs", targetPrefix: "" }),
      ),
      at: "bucket",
    },
  ],
});
