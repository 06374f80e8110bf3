import { membershipsOfUser } from "../../lib/aws/iam/memberships";
import { User } from "../../lib/aws/iam/user";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-group-membership",
  on: inStack(User),
  severity: "medium",
  preset: "recommended",
  summary: "Users should belong to a group",
  why: "A user in no group has either no permissions or permissions of its own, and both are forgotten.",
  fix: "Declare an `aws.iam.UserGroupMembership` that puts the user into the group whose work it does.",
  practice: 8,
  covers: ["iam.user.in-group"],
  nist: ["AC-2"],
  messages: { inNoGroup: "user `{user}` belongs to no group" },
  *check({ stack, subject }, { violation, undetermined }) {
    const { certain, possible } = membershipsOfUser(stack, subject.resource);
    if (certain.length > 0) return;
    const [open] = possible;
    if (open) yield undetermined(open.user.place, "inNoGroup");
    else yield violation(subject.place, "inNoGroup", { user: subject.name });
  },
});
