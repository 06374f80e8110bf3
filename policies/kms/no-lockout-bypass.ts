import { KeyPolicyHolder } from "../../lib/aws/kms/key-policy";
import { isFalse } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-no-lockout-bypass",
  on: KeyPolicyHolder,
  severity: "high",
  preset: "recommended",
  summary: "Key policies must not skip the lockout safety check",
  why: "A key whose policy lets nobody change it cannot be managed any more: only AWS support may help.",
  fix: "Leave `bypassPolicyLockoutSafetyCheck` out.",
  practice: 9,
  covers: ["kms.policy.lockout-check"],
  nist: ["CP-9"],
  messages: { bypassed: "{kind} `{key}` skips the check that somebody can still change the key's policy" },
  *check(holder, { must }) {
    yield* must(isFalse(holder.bypassesLockoutCheck), "bypassed", { kind: holder.kind, key: holder.name });
  },
});
