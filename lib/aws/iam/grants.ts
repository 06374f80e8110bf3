import { pushTo } from "../../core/grouping";
import { type Place, type Read, known, valueOf } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type CarriedDocument, carriedBy } from "../documents";
import { type Reference, referenceOf, referencesOf } from "../references";
import { CustomerManagedPolicyAttachment } from "../ssoadmin/customer-managed-policy-attachment";
import { ManagedPolicyAttachment } from "../ssoadmin/managed-policy-attachment";
import { ManagedPolicyAttachmentsExclusive } from "../ssoadmin/managed-policy-attachments-exclusive";
import { PermissionSet } from "../ssoadmin/permission-set";
import { PermissionSetInlinePolicy } from "../ssoadmin/permission-set-inline-policy";
import { type ViewBase } from "../view";
import { awsManagedName } from "./aws-managed";
import { Group } from "./group";
import { GroupPolicy } from "./group-policy";
import { GroupPolicyAttachment } from "./group-policy-attachment";
import { GroupPolicyAttachmentsExclusive } from "./group-policy-attachments-exclusive";
import { ManagedPolicy } from "./policy";
import { PolicyAttachment } from "./policy-attachment";
import { Role } from "./role";
import { RolePolicy } from "./role-policy";
import { RolePolicyAttachment } from "./role-policy-attachment";
import { RolePolicyAttachmentsExclusive } from "./role-policy-attachments-exclusive";
import { User } from "./user";
import { UserPolicy } from "./user-policy";
import { UserPolicyAttachment } from "./user-policy-attachment";
import { UserPolicyAttachmentsExclusive } from "./user-policy-attachments-exclusive";

/** A managed policy that is attached, as far as it can be told what it is. */
export type PolicyTarget =
  | { readonly kind: "resource"; readonly resource: Resource }
  | { readonly kind: "aws"; readonly arn: string; readonly policyName: string }
  /** Outside the stack; `arn` is undefined where it is known only after deployment. */
  | { readonly kind: "external"; readonly arn: string | undefined }
  | { readonly kind: "unknown" };

/** One policy that one resource gives to one principal. */
export interface Grant {
  readonly holder: Reference;
  readonly holderTypes: readonly string[];
  readonly given:
    | { readonly form: "inline"; readonly carried: CarriedDocument }
    | { readonly form: "managed"; readonly policy: PolicyTarget };
  /** Where it is attached; for an inline policy where its document stands. */
  readonly place: Place;
  /** The resource that attaches it, or that carries the inline policy. */
  readonly by: Resource;
}

export interface Grants {
  readonly all: readonly Grant[];
  readonly byHolder: ReadonlyMap<string, readonly Grant[]>;
  /** Types of principals to which something is given without its being known to which. */
  readonly openTypes: ReadonlySet<string>;
}

/** Every policy that a stack gives to principals, by the URN of the principal. */
export const grantsOf = oncePerStack((stack): Grants => {
  const byHolder = new Map<string, Grant[]>();
  const openTypes = new Set<string>();
  const grants = [...inlineGrants(stack), ...managedGrants(stack)];
  for (const grant of grants) {
    if (grant.holder.kind === "unknown") grant.holderTypes.forEach((type) => openTypes.add(type));
    if (grant.holder.kind === "resource") pushTo(byHolder, grant.holder.resource.urn, grant);
  }
  return { all: grants, byHolder, openTypes };
});

/** What a text that should be the ARN of a managed policy stands for. */
export function policyTargetOf(stack: Stack, resource: Resource, arn: Read<string>): PolicyTarget {
  const aws = arn.kind === "known" ? awsTarget(arn.value) : undefined;
  return aws ?? targetOf(referenceOf(stack, resource, arn, ManagedPolicy.types));
}

function awsTarget(arn: string): PolicyTarget | undefined {
  const policyName = awsManagedName(arn);
  return policyName === undefined ? undefined : { kind: "aws", arn, policyName };
}

function targetOf(reference: Reference): PolicyTarget {
  switch (reference.kind) {
    case "resource":
      return { kind: "resource", resource: reference.resource };
    case "external":
      return { kind: "external", arn: reference.text };
    case "unknown":
    case "absent":
      return { kind: "unknown" };
  }
}

interface PlacedTarget {
  readonly policy: PolicyTarget;
  readonly place: Place;
}

function policyTargetsOf(
  stack: Stack,
  resource: Resource,
  arns: Read<readonly Read<string>[]>,
): readonly PlacedTarget[] {
  if (arns.kind === "absent") return [];
  const items = valueOf(arns) ?? [];
  const aws = items.flatMap((item) => {
    const policy = item.kind === "known" ? awsTarget(item.value) : undefined;
    return policy ? [{ policy, place: item.place }] : [];
  });
  const others = items.filter((item) => item.kind !== "known" || awsTarget(item.value) === undefined);
  const rest = arns.kind === "known" ? known(others, arns.place) : arns;
  const references = referencesOf(stack, resource, rest, ManagedPolicy.types);
  return [...aws, ...references.map((reference) => ({ policy: targetOf(reference), place: reference.place }))];
}

function inlineGrants(stack: Stack): readonly Grant[] {
  return [
    ...UserPolicy.allIn(stack).flatMap((each) => separateInline(stack, each, each.user, User.types)),
    ...GroupPolicy.allIn(stack).flatMap((each) => separateInline(stack, each, each.group, Group.types)),
    ...RolePolicy.allIn(stack).flatMap((each) => separateInline(stack, each, each.role, Role.types)),
    ...PermissionSetInlinePolicy.allIn(stack).flatMap((each) =>
      separateInline(stack, each, each.permissionSetArn, PermissionSet.types),
    ),
    ...ownInline(stack),
  ];
}

function separateInline(
  stack: Stack,
  { resource }: ViewBase,
  owner: Read<string>,
  holderTypes: readonly string[],
): readonly Grant[] {
  const holder = referenceOf(stack, resource, owner, holderTypes);
  return carriedBy(resource).map((carried) => ({
    holder,
    holderTypes,
    given: { form: "inline", carried },
    place: carried.read.place,
    by: resource,
  }));
}

/** The provider writes separate inline policies into the role's outputs as well: those are left out here. */
function ownInline(stack: Stack): readonly Grant[] {
  const separate = separateInlineNames(stack);
  return Role.allIn(stack).flatMap(({ resource, urn, inlinePolicies, place }) => {
    const own = (valueOf(inlinePolicies) ?? []).filter(
      ({ policyName }) => !separate.has(`${urn} ${valueOf(policyName) ?? ""}`),
    );
    const paths = new Set(
      inlinePolicies.kind === "unknown"
        ? [inlinePolicies.place.path]
        : own.flatMap((each) => [each.document.place.path, each.place.path]),
    );
    const holder: Reference = { kind: "resource", resource, because: "dependency", place };
    return carriedBy(resource)
      .filter(({ kind, read }) => kind === "inlineOfRole" && paths.has(read.place.path))
      .map((carried) => ({
        holder,
        holderTypes: Role.types,
        given: { form: "inline" as const, carried },
        place: carried.read.place,
        by: resource,
      }));
  });
}

/** `<urn of the role> <name of the policy>` of every separate inline policy. */
const separateInlineNames = oncePerStack(
  (stack): ReadonlySet<string> =>
    new Set(
      RolePolicy.allIn(stack).flatMap(({ resource, role, policyName }) => {
        const holder = referenceOf(stack, resource, role, Role.types);
        const name = valueOf(policyName);
        return holder.kind === "resource" && name !== undefined ? [`${holder.resource.urn} ${name}`] : [];
      }),
    ),
);

function managedGrants(stack: Stack): readonly Grant[] {
  return [
    ...UserPolicyAttachment.allIn(stack).flatMap((each) => one(stack, each, each.user, User.types)),
    ...GroupPolicyAttachment.allIn(stack).flatMap((each) => one(stack, each, each.group, Group.types)),
    ...RolePolicyAttachment.allIn(stack).flatMap((each) => one(stack, each, each.role, Role.types)),
    ...UserPolicyAttachmentsExclusive.allIn(stack).flatMap((each) => several(stack, each, each.user, User.types)),
    ...GroupPolicyAttachmentsExclusive.allIn(stack).flatMap((each) => several(stack, each, each.group, Group.types)),
    ...RolePolicyAttachmentsExclusive.allIn(stack).flatMap((each) => several(stack, each, each.role, Role.types)),
    ...wideAttachments(stack),
    ...ownManaged(stack),
    ...permissionSetGrants(stack),
  ];
}

function permissionSetGrants(stack: Stack): readonly Grant[] {
  const { types } = PermissionSet;
  return [
    ...ManagedPolicyAttachment.allIn(stack).flatMap((each) =>
      one(stack, { ...each, policyArn: each.managedPolicyArn }, each.permissionSetArn, types),
    ),
    ...ManagedPolicyAttachmentsExclusive.allIn(stack).flatMap((each) =>
      several(stack, { ...each, policyArns: each.managedPolicyArns }, each.permissionSetArn, types),
    ),
    ...CustomerManagedPolicyAttachment.allIn(stack).flatMap((each) =>
      one(stack, { ...each, policyArn: each.policyName }, each.permissionSetArn, types),
    ),
  ];
}

function one(
  stack: Stack,
  { resource, policyArn }: { readonly resource: Resource; readonly policyArn: Read<string> },
  owner: Read<string>,
  holderTypes: readonly string[],
): readonly Grant[] {
  const policy = policyTargetOf(stack, resource, policyArn);
  const holder = referenceOf(stack, resource, owner, holderTypes);
  return attachment(resource, holder, holderTypes, [{ policy, place: policyArn.place }]);
}

function several(
  stack: Stack,
  { resource, policyArns }: { readonly resource: Resource; readonly policyArns: Read<readonly Read<string>[]> },
  owner: Read<string>,
  holderTypes: readonly string[],
): readonly Grant[] {
  const holder = referenceOf(stack, resource, owner, holderTypes);
  return attachment(resource, holder, holderTypes, policyTargetsOf(stack, resource, policyArns));
}

function attachment(
  by: Resource,
  holder: Reference,
  holderTypes: readonly string[],
  targets: readonly PlacedTarget[],
): readonly Grant[] {
  return targets.map(({ policy, place }) => ({ holder, holderTypes, given: { form: "managed", policy }, place, by }));
}

function wideAttachments(stack: Stack): readonly Grant[] {
  return PolicyAttachment.allIn(stack).flatMap(({ resource, policyArn, users, groups, roles }) => {
    const policy = policyTargetOf(stack, resource, policyArn);
    const to = (holders: Read<readonly Read<string>[]>, types: readonly string[]) =>
      referencesOf(stack, resource, holders, types).flatMap((holder) =>
        attachment(resource, holder, types, [{ policy, place: holder.place }]),
      );
    return [...to(users, User.types), ...to(groups, Group.types), ...to(roles, Role.types)];
  });
}

function ownManaged(stack: Stack): readonly Grant[] {
  return Role.allIn(stack).flatMap(({ resource, managedPolicyArns, place }) => {
    const holder: Reference = { kind: "resource", resource, because: "dependency", place };
    return attachment(resource, holder, Role.types, policyTargetsOf(stack, resource, managedPolicyArns));
  });
}
