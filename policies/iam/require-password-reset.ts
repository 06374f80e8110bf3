import * as z from "zod";
import { UserLoginProfile } from "../../lib/aws/iam/user-login-profile";
import { atLeast, isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-require-password-reset",
  on: UserLoginProfile,
  severity: "medium",
  preset: "recommended",
  summary: "The first password of a console user must be long, and changed at the first sign-in",
  why: "Whoever deploys knows the first password; a user who need not change it shares it with them for ever.",
  fix: "Set `passwordResetRequired: true`.",
  practice: 3,
  covers: ["iam.login-profile.reset-required"],
  nist: ["IA-5"],
  config: z.strictObject({
    minimumLength: z.int().min(6).max(128).default(14).describe("Shortest acceptable first password, in characters."),
  }),
  messages: {
    kept: "login profile `{profile}` lets its user keep the first password",
    tooShort: {
      what: "login profile `{profile}` makes a first password of {length} characters, fewer than {minimum}",
      fix: "Leave `passwordLength` out, which gives 20 characters, or set it to {minimum} or more.",
    },
  },
  *check(profile, { config, must }) {
    const { minimumLength: minimum } = config;
    const length = shown(profile.passwordLength);
    yield* must(isTrue(profile.passwordResetRequired), "kept", { profile: profile.name });
    yield* must(atLeast(profile.passwordLength, minimum), "tooShort", { profile: profile.name, length, minimum });
  },
});
