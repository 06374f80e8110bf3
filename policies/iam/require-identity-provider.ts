import { hasIdentityProvider } from "../../lib/aws/iam/identity-providers";
import { UserLoginProfile } from "../../lib/aws/iam/user-login-profile";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-identity-provider",
  on: wholeStack,
  severity: "low",
  preset: "recommended",
  summary: "A baseline stack should bring people in through an identity provider rather than by passwords",
  why: "Who leaves is locked out in one place, and second factors are asked for in one place, where people come through a provider.",
  fix: "Declare an `aws.iam.SamlProvider` or permission sets of Identity Center, and remove the login profiles.",
  practice: 14,
  covers: ["iam.saml.provider-exists"],
  nist: ["AC-2", "IA-8"],
  messages: { passwordsOnly: "the baseline gives user `{user}` a password, and declares no identity provider" },
  *check(stack, { settings, violation }) {
    if (!settings.baseline || hasIdentityProvider(stack)) return;
    for (const { place, name } of UserLoginProfile.allIn(stack).slice(0, 1))
      yield violation(place, "passwordsOnly", { user: name });
  },
});
