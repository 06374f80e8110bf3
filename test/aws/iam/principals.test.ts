import assert from "node:assert/strict";
import { type Principal, principalsOf } from "../../../lib/aws/iam/principals";
import {
  type Declared,
  type Shape,
  asStack,
  declareType,
  external,
  interpolate,
  jsonStringify,
  unknown,
} from "../../support/program";

const text = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" } });
const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

const user = declareType("aws:iam/user:User", "ada");
const group = declareType("aws:iam/group:Group", "engineers");
const role = declareType("aws:iam/role:Role", "ci", { assumeRolePolicy: trust });
const policy = declareType("aws:iam/policy:Policy", "deploy", { policy: text });
const set = declareType("aws:ssoadmin/permissionSet:PermissionSet", "operators", {
  instanceArn: "arn:aws:sso:::instance/i",
});

const attach = (type: string, name: string, args: Readonly<Record<string, unknown>>) =>
  declareType(`aws:iam/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`, name, args);
const grant = (type: string, name: string, args: Readonly<Record<string, unknown>>) =>
  declareType(`aws:ssoadmin/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`, name, {
    instanceArn: "arn:aws:sso:::instance/i",
    ...args,
  });

interface Case {
  readonly name: string;
  readonly program: readonly Declared[];
  /** The principal in question, by its name. */
  readonly of: string;
  readonly documents?: readonly string[];
  readonly policies?: readonly string[];
  readonly groups?: readonly string[];
  readonly boundary?: string;
  readonly complete?: string;
  readonly only?: Shape;
}

const cases: readonly Case[] = [
  { name: "nothing reaches a bare user", program: [user], of: "ada" },
  {
    name: "an inline policy of a user",
    program: [user, attach("UserPolicy", "own", { user: user.output("name"), policy: text })],
    of: "ada",
    documents: ["inline policy `own`"],
  },
  {
    name: "a document that a preview does not know",
    program: [
      policy,
      role,
      attach("RolePolicy", "own", { role: role.id, policy: jsonStringify({ Resource: policy.arn }) }),
    ],
    of: "ci",
    documents: ["inline policy `own`"],
  },
  {
    name: "what a role says of itself",
    program: [
      policy,
      declareType("aws:iam/role:Role", "ci", {
        assumeRolePolicy: trust,
        inlinePolicies: [{ name: "deploy", policy: text }],
        managedPolicyArns: [policy.arn, readOnly, administrator],
      }),
    ],
    of: "ci",
    documents: ["inline policy `deploy` of role `ci`", "AWS managed policy `AdministratorAccess`", "policy `deploy`"],
    policies: ["aws ReadOnlyAccess", "aws AdministratorAccess", "resource deploy"],
    complete: "no",
  },
  {
    name: "what the provider writes into a role's outputs for a separate policy",
    program: [
      declareType("aws:iam/role:Role", "ci", {
        name: "ci",
        assumeRolePolicy: trust,
        inlinePolicies: [{ name: "own", policy: text }],
      }),
      attach("RolePolicy", "separate", { name: "own", role: "ci", policy: text }),
    ],
    of: "ci",
    documents: ["inline policy `separate` of role `ci`"],
  },
  {
    name: "a customer managed policy, attached in each way to a role",
    program: [
      role,
      policy,
      attach("RolePolicyAttachment", "one", { role: role.output("name"), policyArn: policy.arn }),
      attach("PolicyAttachment", "two", { roles: [role.output("name")], policyArn: policy.arn }),
      attach("RolePolicyAttachmentsExclusive", "three", { roleName: role.output("name"), policyArns: [policy.arn] }),
    ],
    of: "ci",
    documents: ["policy `deploy`"],
    policies: ["resource deploy"],
  },
  {
    name: "the groups of a user, by both kinds of membership",
    program: [
      user,
      group,
      declareType("aws:iam/group:Group", "readers"),
      policy,
      attach("UserGroupMembership", "one", { user: user.output("name"), groups: [group.output("name")] }),
      attach("GroupMembership", "two", { group: "readers", users: [user.output("name")] }),
      attach("GroupPolicyAttachment", "deploy", { group: group.output("name"), policyArn: policy.arn }),
    ],
    of: "ada",
    groups: ["engineers"],
    documents: ["policy `deploy`"],
    policies: ["resource deploy through engineers"],
    complete: "no",
  },
  {
    name: "a group",
    program: [group, attach("GroupPolicyAttachment", "deploy", { group: group.output("name"), policyArn: readOnly })],
    of: "engineers",
    policies: ["aws ReadOnlyAccess"],
    complete: "no",
  },
  {
    name: "a customer managed policy outside the stack",
    program: [
      user,
      attach("UserPolicyAttachment", "x", {
        user: user.output("name"),
        policyArn: external("arn:aws:iam::123456789012:policy/x"),
      }),
    ],
    of: "ada",
    policies: ["external"],
    complete: "no",
  },
  {
    name: "a policy that a preview cannot tell",
    program: [user, attach("UserPolicyAttachment", "x", { user: user.output("name"), policyArn: unknown() })],
    of: "ada",
    policies: ["unknown"],
    complete: "unknown",
    only: "preview",
  },
  {
    name: "an attachment that a preview cannot tell to whom",
    program: [user, attach("UserPolicyAttachment", "x", { user: unknown(), policyArn: readOnly })],
    of: "ada",
    complete: "unknown",
    only: "preview",
  },
  {
    name: "a boundary in the stack",
    program: [policy, declareType("aws:iam/user:User", "ada", { permissionsBoundary: policy.arn })],
    of: "ada",
    boundary: "document policy `deploy`",
  },
  {
    name: "a boundary outside the stack",
    program: [
      declareType("aws:iam/user:User", "ada", { permissionsBoundary: "arn:aws:iam::123456789012:policy/limit" }),
    ],
    of: "ada",
    boundary: "external",
  },
  {
    name: "all that a permission set has",
    program: [
      set,
      policy,
      grant("PermissionSetInlinePolicy", "own", { permissionSetArn: set.arn, inlinePolicy: text }),
      grant("ManagedPolicyAttachment", "power", {
        permissionSetArn: set.arn,
        managedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
      }),
      grant("CustomerManagedPolicyAttachment", "deploy", {
        permissionSetArn: set.arn,
        customerManagedPolicyReference: { name: policy.output("name") },
      }),
      grant("PermissionsBoundaryAttachment", "limit", {
        permissionSetArn: set.arn,
        permissionsBoundary: { managedPolicyArn: readOnly },
      }),
    ],
    of: "operators",
    documents: ["inline policy `own`", "AWS managed policy `PowerUserAccess`", "policy `deploy`"],
    policies: ["aws PowerUserAccess", "resource deploy"],
    boundary: "external",
  },
];

describe("principals of a stack", () => {
  for (const each of cases) {
    for (const shape of each.only ? [each.only] : (["preview", "deployed"] as const)) {
      it(`${each.name} (${shape})`, () => {
        const found = principalsOf(asStack(each.program, shape)).find(({ name }) => name === each.of);
        assert.ok(found);
        assert.deepEqual(described(found), {
          documents: [...(each.documents ?? [])].sort(),
          policies: [...(each.policies ?? [])].sort(),
          groups: each.groups ?? [],
          boundary: each.boundary ?? "none",
          complete: each.complete ?? "yes",
        });
      });
    }
  }

  it("an inline policy whose parts are not known yet has a document whose unknown part is the whole", () => {
    const program = [policy, role, attach("RolePolicy", "own", { role: role.id, policy: interpolate`${policy.arn}` })];
    const [found] = principalsOf(asStack(program, "preview"));
    assert.deepEqual(found?.documents[0]?.document.unknownParts, [""]);
  });
});

function described({ documents, managedPolicies, groups, boundary, complete }: Principal) {
  return {
    documents: documents.map(({ name }) => name.replace(/^(inline policy `own`) of .*$/, "$1")).sort(),
    policies: managedPolicies
      .map(({ policy: target, group: through }) => {
        const name =
          target.kind === "resource"
            ? ` ${target.resource.name}`
            : target.kind === "aws"
              ? ` ${target.policyName}`
              : "";
        return `${target.kind}${name}${through ? ` through ${through.name}` : ""}`;
      })
      .sort(),
    groups: groups.map(({ name }) => name),
    boundary: boundary.kind === "document" ? `document ${boundary.document.name}` : boundary.kind,
    complete,
  };
}
