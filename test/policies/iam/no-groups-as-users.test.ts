import { AccessKey } from "../../../lib/aws/iam/access-key";
import { Group } from "../../../lib/aws/iam/group";
import { GroupMembership } from "../../../lib/aws/iam/group-membership";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import { UserPolicyAttachment } from "../../../lib/aws/iam/user-policy-attachment";
import policy from "../../../policies/iam/no-groups-as-users";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

const group = declare(Group, "engineers", { name: "engineers" });
const name = group.output("name");
const data = { group: "engineers", by: "nested" };

export default policyTest(policy, {
  pass: [
    { name: "a user in a group", given: [group, declare(UserGroupMembership, "ada", { user: "ada", groups: [name] })] },
    {
      name: "a user and a group of one name",
      given: [
        group,
        declare(User, "engineers", { name: "engineers" }),
        declare(UserGroupMembership, "x", { user: "engineers", groups: [name] }),
      ],
    },
    { name: "users of another stack", given: declare(GroupMembership, "all", { group: "ops", users: ["ada", "ops"] }) },
  ],
  fail: [
    {
      name: "a group in a group",
      given: [declare(UserGroupMembership, "nested", { user: name, groups: ["all"] }), group],
      findings: [{ id: "group", at: "user", data }],
    },
    {
      name: "a group among the members",
      given: [declare(GroupMembership, "nested", { group: "all", users: ["ada", name] }), group],
      findings: [{ id: "group", at: "users[1]", data }],
    },
    {
      name: "a policy of users on a group",
      given: [declare(UserPolicyAttachment, "nested", { user: name, policyArn: "arn:aws:iam::aws:policy/X" }), group],
      findings: [{ id: "group", at: "user", data }],
    },
    {
      name: "a key of a group, by its ARN",
      given: declare(AccessKey, "nested", { user: "arn:aws:iam::123456789012:group/engineers" }),
      findings: [{ id: "group", at: "user", data: { ...data, group: "arn:aws:iam::123456789012:group/engineers" } }],
    },
  ],
  unknown: [
    {
      name: "the id of a group, which is known after deployment",
      given: [declare(UserGroupMembership, "nested", { user: group.id, groups: ["all"] }), group],
      at: "user",
    },
  ],
  knownMisses: [
    {
      name: "the name of a group as a literal",
      given: [group, declare(UserGroupMembership, "nested", { user: "engineers", groups: ["all"] })],
      because: "a user of another stack may have the same name",
    },
  ],
});
