import { BucketAcl } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/no-acl-changes";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { bucket, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const owner = { id: "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a" };

function withGrant(permission: object | string) {
  const grants = [{ permission, grantee: { type: "CanonicalUser", id: "another" } }];
  return trailTo(bucket, declare(BucketAcl, "audit", { bucket: bucket.id, accessControlPolicy: { owner, grants } }));
}

export default policyTest(policy, {
  pass: [...elsewhere, { name: "none", given: [bucket, trail] }, { name: "to read", given: withGrant("READ") }],
  fail: [
    {
      name: "to change the ACL",
      given: withGrant("WRITE_ACP"),
      findings: [{ id: "granted", at: "accessControlPolicy.grants[0].permission", data: { bucket: "audit" } }],
      controls: ["s3.acl.write-acp"],
    },
  ],
  unknown: [
    undecided,
    { name: "a permission not known yet", given: withGrant(unknown()), at: "accessControlPolicy.grants[0].permission" },
  ],
});
