import { PolicyAttachment } from "../../../lib/aws/iam/policy-attachment";
import { Role } from "../../../lib/aws/iam/role";
import { RolePoliciesExclusive } from "../../../lib/aws/iam/role-policies-exclusive";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { RolePolicyAttachment } from "../../../lib/aws/iam/role-policy-attachment";
import { RolePolicyAttachmentsExclusive } from "../../../lib/aws/iam/role-policy-attachments-exclusive";
import policy from "../../../policies/iam/no-policy-management-conflicts";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const read = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const role = declare(Role, "ci", { assumeRolePolicy: trust });
const withArns = declare(Role, "ci", { assumeRolePolicy: trust, managedPolicyArns: [read] });
const withInline = declare(Role, "ci", { assumeRolePolicy: trust, inlinePolicies: [{ name: "logs", policy: trust }] });
const attach = (of: typeof role, policyArn: string) =>
  declare(RolePolicyAttachment, "attached", { role: of.output("name"), policyArn });

export default policyTest(policy, {
  pass: [
    { name: "separate attachments", given: [role, attach(role, read)] },
    { name: "a list in the role", given: [withArns] },
    {
      name: "what the provider writes into the role for a separate attachment",
      given: [withArns, attach(withArns, read)],
    },
    {
      name: "an exclusive list that names what is attached",
      given: [
        role,
        attach(role, read),
        declare(RolePolicyAttachmentsExclusive, "all", { roleName: role.output("name"), policyArns: [read] }),
      ],
    },
    {
      name: "an exclusive list that names the inline policy",
      given: [
        role,
        declare(RolePolicy, "logs", { name: "logs", role: role.output("name"), policy: trust }),
        declare(RolePoliciesExclusive, "all", { roleName: role.output("name"), policyNames: ["logs"] }),
      ],
    },
  ],
  fail: [
    {
      name: "a list in the role and an attachment of another policy",
      given: [withArns, attach(withArns, audit)],
      findings: [
        {
          id: "conflict",
          on: "attached",
          at: "policyArn",
          data: { exclusive: "`managedPolicyArns` of role `ci`", addition: "attached" },
        },
      ],
      controls: ["iam.role.policy-management-conflict"],
    },
    {
      name: "inline policies in the role and a separate one",
      given: [withInline, declare(RolePolicy, "s3", { role: withInline.output("name"), policy: trust })],
      findings: [{ id: "conflict", on: "s3", at: "policy" }],
    },
    {
      name: "an exclusive list that leaves an attachment out",
      given: [
        role,
        attach(role, audit),
        declare(RolePolicyAttachmentsExclusive, "all", { roleName: role.output("name"), policyArns: [read] }),
      ],
      findings: [
        { id: "conflict", on: "attached", at: "policyArn", data: { exclusive: "list `all`", addition: "attached" } },
      ],
    },
    {
      name: "an exclusive list that leaves an inline policy out",
      given: [
        role,
        declare(RolePolicy, "s3", { name: "s3", role: role.output("name"), policy: trust }),
        declare(RolePoliciesExclusive, "all", { roleName: role.output("name"), policyNames: [] }),
      ],
      findings: [{ id: "conflict", on: "s3", at: "policy" }],
    },
    {
      name: "an attachment for the whole account and another of the same policy",
      given: [role, attach(role, read), declare(PolicyAttachment, "everywhere", { policyArn: read, roles: ["other"] })],
      findings: [{ id: "conflict", on: "attached", at: "policyArn" }],
    },
  ],
  unknown: "A conflict is reported where both sides are known; in a preview the dependencies tell nearly always.",
  knownMisses: [
    {
      name: "an attachment of a policy that is not known yet",
      given: [withArns, declare(RolePolicyAttachment, "x", { role: withArns.output("name"), policyArn: unknown() })],
      because: "it may be the one that the role lists",
      only: "preview",
    },
    {
      name: "a role that lists nothing at all",
      given: [declare(Role, "ci", { assumeRolePolicy: trust, managedPolicyArns: [] }), attach(role, read)],
      because: "the provider writes the empty list into every role",
    },
  ],
  silentWhenUnknown: {
    "RolePolicyAttachment.role":
      "a policy or list of which it is not known whose it is conflicts with nothing that is known",
    "RolePolicy.role": "a policy or list of which it is not known whose it is conflicts with nothing that is known",
    "RolePolicyAttachmentsExclusive.roleName":
      "a policy or list of which it is not known whose it is conflicts with nothing that is known",
    "RolePoliciesExclusive.roleName":
      "a policy or list of which it is not known whose it is conflicts with nothing that is known",
    "RolePolicyAttachment.policyArn": "which policy a wide attachment detaches elsewhere is known by its ARN alone",
    "PolicyAttachment.policyArn": "which policy a wide attachment detaches elsewhere is known by its ARN alone",
  },
});
