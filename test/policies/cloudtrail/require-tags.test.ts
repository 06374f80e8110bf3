import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-tags";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "any tag", given: declare(Trail, "main", { s3BucketName: "logs", tags: { owner: "security" } }) },
    {
      name: "a tag whose value is not known yet",
      given: declare(Trail, "main", { s3BucketName: "logs", tags: { owner: unknown() } }),
      only: "preview",
    },
    {
      name: "the tags that a site asks for",
      config: { keys: ["owner"] },
      given: declare(Trail, "main", { s3BucketName: "logs", tags: { owner: "security", team: "a" } }),
    },
  ],
  fail: [
    {
      name: "no tags",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "untagged", at: "tags", data: { trail: "main" } }],
      controls: ["ct.tagged"],
    },
    {
      name: "an empty map",
      given: declare(Trail, "main", { s3BucketName: "logs", tags: {} }),
      findings: [{ id: "untagged", at: "tags" }],
    },
    {
      name: "not the tag that a site asks for",
      config: { keys: ["owner", "team"] },
      given: declare(Trail, "main", { s3BucketName: "logs", tags: { team: "a" } }),
      findings: [{ id: "missing", at: "tags", data: { trail: "main", key: "owner" } }],
    },
  ],
  unknown: [
    {
      name: "tags from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", tags: unknown() }),
      at: "tags",
    },
  ],
});
