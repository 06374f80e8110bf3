import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketVersioning } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-versioning";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const enabled = { versioningConfiguration: { status: "Enabled" } };

function withVersioning(status: unknown, options: object = {}) {
  return trailTo(
    bucket,
    declare(BucketVersioning, "audit", { bucket: bucket.id, versioningConfiguration: { status } }, options),
  );
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "on", given: withVersioning("Enabled") },
    {
      name: "on, under the former name",
      given: withVersioning("Enabled", { type: "aws:s3/bucketVersioningV2:BucketVersioningV2" }),
    },
    { name: "on, in the bucket", given: trailTo(bucketWith({ versioning: { enabled: true } })) },
    { name: "on, in the later bucket", given: trailTo(bucketV2With({ versionings: [{ enabled: true }] })) },
    {
      name: "a resource overrides the bucket",
      given: trailTo(
        bucketWith({ versioning: { enabled: false } }),
        declare(BucketVersioning, "audit", { bucket: "audit-logs", ...enabled }),
      ),
    },
    { name: "object lock brings versions", given: trailTo(bucketWith({ objectLockEnabled: true })) },
    {
      name: "in another region",
      given: [
        declare(Bucket, "audit", { bucket: "audit-logs" }, { region: "eu-west-1" }),
        declare(BucketVersioning, "audit", { bucket: "audit-logs", ...enabled }, { region: "eu-west-1" }),
      ],
    },
  ],
  fail: [
    {
      name: "what the provider leaves open in a preview is not what the program says",
      only: "preview",
      given: trailTo(bucketWith({ versioning: unknown() })),
      findings: [{ id: "notVersioned", at: "" }],
    },
    {
      name: "nothing said",
      given: [bucket, trail],
      findings: [{ id: "notVersioned", at: "", data: { bucket: "audit" } }],
      controls: ["s3.versioning"],
    },
    {
      name: "suspended",
      given: withVersioning("Suspended"),
      findings: [{ id: "notVersioned", at: "versioningConfiguration.status" }],
    },
    {
      name: "off in the bucket",
      given: trailTo(bucketWith({ versioning: { enabled: false } })),
      findings: [{ id: "notVersioned", at: "versioning.enabled" }],
    },
    {
      name: "two trails, one bucket, one finding",
      given: [bucket, trail, declare(Trail, "second", { s3BucketName: "audit-logs" })],
      findings: [{ id: "notVersioned", at: "" }],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a status of another stack",
      given: withVersioning(external("Enabled")),
      at: "versioningConfiguration.status",
    },
    {
      name: "versions of a bucket that is not known yet",
      given: trailTo(bucket, declare(BucketVersioning, "some", { bucket: unknown(), ...enabled })),
      at: "bucket",
    },
  ],
});
