import { AccessKey } from "../../../lib/aws/iam/access-key";
import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/no-access-keys";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

const user = declare(User, "ci", { name: "ci" });

export default policyTest(policy, {
  pass: [{ name: "a user without a key", given: user }],
  fail: [
    {
      name: "an access key",
      given: declare(AccessKey, "key", { user: "ci" }),
      findings: [{ id: "permanent", at: "", data: { key: "key" } }],
      controls: ["iam.access-key.exists"],
    },
    {
      name: "an inactive one",
      given: declare(AccessKey, "key", { user: "ci", status: "Inactive" }),
      findings: [{ id: "permanent", at: "" }],
    },
  ],
  unknown: "that a key is declared is always known",
});
