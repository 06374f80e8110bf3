import { type PolicyDocument, type NamedDocument } from "../../access/document";
import { parsePolicy } from "../../access/parse";
import { unknownValue } from "../../core/properties";
import { type Place, type Read } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, all } from "../../core/truth";
import { carriedBy } from "../documents";
import { type DocumentRead } from "../policy-document";
import { PermissionSet } from "../ssoadmin/permission-set";
import { PermissionsBoundaryAttachment } from "../ssoadmin/permissions-boundary-attachment";
import { referenceOf } from "../references";
import { type ViewBase } from "../view";
import { awsManagedDocument } from "./aws-managed";
import { type Grant, type PolicyTarget, grantsOf, policyTargetOf } from "./grants";
import { Group } from "./group";
import { membershipsOfUser } from "./memberships";
import { Role } from "./role";
import { User } from "./user";

export type PrincipalKind = "user" | "group" | "role" | "permissionSet";

export interface AttachedPolicy {
  readonly policy: PolicyTarget;
  /** Where it is attached. */
  readonly place: Place;
  /** The group of the user that it comes through. */
  readonly group?: Resource;
}

/**
 * A document that reaches a principal; its `name` is as "inline policy `deploy` of role `ci`". One that is not known yet is a
 * document whose unknown part is the whole.
 */
export interface PrincipalDocument extends NamedDocument {
  readonly form: "inline" | "managed" | "aws";
  /** The resource that carries it; for an AWS managed policy the one that attaches it. */
  readonly resource: Resource;
  /** Where the document stands in `resource`; for an AWS managed policy where it is attached. */
  readonly place: Place;
  /** Where it is attached; for inline policies as `place`. */
  readonly attachedAt: Place;
  /** The group of the user that it comes through. */
  readonly group?: Resource;
}

export type PrincipalBoundary =
  | { readonly kind: "none" }
  | { readonly kind: "document"; readonly document: PrincipalDocument }
  /** Outside the stack, or an AWS managed policy whose contents are not at hand. */
  | { readonly kind: "external"; readonly arn: string | undefined; readonly place: Place }
  | { readonly kind: "unknown"; readonly place: Place };

/** A user, group, role or permission set with all that reaches it, its groups' policies included. */
export interface Principal {
  readonly kind: PrincipalKind;
  readonly resource: Resource;
  /** The logical name in the program. */
  readonly name: string;
  readonly documents: readonly PrincipalDocument[];
  /** Every managed policy, those whose documents are in `documents` included. */
  readonly managedPolicies: readonly AttachedPolicy[];
  /** The groups in the stack that a user belongs to. */
  readonly groups: readonly Resource[];
  readonly boundary: PrincipalBoundary;
  /**
   * Whether `documents` is all that reaches it. `no` where a policy or group lies outside the stack or an AWS managed policy's
   * contents are not at hand; `unknown` where a preview cannot tell what is attached, or to whom.
   */
  readonly complete: Truth;
  /** Whether a preview cannot tell all that is attached, or to whom; a `no` of `complete` does not hide that. */
  readonly isOpen: boolean;
}

/** All principals of a stack, by kind and then by URN. */
export const principalsOf = oncePerStack((stack): readonly Principal[] => {
  const groups = Group.allIn(stack).map((view) => principal(stack, "group", view, { kind: "none" }));
  const groupOf = new Map(groups.map((each) => [each.resource.urn, each]));
  return [
    ...User.allIn(stack).map((view) =>
      withGroups(stack, principal(stack, "user", view, boundaryOf(stack, view, view.permissionsBoundary)), groupOf),
    ),
    ...groups,
    ...Role.allIn(stack).map((view) =>
      principal(stack, "role", view, boundaryOf(stack, view, view.permissionsBoundary)),
    ),
    ...PermissionSet.allIn(stack).map((view) =>
      principal(stack, "permissionSet", view, setBoundaries(stack).get(view.urn) ?? { kind: "none" }),
    ),
  ];
});

/** The principal that a resource is, or `undefined` for a resource that is none. */
export function principalAt(stack: Stack, resource: Resource): Principal | undefined {
  return principalsByUrn(stack).get(resource.urn);
}

const principalsByUrn = oncePerStack(
  (stack) => new Map(principalsOf(stack).map((each) => [each.resource.urn, each] as const)),
);

function principal(stack: Stack, kind: PrincipalKind, view: ViewBase, boundary: PrincipalBoundary): Principal {
  const { byHolder, openTypes } = grantsOf(stack);
  const grants = byHolder.get(view.urn) ?? [];
  const managedPolicies = uniquePolicies(grants.flatMap(attachedBy));
  return {
    kind,
    resource: view.resource,
    name: view.name,
    documents: uniqueDocuments(grants.flatMap(documentOfGrant)),
    managedPolicies,
    groups: [],
    boundary,
    complete: all([openTypes.has(view.resource.type) ? "unknown" : "yes", ...managedPolicies.map(isAtHand)]),
    isOpen: openTypes.has(view.resource.type) || managedPolicies.some(({ policy }) => policy.kind === "unknown"),
  };
}

function withGroups(stack: Stack, user: Principal, groupOf: ReadonlyMap<string, Principal>): Principal {
  const { certain, possible } = membershipsOfUser(stack, user.resource);
  const groups = certain.flatMap(({ group }) => {
    const found = group.kind === "resource" ? groupOf.get(group.resource.urn) : undefined;
    return found ? [found] : [];
  });
  const through = [...new Set(groups)];
  const membershipsAtHand = certain.map(({ group }): Truth =>
    group.kind === "resource" ? "yes" : group.kind === "external" ? "no" : "unknown",
  );
  return {
    ...user,
    groups: through.map(({ resource }) => resource),
    documents: uniqueDocuments([...user.documents, ...through.flatMap(inherited((group) => group.documents))]),
    managedPolicies: uniquePolicies([
      ...user.managedPolicies,
      ...through.flatMap(inherited((group) => group.managedPolicies)),
    ]),
    complete: all([
      user.complete,
      possible.length > 0 ? "unknown" : "yes",
      ...membershipsAtHand,
      ...through.map(({ complete }) => complete),
    ]),
    isOpen:
      user.isOpen ||
      possible.length > 0 ||
      membershipsAtHand.includes("unknown") ||
      through.some(({ isOpen }) => isOpen),
  };
}

function inherited<T extends object>(what: (group: Principal) => readonly T[]) {
  return (group: Principal): readonly (T & { readonly group: Resource })[] =>
    what(group).map((each) => ({ ...each, group: group.resource }));
}

/** Whether the document of an attached policy is known to this pack. */
function isAtHand({ policy }: AttachedPolicy): Truth {
  switch (policy.kind) {
    case "resource":
      return "yes";
    case "aws":
      return awsManagedDocument(policy.policyName) ? "yes" : "no";
    case "external":
      return "no";
    case "unknown":
      return "unknown";
  }
}

function attachedBy({ given, place }: Grant): readonly AttachedPolicy[] {
  return given.form === "managed" ? [{ policy: given.policy, place }] : [];
}

function documentOfGrant({ given, place, by }: Grant): readonly PrincipalDocument[] {
  if (given.form === "managed") return documentsOfTarget(given.policy, place, by);
  const { label, read, resource } = given.carried;
  return [{ name: label, document: documentIn(read), form: "inline", resource, place: read.place, attachedAt: place }];
}

function documentsOfTarget(policy: PolicyTarget, attachedAt: Place, by: Resource): readonly PrincipalDocument[] {
  switch (policy.kind) {
    case "resource":
      return carriedBy(policy.resource).map(({ label, read, resource }) => ({
        name: label,
        document: documentIn(read),
        form: "managed",
        resource,
        place: read.place,
        attachedAt,
      }));
    case "aws": {
      const document = awsManagedDocument(policy.policyName);
      const name = `AWS managed policy \`${policy.policyName}\``;
      return document ? [{ name, document, form: "aws", resource: by, place: attachedAt, attachedAt }] : [];
    }
    case "external":
    case "unknown":
      return [];
  }
}

function documentIn(read: DocumentRead): PolicyDocument {
  return read.kind === "known" ? read.value : parsePolicy(unknownValue);
}

function boundaryOf(stack: Stack, { resource }: ViewBase, arn: Read<string>): PrincipalBoundary {
  return arn.kind === "absent" || (arn.kind === "known" && arn.value === "")
    ? { kind: "none" }
    : boundaryAt(policyTargetOf(stack, resource, arn), arn.place, resource);
}

function boundaryAt(policy: PolicyTarget, place: Place, by: Resource): PrincipalBoundary {
  if (policy.kind === "unknown") return { kind: "unknown", place };
  const [document] = documentsOfTarget(policy, place, by);
  if (document) return { kind: "document", document };
  return { kind: "external", arn: policy.kind === "resource" ? undefined : policy.arn, place };
}

/** Boundaries of permission sets, by the URN of the set. */
const setBoundaries = oncePerStack((stack): ReadonlyMap<string, PrincipalBoundary> => {
  const found = PermissionsBoundaryAttachment.allIn(stack).flatMap(({ resource, permissionSetArn, policy }) => {
    const holder = referenceOf(stack, resource, permissionSetArn, PermissionSet.types);
    if (holder.kind !== "resource") return [];
    return [
      [holder.resource.urn, boundaryAt(policyTargetOf(stack, resource, policy), policy.place, resource)] as const,
    ];
  });
  return new Map(found);
});

function uniqueDocuments(documents: readonly PrincipalDocument[]): readonly PrincipalDocument[] {
  return uniqueBy(documents, ({ name, place, form }) => (form === "aws" ? name : `${place.urn} ${place.path}`));
}

function uniquePolicies(policies: readonly AttachedPolicy[]): readonly AttachedPolicy[] {
  return uniqueBy(policies, ({ policy, place }) => {
    if (policy.kind === "resource") return policy.resource.urn;
    if (policy.kind !== "unknown" && policy.arn !== undefined) return policy.arn;
    return `${place.urn} ${place.path}`;
  });
}

/** The first of each key. */
function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
