import { UserAttachments } from "../../lib/aws/iam/user-policies";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-user-policies",
  on: UserAttachments,
  severity: "high",
  preset: "recommended",
  summary: "Managed policies must be attached to groups or roles, not to users",
  why: "Permissions that hang on single users are forgotten when people change their work, and nobody sees who may do what.",
  fix: "Attach the policy to a group with `aws.iam.GroupPolicyAttachment`, and make the user a member of it.",
  practice: 8,
  covers: ["iam.user.attached-policy"],
  nist: ["AC-2", "AC-6"],
  messages: { attached: "a managed policy is attached to user `{user}` rather than to a group" },
  *check({ user, place, isAttached }, { must }) {
    yield* must(negate(claim(isAttached, place)), "attached", { user });
  },
});
