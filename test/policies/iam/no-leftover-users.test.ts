import { AccessKey } from "../../../lib/aws/iam/access-key";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import { UserPolicyAttachment } from "../../../lib/aws/iam/user-policy-attachment";
import policy from "../../../policies/iam/no-leftover-users";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const user = declare(User, "ada", { name: "ada" });

export default policyTest(policy, {
  pass: [
    {
      name: "in a group of another stack",
      given: [user, declare(UserGroupMembership, "ada", { user: user.output("name"), groups: ["engineers"] })],
    },
    { name: "with a key", given: [user, declare(AccessKey, "ada", { user: "ada" })] },
    {
      name: "with a policy",
      given: [user, declare(UserPolicyAttachment, "ada", { user: user.id, policyArn: "arn:aws:iam::aws:policy/X" })],
    },
    {
      name: "let in by a bucket",
      given: [
        user,
        declareType("aws:s3/bucketPolicy:BucketPolicy", "reports", {
          bucket: "reports",
          policy: '{"Statement":[{"Principal":{"AWS":"arn:aws:iam::123456789012:user/team/ada"}}]}',
        }),
      ],
    },
  ],
  fail: [
    { name: "nothing", given: user, findings: [{ id: "leftover", at: "", data: { user: "ada" } }] },
    {
      name: "a boundary allows nothing",
      given: declare(User, "ada", { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" }),
      findings: [{ id: "leftover", at: "" }],
    },
    {
      name: "the other user has the key",
      given: [user, declare(AccessKey, "bob", { user: "bob" })],
      findings: [{ id: "leftover", at: "" }],
    },
  ],
  unknown: [
    { name: "a key of somebody", given: [user, declare(AccessKey, "x", { user: unknown() })], at: "user" },
    {
      name: "a membership of somebody",
      given: [user, declare(UserGroupMembership, "x", { user: unknown(), groups: ["engineers"] })],
      at: "",
    },
  ],
  knownMisses: [
    {
      name: "a group that is called like the user",
      given: [user, declareType("aws:iam/group:Group", "ada", { name: "ada" })],
      because: "any text that equals the name counts as a mention",
    },
  ],
  firmWhenUnknown: {
    "BucketPolicy.policy": "Pulumi says where a value came from: one that came from elsewhere is no mention",
  },
});
