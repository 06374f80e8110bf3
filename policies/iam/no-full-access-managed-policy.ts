import { awsManagedName } from "../../lib/aws/iam/aws-managed";
import { ManagedPolicyNames } from "../../lib/aws/iam/managed-policy-arns";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-full-access-managed-policy",
  on: ManagedPolicyNames,
  severity: "medium",
  preset: "strict",
  summary: "Managed policies that give a whole service or all data must not be attached",
  why: "AWS's managed policies know no resource of yours: they give a whole service, or the data of the whole account.",
  fix: "Write a policy of your own that names the actions and resources that are needed.",
  practice: 10,
  covers: ["iam.attach.elevated"],
  nist: ["AC-6"],
  messages: {
    wholeService: "the AWS managed policy `{policy}` is attached, which gives a whole service on every resource",
    allData: "the AWS managed policy `{policy}` is attached, which reads the data of the whole account",
  },
  *check({ attached }, { violation, undetermined }) {
    for (const read of attached) {
      if (read.kind === "unknown") yield undetermined(read.place, "wholeService");
      const policy = read.kind === "known" ? awsManagedName(read.value) : undefined;
      if (policy === "ReadOnlyAccess") yield violation(read.place, "allData", { policy });
      else if (policy?.endsWith("FullAccess")) yield violation(read.place, "wholeService", { policy });
    }
  },
});
