import policy from "../../../policies/iam/no-keys-in-tags";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const keyId = `AKIAIOSFODNN7EXAMPLE`;

export default policyTest(policy, {
  pass: [
    { name: "tags of any kind", given: declareType("aws:s3/bucket:Bucket", "data", { tags: { owner: "data team" } }) },
    {
      name: "a tag that is not known yet",
      given: declareType("aws:s3/bucket:Bucket", "data", { tags: { owner: unknown() } }),
      only: "preview",
    },
  ],
  fail: [
    {
      name: "an access key id",
      given: declareType("aws:s3/bucket:Bucket", "data", { tags: { uploader: keyId } }),
      findings: [{ id: "tagged", at: "tags.uploader", data: { name: "data", kind: "access key id" } }],
    },
  ],
  unknown:
    "A tag that is not known yet is read after the deployment; leaving every one of them open would hide what matters.",
  silentWhenUnknown: {
    "Bucket.tags": "what is known later is not written into the program",
  },
});
