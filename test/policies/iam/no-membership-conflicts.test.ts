import { Group } from "../../../lib/aws/iam/group";
import { GroupMembership } from "../../../lib/aws/iam/group-membership";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import policy from "../../../policies/iam/no-membership-conflicts";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const group = declare(Group, "engineers");
const [ada, bob] = [declare(User, "ada"), declare(User, "bob")];
const list = declare(GroupMembership, "all", { group: group.output("name"), users: [ada.output("name")] });
const join = (user: typeof ada) =>
  declare(UserGroupMembership, "joins", { user: user.output("name"), groups: [group.output("name")] });

export default policyTest(policy, {
  pass: [
    { name: "a list alone", given: [group, ada, list] },
    { name: "single memberships", given: [group, bob, join(bob)] },
    {
      name: "lists of two groups outside the stack",
      given: [
        declare(GroupMembership, "some", { group: "engineers", users: ["ada"] }),
        declare(GroupMembership, "more", { group: "operators", users: ["bob"] }),
      ],
    },
    { name: "the same member twice", given: [group, ada, list, join(ada)] },
  ],
  fail: [
    {
      name: "a member that the list leaves out",
      given: [group, ada, bob, list, join(bob)],
      findings: [
        { id: "removed", on: "joins", at: "groups[0]", data: { list: "all", group: "engineers", addition: "joins" } },
      ],
    },
    {
      name: "two lists",
      given: [
        group,
        ada,
        bob,
        list,
        declare(GroupMembership, "more", { group: group.output("name"), users: [bob.output("name")] }),
      ],
      findings: [
        { id: "removed", on: "more", at: "users[0]", data: { list: "all", group: "engineers", addition: "more" } },
        { id: "removed", on: "all", at: "users[0]", data: { list: "more", group: "engineers", addition: "all" } },
      ],
    },
    {
      name: "a member beside a list of users outside the stack",
      given: [group, bob, declare(GroupMembership, "all", { group: group.output("name"), users: ["ada"] }), join(bob)],
      findings: [{ id: "removed", on: "joins", at: "groups[0]" }],
    },
    {
      name: "two lists of a group outside the stack",
      given: [
        declare(GroupMembership, "some", { group: "engineers", users: ["ada"] }),
        declare(GroupMembership, "more", { group: "engineers", users: ["bob"] }),
      ],
      findings: [
        { id: "removed", on: "more", at: "users[0]", data: { list: "some", group: "engineers", addition: "more" } },
        { id: "removed", on: "some", at: "users[0]", data: { list: "more", group: "engineers", addition: "some" } },
      ],
    },
  ],
  unknown: [
    {
      name: "a list that may hold the member",
      given: [
        group,
        bob,
        declare(GroupMembership, "all", { group: group.output("name"), users: [unknown()] }),
        join(bob),
      ],
      at: "groups[0]",
    },
  ],
});
