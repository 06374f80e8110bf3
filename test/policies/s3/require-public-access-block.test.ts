import { AccountPublicAccessBlock, BucketPublicAccessBlock } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-public-access-block";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { bucket, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const ofAccount = declare(AccountPublicAccessBlock, "account", all);

function withBlock(settings: object) {
  return [bucket, trail, declare(BucketPublicAccessBlock, "audit", { bucket: bucket.id, ...settings })];
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "all four", given: withBlock(all) },
    { name: "the account's block", given: trailTo(bucket, ofAccount) },
    {
      name: "the account's block makes up for the bucket's",
      given: [...withBlock({ ...all, blockPublicAcls: false }), ofAccount],
    },
    {
      name: "by the bucket's name",
      given: trailTo(bucket, declare(BucketPublicAccessBlock, "audit", { bucket: "audit-logs", ...all })),
    },
  ],
  fail: [
    {
      name: "none",
      given: [bucket, trail],
      findings: [{ id: "missing", at: "", data: { bucket: "audit" } }],
      controls: ["s3.bpa.exists"],
    },
    {
      name: "the account's block lacks a setting",
      given: trailTo(bucket, declare(AccountPublicAccessBlock, "account", { ...all, ignorePublicAcls: false })),
      findings: [{ id: "missing", at: "" }],
    },
    {
      name: "another bucket's",
      given: trailTo(bucket, declare(BucketPublicAccessBlock, "website", { bucket: "website", ...all })),
      findings: [{ id: "missing", at: "" }],
      controls: ["ct.bucket.not-public"],
    },
    {
      name: "ACLs are not blocked",
      given: withBlock({ ...all, blockPublicAcls: false }),
      findings: [off("blockPublicAcls")],
      controls: ["s3.bpa.block-public-acls"],
    },
    {
      name: "policies are not blocked",
      given: withBlock({ ...all, blockPublicPolicy: false }),
      findings: [off("blockPublicPolicy")],
      controls: ["s3.bpa.block-public-policy"],
    },
    {
      name: "ACLs are not ignored",
      given: withBlock({ ...all, ignorePublicAcls: null }),
      findings: [off("ignorePublicAcls")],
      controls: ["s3.bpa.ignore-public-acls"],
    },
    {
      name: "public buckets are not restricted",
      given: withBlock({ ...all, restrictPublicBuckets: false }),
      findings: [off("restrictPublicBuckets")],
      controls: ["s3.bpa.restrict-public-buckets"],
    },
  ],
  unknown: [
    undecided,
    {
      name: "a setting of another stack",
      given: withBlock({ ...all, blockPublicAcls: external("true") }),
      at: "blockPublicAcls",
    },
    {
      name: "a block of a bucket that is not known yet",
      given: trailTo(bucket, declare(BucketPublicAccessBlock, "some", { bucket: unknown(), ...all })),
      at: "bucket",
    },
  ],
});

function off(setting: string) {
  return { id: "off", on: "audit", at: setting, data: { bucket: "audit", setting } };
}
