import { awsManagedName } from "../../lib/aws/iam/aws-managed";
import { ManagedPolicyNames } from "../../lib/aws/iam/managed-policy-arns";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-power-users",
  on: ManagedPolicyNames,
  severity: "medium",
  preset: "recommended",
  summary: "Power user access should be given only where nothing narrower will do",
  why: "It gives everything but IAM and the organization: all data of the account, and every workload with its role.",
  fix: "Attach a policy that lists the services and resources that are needed, or accept it for a deployer that a permissions boundary confines.",
  practice: 10,
  covers: ["iam.attach.elevated"],
  nist: ["AC-6"],
  messages: { powerUser: "the AWS managed policy `PowerUserAccess` is attached, which gives everything but IAM" },
  *check({ attached }, { violation, undetermined }) {
    for (const read of attached) {
      if (read.kind === "unknown") yield undetermined(read.place, "powerUser");
      else if (read.kind === "known" && awsManagedName(read.value) === "PowerUserAccess")
        yield violation(read.place, "powerUser");
    }
  },
});
