import { GroupPolicyAttachment } from "../../../lib/aws/iam/group-policy-attachment";
import { PolicyAttachment } from "../../../lib/aws/iam/policy-attachment";
import { User } from "../../../lib/aws/iam/user";
import { UserPolicyAttachment } from "../../../lib/aws/iam/user-policy-attachment";
import { UserPolicyAttachmentsExclusive } from "../../../lib/aws/iam/user-policy-attachments-exclusive";
import policy from "../../../policies/iam/no-user-policies";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const user = declare(User, "ada");

export default policyTest(policy, {
  pass: [
    { name: "a policy of a group", given: [declare(GroupPolicyAttachment, "read", { group: "readers", policyArn })] },
    { name: "a policy of roles", given: [declare(PolicyAttachment, "read", { roles: ["ci"], policyArn })] },
    {
      name: "a list that keeps a user free of policies",
      given: [user, declare(UserPolicyAttachmentsExclusive, "none", { userName: user.output("name"), policyArns: [] })],
    },
  ],
  fail: [
    {
      name: "a policy of a user of the stack",
      given: [user, declare(UserPolicyAttachment, "read", { user: user.output("name"), policyArn })],
      findings: [{ id: "attached", on: "read", at: "policyArn", data: { user: "ada" } }],
      controls: ["iam.user.attached-policy"],
    },
    {
      name: "a policy of a user outside the stack",
      given: declare(UserPolicyAttachment, "read", { user: "grace", policyArn }),
      findings: [{ id: "attached", at: "policyArn", data: { user: "grace" } }],
    },
    {
      name: "users among those of an attachment",
      given: declare(PolicyAttachment, "read", { users: ["ada"], groups: ["readers"], policyArn }),
      findings: [{ id: "attached", at: "users[0]", data: { user: "ada" } }],
    },
    {
      name: "a policy whose ARN is not known yet",
      given: declare(UserPolicyAttachment, "read", { user: "ada", policyArn: unknown() }),
      findings: [{ id: "attached", at: "policyArn" }],
      only: "preview",
    },
    {
      name: "a list of a user's policies",
      given: declare(UserPolicyAttachmentsExclusive, "all", { userName: "ada", policyArns: [policyArn] }),
      findings: [{ id: "attached", at: "policyArns[0]" }],
    },
  ],
  unknown: "An attachment to a user is one whatever its policy is.",
});
