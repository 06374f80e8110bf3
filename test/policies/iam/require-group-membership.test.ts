import { Group } from "../../../lib/aws/iam/group";
import { GroupMembership } from "../../../lib/aws/iam/group-membership";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import policy from "../../../policies/iam/require-group-membership";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const user = declare(User, "ada");
const group = declare(Group, "engineers");

export default policyTest(policy, {
  pass: [
    {
      name: "a membership of the user",
      given: [
        user,
        group,
        declare(UserGroupMembership, "ada", { user: user.output("name"), groups: [group.output("name")] }),
      ],
    },
    {
      name: "a membership of the group",
      given: [user, declare(GroupMembership, "all", { group: "all", users: [user.id] })],
    },
    {
      name: "a group of another stack",
      given: [
        user,
        declare(UserGroupMembership, "ada", { user: user.output("name"), groups: [external("engineers")] }),
      ],
    },
  ],
  fail: [
    {
      name: "no membership",
      given: [user],
      findings: [{ id: "inNoGroup", at: "", data: { user: "ada" } }],
      controls: ["iam.user.in-group"],
    },
    {
      name: "a membership in nothing",
      given: [user, declare(UserGroupMembership, "ada", { user: user.output("name"), groups: [] })],
      findings: [{ id: "inNoGroup", at: "" }],
    },
    {
      name: "the membership of somebody else",
      given: [user, declare(UserGroupMembership, "bob", { user: "bob", groups: ["engineers"] })],
      findings: [{ id: "inNoGroup", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a membership of somebody who is not known yet",
      given: [user, declare(UserGroupMembership, "x", { user: unknown(), groups: ["engineers"] })],
      at: "user",
    },
  ],
});
