import { BucketOwnershipControls } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-acls-disabled";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withOwnership(objectOwnership: unknown) {
  return trailTo(bucket, declare(BucketOwnershipControls, "audit", { bucket: bucket.id, rule: { objectOwnership } }));
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "nothing said, as AWS does since 2023", given: [bucket, trail] },
    { name: "off", given: withOwnership("BucketOwnerEnforced") },
  ],
  fail: [
    {
      name: "for the bucket's owner",
      given: withOwnership("BucketOwnerPreferred"),
      findings: [
        { id: "enabled", at: "rule.objectOwnership", data: { bucket: "audit", ownership: "BucketOwnerPreferred" } },
      ],
      controls: ["s3.acl.disabled"],
    },
    {
      name: "for whoever writes",
      given: withOwnership("ObjectWriter"),
      findings: [{ id: "enabled", at: "rule.objectOwnership" }],
    },
  ],
  unknown: [
    undecided,
    { name: "a value of another stack", given: withOwnership(external("ObjectWriter")), at: "rule.objectOwnership" },
  ],
});
