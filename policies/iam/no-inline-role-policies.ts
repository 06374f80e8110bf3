import { carriedBy } from "../../lib/aws/documents";
import { RoleInlinePolicies } from "../../lib/aws/iam/role-inline-policies";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-inline-role-policies",
  on: RoleInlinePolicies,
  severity: "medium",
  preset: "recommended",
  summary: "Roles should have customer managed policies instead of inline ones",
  why: "An inline policy is seen, reviewed and reused nowhere but at its role, and has no earlier version to go back to.",
  fix: "Declare an `aws.iam.Policy` and attach it with `aws.iam.RolePolicyAttachment`.",
  practice: 11,
  covers: ["iam.inline.ecs-service"],
  nist: ["AC-6"],
  messages: { inline: "{policy} cannot be attached to anything else, and keeps no earlier versions" },
  *check(carrier, { violation, undetermined }) {
    for (const { kind, label, read } of carriedBy(carrier.resource)) {
      if (kind !== "inlineOfRole") continue;
      // A list or an item that is not known yet may be an empty one.
      const isOpen = read.kind === "unknown" && !read.place.path.endsWith("policy");
      yield isOpen ? undetermined(read.place, "inline") : violation(read.place, "inline", { policy: label });
    }
  },
});
