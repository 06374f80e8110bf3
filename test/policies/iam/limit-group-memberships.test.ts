import { GroupMembership } from "../../../lib/aws/iam/group-membership";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import policy from "../../../policies/iam/limit-group-memberships";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const user = declare(User, "ada");
const groups = (count: number) => Array.from({ length: count }, (_, index) => `group-${index}`);
const member = (name: string, count: number) =>
  declare(UserGroupMembership, name, { user: user.output("name"), groups: groups(count) });

export default policyTest(policy, {
  pass: [
    { name: "ten groups", given: [user, member("ada", 10)] },
    {
      name: "a third group that is not known yet",
      given: [
        user,
        member("two", 2),
        declare(UserGroupMembership, "one", { user: user.output("name"), groups: [unknown()] }),
      ],
    },
    { name: "the same groups twice", given: [user, member("one", 10), member("two", 10)] },
  ],
  fail: [
    {
      name: "eleven groups",
      given: [user, member("ada", 11)],
      findings: [{ id: "tooMany", on: "ada", at: "", data: { user: "ada", count: "11", surplus: "1" } }],
    },
    {
      name: "ten groups and one that names its members",
      given: [user, member("ada", 10), declare(GroupMembership, "all", { group: "all", users: [user.output("name")] })],
      findings: [{ id: "tooMany", on: "ada", at: "", data: { user: "ada", count: "11", surplus: "1" } }],
    },
  ],
  unknown: [
    {
      name: "a list of groups from another stack",
      given: [user, declare(UserGroupMembership, "ada", { user: user.output("name"), groups: unknown() })],
      at: "groups",
    },
    {
      name: "an eleventh group that may be one of the ten",
      given: [
        user,
        member("ten", 10),
        declare(UserGroupMembership, "one", { user: user.output("name"), groups: [unknown()] }),
      ],
      at: "groups",
    },
  ],
});
