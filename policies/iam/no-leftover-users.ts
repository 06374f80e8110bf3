import { accessOf } from "../../lib/aws/iam/credentials";
import { principalAt } from "../../lib/aws/iam/principals";
import { User } from "../../lib/aws/iam/user";
import { isMentioned } from "../../lib/aws/mentions";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-leftover-users",
  on: inStack(User),
  severity: "low",
  preset: "recommended",
  summary: "Users should have something to do",
  why: "A user without permissions and credentials serves nobody, until somebody finds it and gives it some.",
  fix: "Remove the user, or declare the group it belongs to.",
  practice: 5,
  nist: ["AC-2"],
  messages: { leftover: "user `{user}` has no group, no policy, no password and no key" },
  *check({ stack, subject: { resource, name, place } }, { violation, undetermined }) {
    const mentioned = isMentioned(stack, resource);
    if (mentioned === "yes") return;
    const { open } = accessOf(stack, resource);
    if (open) yield undetermined(open, "leftover");
    else if (mentioned === "unknown") yield undetermined(place, "leftover");
    else if (principalAt(stack, resource)?.isOpen) yield undetermined(place, "leftover");
    else yield violation(place, "leftover", { user: name });
  },
});
