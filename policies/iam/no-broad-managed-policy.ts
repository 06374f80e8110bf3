import * as z from "zod";
import { awsManagedName } from "../../lib/aws/iam/aws-managed";
import { ManagedPolicyNames } from "../../lib/aws/iam/managed-policy-arns";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-broad-managed-policy",
  on: ManagedPolicyNames,
  severity: "high",
  preset: "recommended",
  summary: "Managed policies that open the account must not be attached",
  why: "These policies of AWS's give everything, or all that leads to everything, to whoever gets hold of the principal.",
  fix: "Attach a policy that lists the actions and resources that are needed; accept a role for emergencies by an exception.",
  practice: 10,
  covers: [
    "iam.attach.administrator-access",
    "iam.attach.managed-admin-effective",
    "iam.attach.iam-full-access",
    "iam.attach.cloudshell",
    "iam.attach.blocked-policy",
  ],
  nist: ["AC-2", "AC-5", "AC-6"],
  config: z.strictObject({
    names: z
      .array(z.string())
      .default(["AdministratorAccess", "IAMFullAccess", "AWSCloudShellFullAccess"])
      .describe("Names of AWS managed policies that nobody may attach."),
  }),
  messages: { broad: "the AWS managed policy `{policy}` is attached, which opens the account" },
  *check({ attached }, { config, violation, undetermined }) {
    for (const read of attached) {
      if (read.kind === "unknown") yield undetermined(read.place, "broad");
      const policy = read.kind === "known" ? awsManagedName(read.value) : undefined;
      if (policy !== undefined && config.names.includes(policy)) yield violation(read.place, "broad", { policy });
    }
  },
});
