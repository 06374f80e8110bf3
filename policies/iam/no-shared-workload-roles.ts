import { RoleUsers } from "../../lib/aws/iam/shared-roles";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-shared-workload-roles",
  on: RoleUsers,
  severity: "low",
  preset: "strict",
  summary: "Functions and tasks must have a role each",
  why: "A role that several workloads share holds what all of them need, so each can do what only another should.",
  fix: "Give it a role of its own that grants what it calls.",
  practice: 9,
  covers: ["iam.workload.shared-role"],
  nist: ["AC-5", "AC-6"],
  messages: { shared: "{user} shares role `{role}` with {other}" },
  *check({ label, reference, role, others }, { violation, undetermined }) {
    if (reference.kind === "unknown") yield undetermined(reference.place, "shared");
    if (others.length > 0) yield violation(reference.place, "shared", { user: label, role, other: others[0] ?? "" });
  },
});
