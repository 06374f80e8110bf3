import { AccessKey } from "../../../lib/aws/iam/access-key";
import { Group } from "../../../lib/aws/iam/group";
import { GroupPolicy } from "../../../lib/aws/iam/group-policy";
import { GroupPolicyAttachment } from "../../../lib/aws/iam/group-policy-attachment";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import { UserPolicyAttachment } from "../../../lib/aws/iam/user-policy-attachment";
import policy from "../../../policies/iam/require-mfa-for-administrators";
import { alice, denyUnless, denyWithoutMfa, everything, password, policyOfAlice } from "../../support/people";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
const key = declare(AccessKey, "key", { user: alice.output("name") });
const admins = declare(Group, "admins", { name: "admins" });
const member = declare(UserGroupMembership, "member", {
  user: alice.output("name"),
  groups: [admins.output("name")],
});
const attached = declare(GroupPolicyAttachment, "attached", { group: admins.output("name"), policyArn: administrator });
const withoutMfa = { id: "withoutMfa", on: "alice", at: "" };

export default policyTest(policy, {
  pass: [
    { name: "no console password", given: [alice, policyOfAlice("all", everything)] },
    {
      name: "no such rights",
      given: [alice, password, policyOfAlice("read", { Effect: "Allow", Action: "s3:Get*", Resource: "*" })],
    },
    { name: "denied in the same document", given: [alice, password, policyOfAlice("all", everything, denyWithoutMfa)] },
    {
      name: "denied in another document",
      given: [alice, password, policyOfAlice("all", everything), policyOfAlice("mfa", denyWithoutMfa)],
    },
    {
      name: "allowed only with a second factor",
      given: [
        alice,
        password,
        policyOfAlice("all", { ...everything, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      ],
    },
    {
      name: "allowed only a while after a second factor",
      given: [
        alice,
        password,
        policyOfAlice("all", { ...everything, Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } } }),
      ],
    },
    {
      name: "denied in the user's group",
      given: [
        alice,
        password,
        policyOfAlice("all", everything),
        admins,
        member,
        declare(GroupPolicy, "mfa", { group: admins.output("name"), policy: documentOf(denyWithoutMfa) }),
      ],
    },
    {
      name: "one's own credentials",
      given: [
        alice,
        password,
        policyOfAlice("own", {
          Effect: "Allow",
          Action: ["iam:CreateAccessKey", "iam:UpdateLoginProfile"],
          Resource: "arn:aws:iam::*:user/${aws:username}",
        }),
      ],
    },
    {
      name: "a group that denies what it allows",
      given: [
        admins,
        attached,
        declare(GroupPolicy, "mfa", { group: admins.output("name"), policy: documentOf(denyWithoutMfa) }),
      ],
    },
    {
      name: "a denial that access keys would slip through, with no access key",
      given: [
        alice,
        password,
        policyOfAlice("all", everything, denyUnless({ Bool: { "aws:MultiFactorAuthPresent": "false" } })),
      ],
    },
  ],
  fail: [
    {
      name: "everything without a second factor",
      given: [alice, password, policyOfAlice("all", everything)],
      findings: [
        {
          ...withoutMfa,
          data: {
            kind: "user",
            name: "alice",
            action: "iam:AttachUserPolicy",
            document: "inline policy `all` of user `alice`",
            statement: "Everything",
          },
        },
      ],
      controls: ["iam.mfa.user-policy"],
    },
    {
      name: "AWS's policy of administrators",
      given: [
        alice,
        password,
        declare(UserPolicyAttachment, "admin", { user: alice.output("name"), policyArn: administrator }),
      ],
      findings: [withoutMfa],
      controls: ["iam.mfa.admin"],
    },
    {
      name: "rights over the credentials of others",
      given: [
        alice,
        password,
        policyOfAlice("keys", { Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "arn:aws:iam::*:user/*" }),
      ],
      findings: [withoutMfa],
    },
    {
      name: "a group of administrators",
      given: [admins, attached],
      findings: [{ id: "withoutMfa", at: "" }],
      controls: ["iam.mfa.group-policy"],
    },
    {
      name: "a user through a group is reported once, at the group",
      given: [admins, attached, alice, password, member],
      findings: [{ id: "withoutMfa", at: "" }],
    },
    {
      name: "a denial the wrong way round",
      given: [
        alice,
        password,
        policyOfAlice("all", everything, denyUnless({ Bool: { "aws:MultiFactorAuthPresent": "true" } })),
      ],
      findings: [withoutMfa],
    },
    {
      name: "a denial of sessions that do not say",
      given: [
        alice,
        password,
        policyOfAlice("all", everything, denyUnless({ Null: { "aws:MultiFactorAuthPresent": "true" } })),
      ],
      findings: [withoutMfa],
    },
    {
      name: "a denial that the user's access key slips through",
      given: [
        alice,
        password,
        key,
        policyOfAlice("all", everything, denyUnless({ Bool: { "aws:MultiFactorAuthPresent": "false" } })),
      ],
      findings: [withoutMfa],
    },
  ],
  unknown: [
    {
      name: "another document is not known yet",
      given: [
        alice,
        password,
        policyOfAlice("all", everything),
        policyOfAlice("other", { Effect: "Allow", Action: unknown() as unknown as string, Resource: "*" }),
      ],
      at: "",
    },
    {
      name: "a policy outside the stack may deny it",
      given: [
        alice,
        password,
        policyOfAlice("all", everything),
        declare(UserPolicyAttachment, "other", {
          user: alice.output("name"),
          policyArn: external("arn:aws:iam::123456789012:policy/mfa"),
        }),
      ],
      at: "",
    },
  ],
});
