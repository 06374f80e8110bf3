import { Group } from "../../lib/aws/iam/group";
import { membershipsInGroup } from "../../lib/aws/iam/memberships";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-empty-groups",
  on: inStack(Group),
  severity: "low",
  preset: "recommended",
  summary: "Groups should have members",
  why: "An empty group with permissions waits for somebody to be put into it, and nobody watches it.",
  fix: "Put its users into it with `aws.iam.UserGroupMembership`, or remove the group.",
  practice: 8,
  covers: ["iam.group.has-users"],
  nist: ["AC-2"],
  messages: { empty: "group `{group}` has no members" },
  *check({ stack, subject }, { violation, undetermined }) {
    const { certain, possible } = membershipsInGroup(stack, subject.resource);
    if (certain.length > 0) return;
    const [open] = possible;
    if (open) yield undetermined(open.group.place, "empty");
    else yield violation(subject.place, "empty", { group: subject.name });
  },
});
