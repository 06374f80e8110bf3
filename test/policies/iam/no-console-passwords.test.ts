import { User } from "../../../lib/aws/iam/user";
import { UserLoginProfile } from "../../../lib/aws/iam/user-login-profile";
import policy from "../../../policies/iam/no-console-passwords";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [{ name: "a user without a password", given: declare(User, "ci") }],
  fail: [
    {
      name: "a login profile",
      given: declare(UserLoginProfile, "ada", { user: "ada" }),
      findings: [{ id: "password", at: "", data: { user: "ada" } }],
      controls: ["iam.user.console-access"],
    },
  ],
  unknown: "A login profile is one whoever its user is.",
});
