import { BucketObjectLockConfiguration, BucketVersioning } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-deletion-protection";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withLock(rule?: object) {
  return trailTo(
    bucketWith({ objectLockEnabled: true }),
    declare(BucketObjectLockConfiguration, "audit", { bucket: "audit-logs", ...(rule ? { rule } : {}) }),
  );
}

function withMfaDelete(mfaDelete: object | string) {
  const versioningConfiguration = { status: "Enabled", mfaDelete };
  return trailTo(bucket, declare(BucketVersioning, "audit", { bucket: bucket.id, versioningConfiguration }));
}

const retention = { defaultRetention: { mode: "COMPLIANCE", days: 365 } };

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "a default lock", given: withLock(retention) },
    {
      name: "a default lock, in the bucket",
      given: trailTo(bucketWith({ objectLockConfiguration: { objectLockEnabled: "Enabled", rule: retention } })),
    },
    { name: "MFA delete", given: withMfaDelete("Enabled") },
    {
      name: "MFA delete, in the bucket",
      given: trailTo(bucketWith({ versioning: { enabled: true, mfaDelete: true } })),
    },
  ],
  fail: [
    {
      name: "neither",
      given: [bucket, trail],
      findings: [{ id: "unprotected", at: "", data: { bucket: "audit" } }],
      controls: ["s3.mfa-delete", "ct.bucket.mfa-delete"],
    },
    { name: "MFA delete is off", given: withMfaDelete("Disabled"), findings: [{ id: "unprotected", at: "" }] },
    {
      name: "a lock that nothing uses by default",
      given: withLock(),
      findings: [{ id: "unprotected", on: "audit", at: "rule" }],
      controls: ["s3.object-lock"],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a value of another stack",
      given: withMfaDelete(external("Enabled")),
      at: "versioningConfiguration.mfaDelete",
    },
  ],
});
