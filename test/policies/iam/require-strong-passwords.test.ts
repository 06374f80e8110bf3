import { AccountPasswordPolicy } from "../../../lib/aws/iam/account-password-policy";
import policy from "../../../policies/iam/require-strong-passwords";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const strong = {
  allowUsersToChangePassword: true,
  maxPasswordAge: 90,
  minimumPasswordLength: 14,
  passwordReusePrevention: 24,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  requireUppercaseCharacters: true,
};

export default policyTest(policy, {
  pass: [
    { name: "everything asked for", given: declare(AccountPasswordPolicy, "main", strong) },
    {
      name: "a site whose passwords live for ever",
      config: { maximumAgeDays: 0, rememberedPasswords: 0 },
      given: declare(AccountPasswordPolicy, "main", { ...strong, maxPasswordAge: 0, passwordReusePrevention: null }),
    },
  ],
  fail: [
    {
      name: "what AWS makes of an empty policy",
      given: declare(AccountPasswordPolicy, "main"),
      findings: [
        { id: "tooShort", at: "minimumPasswordLength", data: { length: "6", minimum: "14" } },
        { id: "noLowercase", at: "requireLowercaseCharacters" },
        { id: "noUppercase", at: "requireUppercaseCharacters" },
        { id: "noNumber", at: "requireNumbers" },
        { id: "noSymbol", at: "requireSymbols" },
        { id: "tooOld", at: "maxPasswordAge", data: { maximum: "90" } },
        { id: "reused", at: "passwordReusePrevention", data: { remembered: "0", minimum: "24" } },
      ],
      controls: [
        "iam.password-policy.lowercase",
        "iam.password-policy.max-age",
        "iam.password-policy.min-length",
        "iam.password-policy.number",
        "iam.password-policy.reuse",
        "iam.password-policy.strong",
        "iam.password-policy.symbol",
        "iam.password-policy.uppercase",
      ],
    },
    {
      name: "users who may not change their passwords",
      given: declare(AccountPasswordPolicy, "main", { ...strong, allowUsersToChangePassword: false }),
      findings: [{ id: "cannotChange", at: "allowUsersToChangePassword" }],
      controls: ["iam.password-policy.user-can-change"],
    },
    {
      name: "a stricter site",
      config: { minimumLength: 20 },
      given: declare(AccountPasswordPolicy, "main", strong),
      findings: [{ id: "tooShort", at: "minimumPasswordLength", data: { length: "14", minimum: "20" } }],
    },
  ],
  unknown: [
    {
      name: "a length from another stack",
      given: declare(AccountPasswordPolicy, "main", { ...strong, minimumPasswordLength: unknown() }),
      at: "minimumPasswordLength",
    },
  ],
});
