import { UserLoginProfile } from "../../lib/aws/iam/user-login-profile";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-console-passwords",
  on: UserLoginProfile,
  severity: "medium",
  preset: "strict",
  summary: "IAM users should not sign in to the console with a password",
  why: "A password of IAM is one more that a person has to keep, and stays when the person has left the directory.",
  fix: "Remove the login profile, and let people sign in through IAM Identity Center.",
  practice: 2,
  covers: ["iam.user.console-access"],
  nist: ["AC-2", "IA-2"],
  messages: { password: "user `{user}` signs in to the console with a password of IAM" },
  *check(profile, { violation }) {
    yield violation(profile.place, "password", { user: shown(profile.user) });
  },
});
