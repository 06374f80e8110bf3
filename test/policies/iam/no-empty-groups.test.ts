import { Group } from "../../../lib/aws/iam/group";
import { GroupMembership } from "../../../lib/aws/iam/group-membership";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import policy from "../../../policies/iam/no-empty-groups";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const group = declare(Group, "engineers");

export default policyTest(policy, {
  pass: [
    {
      name: "members that are known later",
      given: [group, declare(GroupMembership, "all", { group: group.output("name"), users: unknown() })],
    },
    {
      name: "a user of another stack",
      given: [group, declare(UserGroupMembership, "ada", { user: external("ada"), groups: [group.output("name")] })],
    },
    { name: "a list of members", given: [group, declare(GroupMembership, "all", { group: group.id, users: ["ada"] })] },
  ],
  fail: [
    {
      name: "no membership",
      given: [group],
      findings: [{ id: "empty", at: "", data: { group: "engineers" } }],
      controls: ["iam.group.has-users"],
    },
    {
      name: "an empty list of members",
      given: [group, declare(GroupMembership, "all", { group: group.output("name"), users: [] })],
      findings: [{ id: "empty", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a membership in a group that is not known yet",
      given: [group, declare(UserGroupMembership, "ada", { user: "ada", groups: [unknown()] })],
      at: "groups",
    },
  ],
});
