import { AccountPasswordPolicy } from "../../lib/aws/iam/account-password-policy";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy, nowhere } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-password-policy",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "A baseline stack must declare the account's password policy",
  why: "An account without a password policy has AWS's own, which lets passwords of eight characters live for ever.",
  fix: "Declare an `aws.iam.AccountPasswordPolicy`.",
  practice: 6,
  nist: ["IA-5"],
  messages: { noPolicy: "the baseline declares no password policy" },
  *check(stack, { settings, violation }) {
    if (!settings.baseline || AccountPasswordPolicy.allIn(stack).length > 0) return;
    yield violation(nowhere, "noPolicy");
  },
});
