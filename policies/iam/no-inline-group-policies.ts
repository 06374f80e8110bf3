import { GroupPolicy } from "../../lib/aws/iam/group-policy";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-inline-group-policies",
  on: GroupPolicy,
  severity: "high",
  preset: "recommended",
  summary: "Groups must have customer managed policies instead of inline ones",
  why: "An inline policy is seen, reviewed and reused nowhere but at its group, and has no earlier version to go back to.",
  fix: "Declare an `aws.iam.Policy` and attach it with `aws.iam.GroupPolicyAttachment`.",
  practice: 11,
  covers: ["iam.inline.group"],
  nist: ["AC-6"],
  messages: { inline: "inline policy `{policy}` belongs to group `{group}` alone" },
  *check(policy, { violation }) {
    yield violation(policy.place, "inline", { policy: policy.name, group: shown(policy.group) });
  },
});
