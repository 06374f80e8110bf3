import { sameManagedPolicy } from "../../lib/access/facts/managed-policy-digests";
import { ManagedPolicy } from "../../lib/aws/iam/policy";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-managed-policy",
  on: ManagedPolicy,
  severity: "low",
  preset: "recommended",
  summary: "A policy that AWS keeps should not be copied",
  why: "A copy stays as it is when AWS amends the original for a new feature or against a mistake.",
  fix: "Attach the AWS managed policy `{managed}` instead of a copy of it.",
  practice: 10,
  messages: { copied: "policy `{policy}` says the same as the AWS managed policy `{managed}`" },
  *check(policy, { violation, undetermined }) {
    const { document } = policy;
    if (document.kind === "unknown") yield undetermined(document.place, "copied");
    if (document.kind !== "known") return;
    const managed = sameManagedPolicy(document.value);
    if (managed !== undefined) yield violation(document.place, "copied", { policy: policy.name, managed });
  },
});
