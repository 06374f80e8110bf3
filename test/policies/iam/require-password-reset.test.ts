import { UserLoginProfile } from "../../../lib/aws/iam/user-login-profile";
import policy from "../../../policies/iam/require-password-reset";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const reset = { user: "ada", passwordResetRequired: true };

export default policyTest(policy, {
  pass: [
    { name: "a reset, and twenty characters by default", given: declare(UserLoginProfile, "ada", reset) },
    {
      name: "a laxer site",
      config: { minimumLength: 8 },
      given: declare(UserLoginProfile, "ada", { ...reset, passwordLength: 10 }),
    },
  ],
  fail: [
    {
      name: "the default is no reset",
      given: declare(UserLoginProfile, "ada", { user: "ada" }),
      findings: [{ id: "kept", at: "passwordResetRequired", data: { profile: "ada" } }],
      controls: ["iam.login-profile.reset-required"],
    },
    {
      name: "a short password",
      given: declare(UserLoginProfile, "ada", { ...reset, passwordLength: 8 }),
      findings: [{ id: "tooShort", at: "passwordLength", data: { profile: "ada", length: "8", minimum: "14" } }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(UserLoginProfile, "ada", { user: "ada", passwordResetRequired: unknown() }),
      at: "passwordResetRequired",
    },
  ],
});
