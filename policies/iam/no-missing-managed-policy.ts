import { isManagedPolicy, nearestManagedPolicy } from "../../lib/access/facts/managed-policies";
import { ManagedPolicyNames } from "../../lib/aws/iam/managed-policy-arns";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-missing-managed-policy",
  on: ManagedPolicyNames,
  severity: "high",
  preset: "recommended",
  summary: "Attached AWS managed policies must exist",
  why: "A misspelled name fails in the middle of a deployment, after other resources have been changed.",
  fix: "Write the ARN of a policy that AWS has.",
  practice: 10,
  nist: ["CM-6"],
  messages: { missing: { what: "AWS has no managed policy `{arn}`", fix: "Write `{meant}`." } },
  *check({ attached, boundaries }, { violation, undetermined }) {
    for (const read of [...attached, ...boundaries]) {
      if (read.kind === "unknown") yield undetermined(read.place, "missing");
      if (read.kind !== "known" || isManagedPolicy(read.value) !== "missing") continue;
      const meant = nearestManagedPolicy(read.value);
      if (meant !== undefined) yield violation(read.place, "missing", { arn: read.value, meant });
    }
  },
});
