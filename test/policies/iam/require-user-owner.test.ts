import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/require-user-owner";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "an owner", given: declare(User, "ci", { tags: { Owner: "platform" } }) },
    {
      name: "an owner among the provider's default tags",
      given: declare(User, "ci", { tagsAll: { owner: "platform" } }),
    },
    {
      name: "the tag that a site asks for",
      config: { keys: ["team"] },
      given: declare(User, "ci", { tags: { team: "a" } }),
    },
  ],
  fail: [
    {
      name: "no tags",
      given: declare(User, "ci"),
      findings: [{ id: "missing", at: "tags", data: { user: "ci", key: "owner" } }],
      controls: ["iam.user.tagged"],
    },
    {
      name: "other tags",
      given: declare(User, "ci", { tags: { stage: "prod" } }),
      findings: [{ id: "missing", at: "tags" }],
    },
  ],
  unknown: [{ name: "tags from elsewhere", given: declare(User, "ci", { tags: unknown() }), at: "tags" }],
});
