import { OfferedPolicies } from "../../lib/aws/iam/unattached-policies";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unattached-policies",
  on: OfferedPolicies,
  severity: "low",
  preset: "strict",
  summary: "Customer managed policies should be attached to something in the stack",
  why: "A policy that nobody holds is reviewed by nobody, and lies ready to be attached.",
  fix: "Attach it, or remove it.",
  practice: 5,
  covers: ["iam.policy.in-use"],
  nist: ["AC-6", "CM-7"],
  messages: { unattached: "policy `{name}` is attached to nothing in this stack" },
  *check({ name, isUsed }, { must }) {
    yield* must(isUsed, "unattached", { name });
  },
});
