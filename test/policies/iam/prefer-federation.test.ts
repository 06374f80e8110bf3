import { Role } from "../../../lib/aws/iam/role";
import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/prefer-federation";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [{ name: "a role", given: declare(Role, "ci", { assumeRolePolicy: "{}" }) }],
  fail: [
    {
      name: "a user",
      given: declare(User, "ada"),
      findings: [{ id: "permanent", at: "", data: { user: "ada" } }],
      controls: ["iam.user.prefer-federation"],
    },
  ],
  unknown: "A user is one whatever its name is.",
});
