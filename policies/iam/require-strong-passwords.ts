import * as z from "zod";
import { AccountPasswordPolicy } from "../../lib/aws/iam/account-password-policy";
import { atLeast, atMost, isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-require-strong-passwords",
  on: AccountPasswordPolicy,
  severity: "high",
  preset: "recommended",
  summary: "The password policy must ask for passwords that cannot be guessed",
  why: "What the policy leaves out AWS sets to the weakest value, and users choose the shortest password that is let through.",
  fix: "Set the named property of the password policy.",
  practice: 6,
  covers: [
    "iam.password-policy.lowercase",
    "iam.password-policy.max-age",
    "iam.password-policy.min-length",
    "iam.password-policy.number",
    "iam.password-policy.reuse",
    "iam.password-policy.strong",
    "iam.password-policy.symbol",
    "iam.password-policy.uppercase",
    "iam.password-policy.user-can-change",
  ],
  nist: ["IA-5"],
  config: z.strictObject({
    minimumLength: z.int().min(6).max(128).default(14).describe("Shortest acceptable password, in characters."),
    maximumAgeDays: z
      .int()
      .min(0)
      .max(1095)
      .default(90)
      .describe("Greatest age of a password, in days; 0 lets passwords live for ever."),
    rememberedPasswords: z.int().min(0).max(24).default(24).describe("How many earlier passwords must not come again."),
  }),
  messages: {
    tooShort: {
      what: "the password policy lets passwords of {length} characters through, fewer than {minimum}",
      fix: "Set `minimumPasswordLength: {minimum}`.",
    },
    noLowercase: {
      what: "the password policy asks for no lower-case letter",
      fix: "Set `requireLowercaseCharacters: true`.",
    },
    noUppercase: {
      what: "the password policy asks for no upper-case letter",
      fix: "Set `requireUppercaseCharacters: true`.",
    },
    noNumber: { what: "the password policy asks for no number", fix: "Set `requireNumbers: true`." },
    noSymbol: { what: "the password policy asks for no symbol", fix: "Set `requireSymbols: true`." },
    tooOld: {
      what: "the password policy lets passwords grow older than {maximum} days",
      fix: "Set `maxPasswordAge: {maximum}`.",
    },
    reused: {
      what: "the password policy remembers {remembered} earlier passwords, fewer than {minimum}",
      fix: "Set `passwordReusePrevention: {minimum}`.",
    },
    cannotChange: {
      what: "the password policy does not let users change their passwords",
      fix: "Set `allowUsersToChangePassword: true`.",
    },
  },
  *check(policy, { config, must }) {
    const { minimumLength, maximumAgeDays, rememberedPasswords } = config;
    const { minimumPasswordLength, maxPasswordAge, passwordReusePrevention } = policy;
    const length = shown(minimumPasswordLength);
    yield* must(atLeast(minimumPasswordLength, minimumLength), "tooShort", { length, minimum: minimumLength });
    yield* must(isTrue(policy.requireLowercaseCharacters), "noLowercase");
    yield* must(isTrue(policy.requireUppercaseCharacters), "noUppercase");
    yield* must(isTrue(policy.requireNumbers), "noNumber");
    yield* must(isTrue(policy.requireSymbols), "noSymbol");
    const age = maximumAgeDays === 0 ? Infinity : maximumAgeDays;
    yield* must(atMost(maxPasswordAge, age), "tooOld", { maximum: maximumAgeDays });
    const remembered = shown(passwordReusePrevention);
    const remembers = atLeast(passwordReusePrevention, rememberedPasswords);
    yield* must(remembers, "reused", { remembered, minimum: rememberedPasswords });
    yield* must(isTrue(policy.allowUsersToChangePassword), "cannotChange");
  },
});
