import { WorkloadIdentities } from "../../lib/aws/iam/unused-roles";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unused-roles",
  on: WorkloadIdentities,
  severity: "low",
  preset: "recommended",
  summary: "Roles of workloads should be used by something in the stack",
  why: "A role that nothing uses keeps its permissions, and whoever may pass it gets them.",
  fix: "Name it in the resource that works with it, or remove it.",
  practice: 5,
  nist: ["AC-2", "AC-6"],
  messages: { unused: "{noun} `{name}` is used by nothing in this stack" },
  *check({ noun, name, isUsed }, { must }) {
    yield* must(isUsed, "unused", { noun, name });
  },
});
