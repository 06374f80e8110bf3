import { isManagedPolicy } from "../../lib/access/facts/managed-policies";
import { ManagedPolicyNames } from "../../lib/aws/iam/managed-policy-arns";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-deprecated-managed-policy",
  on: ManagedPolicyNames,
  severity: "medium",
  preset: "recommended",
  summary: "Attached AWS managed policies should not be deprecated",
  why: "AWS lets nobody attach a deprecated policy anew, and corrects it no more.",
  fix: "Attach the policy that has replaced it, as the AWS Managed Policy Reference names it.",
  practice: 10,
  nist: ["CM-6"],
  messages: { deprecated: "AWS has withdrawn the managed policy `{arn}`" },
  *check({ attached, boundaries }, { violation, undetermined }) {
    for (const read of [...attached, ...boundaries]) {
      if (read.kind === "unknown") yield undetermined(read.place, "deprecated");
      if (read.kind === "known" && isManagedPolicy(read.value) === "deprecated") {
        yield violation(read.place, "deprecated", { arn: read.value });
      }
    }
  },
});
