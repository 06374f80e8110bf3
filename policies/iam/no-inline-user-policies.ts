import { UserPolicy } from "../../lib/aws/iam/user-policy";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-inline-user-policies",
  on: UserPolicy,
  severity: "high",
  preset: "recommended",
  summary: "Users must have customer managed policies instead of inline ones",
  why: "An inline policy is seen, reviewed and reused nowhere but at its user, and has no earlier version to go back to.",
  fix: "Declare an `aws.iam.Policy` and attach it to a group of the user.",
  practice: 11,
  covers: ["iam.inline.none", "iam.user.inline-policy"],
  nist: ["AC-6"],
  messages: { inline: "inline policy `{policy}` belongs to user `{user}` alone" },
  *check(policy, { violation }) {
    yield violation(policy.place, "inline", { policy: policy.name, user: shown(policy.user) });
  },
});
