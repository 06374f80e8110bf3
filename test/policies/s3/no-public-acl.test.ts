import { BucketAcl } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/no-public-acl";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, bucketV2With, bucketWith, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const everybody = "http://acs.amazonaws.com/groups/global/AllUsers";
const everyAccount = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const logDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

function withAcl(args: object) {
  return trailTo(bucket, declare(BucketAcl, "audit", { bucket: bucket.id, ...args }));
}

function withGrant(uri: string, permission: string) {
  const grants = [{ permission, grantee: { type: "Group", uri } }];
  return withAcl({
    accessControlPolicy: { owner: { id: "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a" }, grants },
  });
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "none", given: [bucket, trail] },
    { name: "private", given: withAcl({ acl: "private" }) },
    { name: "for log delivery", given: withGrant(logDelivery, "WRITE") },
    { name: "private, in the bucket", given: trailTo(bucketWith({ acl: "log-delivery-write" })) },
  ],
  fail: [
    {
      name: "public-read",
      given: withAcl({ acl: "public-read" }),
      findings: [{ id: "publicRead", at: "acl", data: { bucket: "audit" } }],
      controls: ["s3.acl.public-read", "ct.bucket.not-public"],
    },
    {
      name: "public-read-write",
      given: withAcl({ acl: "public-read-write" }),
      findings: [
        { id: "publicRead", at: "acl" },
        { id: "publicWrite", at: "acl", data: { bucket: "audit" } },
      ],
      controls: ["s3.acl.public-write"],
    },
    {
      name: "authenticated-read",
      given: withAcl({ acl: "authenticated-read" }),
      findings: [{ id: "anyAccount", at: "acl", data: { bucket: "audit" } }],
      controls: ["s3.acl.authenticated-users"],
    },
    {
      name: "public-read, in the bucket",
      given: trailTo(bucketWith({ acl: "public-read" })),
      findings: [{ id: "publicRead", at: "acl" }],
    },
    {
      name: "a grant to everybody to write",
      given: withGrant(everybody, "WRITE"),
      findings: [{ id: "publicWrite", at: "accessControlPolicy.grants[0].permission" }],
    },
    {
      name: "a grant to every account",
      given: withGrant(everyAccount, "READ_ACP"),
      findings: [{ id: "anyAccount", at: "accessControlPolicy.grants[0].grantee.uri" }],
    },
    {
      name: "a grant in the bucket",
      given: trailTo(bucketV2With({ grants: [{ type: "Group", uri: everybody, permissions: ["READ"] }] })),
      findings: [{ id: "publicRead", at: "grants[0].permissions[0]" }],
    },
  ],
  unknown: [undecided, { name: "an ACL of another stack", given: withAcl({ acl: external("private") }), at: "acl" }],
});
