import * as z from "zod";
import { ConfigRule } from "../../lib/aws/cfg/rule";
import { atMost, equals, negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-limit-rotation-rule-age",
  on: ConfigRule,
  severity: "medium",
  preset: "recommended",
  summary: "The Config rule about the age of access keys must not allow old ones",
  why: "A rule with a greater age reports old keys as compliant, and nobody looks again.",
  fix: "Set `maxAccessKeyAge` in `inputParameters` to {maximum} or less.",
  practice: 3,
  covers: ["iam.access-key.rotation-config-rule"],
  nist: ["AC-2", "IA-5"],
  config: z.strictObject({
    maximumDays: z.int().min(1).default(90).describe("Greatest acceptable age in the rule, in days."),
  }),
  messages: { tooOld: "rule `{rule}` lets access keys grow {days} days old, more than {maximum}" },
  *check(rule, { config, must }) {
    const { maximumDays: maximum } = config;
    const isAbout = equals(rule.sourceIdentifier, "ACCESS_KEYS_ROTATED");
    yield* must(some(atMost(rule.maxAccessKeyAge, maximum), negate(isAbout)), "tooOld", {
      rule: rule.name,
      days: shown(rule.maxAccessKeyAge),
      maximum,
    });
  },
});
