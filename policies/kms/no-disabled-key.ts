import { keysOfLogs } from "../../lib/aws/kms/keys-of-logs";
import { isTrue, negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-no-disabled-key",
  on: keysOfLogs,
  severity: "critical",
  preset: "recommended",
  summary: "Keys of trails and logs must be enabled",
  why: "With a disabled key CloudTrail and CloudWatch Logs can neither write new records nor read the old ones.",
  fix: "Leave `isEnabled` (`enabled` of imported and replica keys) out, or set it to true.",
  practice: 15,
  covers: ["kms.enabled"],
  nist: ["AU-9", "SC-12"],
  messages: { disabled: "key `{key}` is disabled, but encrypts {encrypts}" },
  *check({ key, encrypts, isOfLogs }, { must }) {
    yield* must(some(isTrue(key.isEnabled), negate(isOfLogs)), "disabled", { key: key.name, encrypts });
  },
});
