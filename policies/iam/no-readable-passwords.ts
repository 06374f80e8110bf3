import { UserLoginProfile } from "../../lib/aws/iam/user-login-profile";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-readable-passwords",
  on: UserLoginProfile,
  severity: "high",
  preset: "recommended",
  summary: "Console passwords must be encrypted for their user",
  why: "Without a key the password is an output of the stack: everybody who may read the stack's secrets can sign in with it.",
  fix: "Set `pgpKey` to the public key of the user, or to `keybase:<name>`.",
  practice: 6,
  covers: ["iam.login-profile.plaintext-password"],
  nist: ["IA-5"],
  messages: {
    readable: "the password of login profile `{profile}` is an output of the stack that no `pgpKey` encrypts",
  },
  *check(profile, { must }) {
    yield* must(isGiven(profile.pgpKey), "readable", { profile: profile.name });
  },
});
