import { BucketPolicy } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-bucket-policy";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { bucket, bucketArn, bucketWith, elsewhere, trail, trailTo, undecided, withPolicy } from "./trail-bucket";

const statement = {
  Effect: "Allow",
  Principal: { Service: "cloudtrail.amazonaws.com" },
  Action: "s3:GetBucketAcl",
  Resource: bucketArn,
};
const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "a policy", given: withPolicy(statement) },
    { name: "in the bucket", given: trailTo(bucketWith({ policy: text })) },
  ],
  fail: [
    {
      name: "none",
      given: [bucket, trail],
      findings: [{ id: "noPolicy", at: "", data: { bucket: "audit" } }],
      controls: ["s3.policy.exists"],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a policy of a bucket that is not known yet",
      given: trailTo(bucket, declare(BucketPolicy, "some", { bucket: unknown(), policy: text })),
      at: "bucket",
    },
  ],
});
