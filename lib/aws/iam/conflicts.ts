import { type StackSubject } from "../../core/policy";
import { type Place, type Read, valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Truth } from "../../core/truth";
import { referenceOf } from "../references";
import { type Grant, type PolicyTarget, grantsOf } from "./grants";
import { GroupPoliciesExclusive } from "./group-policies-exclusive";
import { Group } from "./group";
import { GroupPolicyAttachmentsExclusive } from "./group-policy-attachments-exclusive";
import { PolicyAttachment } from "./policy-attachment";
import { Role } from "./role";
import { RolePoliciesExclusive } from "./role-policies-exclusive";
import { RolePolicyAttachmentsExclusive } from "./role-policy-attachments-exclusive";
import { User } from "./user";
import { UserPoliciesExclusive } from "./user-policies-exclusive";
import { UserPolicyAttachmentsExclusive } from "./user-policy-attachments-exclusive";

/** Something that claims to say all there is, and something else that says more: each deployment undoes one of them. */
export interface Conflict {
  /** What claims to be exclusive, such as "`managedPolicyArns` of role `ci`". */
  readonly exclusive: string;
  /** The logical name of the resource that adds to it. */
  readonly addition: string;
  /** Where the addition stands. */
  readonly place: Place;
  /** Whether what claims to be exclusive leaves the addition out. */
  readonly isLeftOut: Truth;
}

const attachmentLists: readonly string[] = [
  ...UserPolicyAttachmentsExclusive.types,
  ...GroupPolicyAttachmentsExclusive.types,
  ...RolePolicyAttachmentsExclusive.types,
];

/** Every conflict between exclusive and separate management of policies in a stack. */
export const PolicyConflicts: StackSubject<Conflict> = {
  scope: "stack",
  types: [
    ...Role.types,
    ...PolicyAttachment.types,
    ...attachmentLists,
    ...inlineLists().flatMap(({ view }) => view.types),
  ],
  *select(stack) {
    for (const grants of grantsOf(stack).byHolder.values()) {
      yield* conflictsWithRole(grants);
      yield* conflictsWithList(grants);
    }
    yield* conflictsWithInlineList(stack);
    yield* conflictsWithWideAttachment(stack);
  },
};

/** What a role says of itself is exclusive; the provider also writes separate policies into it, which are no conflict. */
function* conflictsWithRole(grants: readonly Grant[]): Generator<Conflict> {
  for (const [form, property] of [
    ["managed", "managedPolicyArns"],
    ["inline", "inlinePolicies"],
  ] as const) {
    const ofForm = grants.filter(({ given }) => given.form === form);
    const own = ofForm.filter(({ by }) => Role.shows(by));
    const separate = ofForm.filter(({ by }) => !Role.shows(by));
    const separateKeys = new Set(separate.flatMap(keyOf));
    const ownKeys = new Set(own.flatMap(keyOf));
    const [first] = own.filter(
      (grant) => isOpenIn(grant, property) || keyOf(grant).some((key) => !separateKeys.has(key)),
    );
    if (!first) continue;
    const exclusive = `\`${property}\` of role \`${first.by.name}\``;
    const additions = separate.filter((grant) => !keyOf(grant).some((key) => ownKeys.has(key)));
    yield* additions.map((grant) => ({
      exclusive,
      addition: grant.by.name,
      place: grant.place,
      isLeftOut: allKnown([...own, grant]),
    }));
  }
}

function* conflictsWithList(grants: readonly Grant[]): Generator<Conflict> {
  const listed = grants.filter(({ by }) => attachmentLists.includes(by.type));
  const [first] = listed;
  if (!first) return;
  const keys = new Set(listed.flatMap(keyOf));
  for (const grant of grants) {
    const beside = grant.given.form === "managed" && !attachmentLists.includes(grant.by.type) && !Role.shows(grant.by);
    const missing = !keyOf(grant).some((key) => keys.has(key));
    if (beside && missing)
      yield {
        exclusive: `list \`${first.by.name}\``,
        addition: grant.by.name,
        place: grant.place,
        isLeftOut: allKnown([...listed, grant]),
      };
  }
}

/** What is not known yet may be any of the others. */
function allKnown(grants: readonly Grant[]): Truth {
  return grants.some((grant) => keyOf(grant).length === 0) ? "unknown" : "yes";
}

/** Whether the program gives a role a list that is not known yet: what the provider itself does not know is no list. */
function isOpenIn(grant: Grant, property: string): boolean {
  return keyOf(grant).length === 0 && Object.hasOwn(grant.by.propertyDependencies, property);
}

function inlineLists() {
  return [
    { view: UserPoliciesExclusive, holder: "user", types: User.types },
    { view: GroupPoliciesExclusive, holder: "group", types: Group.types },
    { view: RolePoliciesExclusive, holder: "role", types: Role.types },
  ] as const;
}

function* conflictsWithInlineList(stack: Stack): Generator<Conflict> {
  for (const { view, holder, types } of inlineLists()) {
    for (const list of view.allIn(stack)) {
      const owner = (list as unknown as Readonly<Record<string, Read<string>>>)[holder];
      const reference = owner && referenceOf(stack, list.resource, owner, types);
      if (reference?.kind !== "resource" || list.policyNames.kind === "absent") continue;
      const names = valueOf(list.policyNames)?.map(valueOf) ?? [undefined];
      yield* inlineBeside(grantsOf(stack).byHolder.get(reference.resource.urn) ?? [], names, list.name);
    }
  }
}

function* inlineBeside(
  grants: readonly Grant[],
  names: readonly (string | undefined)[],
  list: string,
): Generator<Conflict> {
  for (const { by, given, place } of grants) {
    const name = by.properties["name"];
    if (given.form !== "inline" || Role.shows(by) || name === undefined) continue;
    if (typeof name === "string" && names.includes(name)) continue;
    const isOpen = typeof name !== "string" || names.includes(undefined);
    yield { exclusive: `list \`${list}\``, addition: by.name, place, isLeftOut: isOpen ? "unknown" : "yes" };
  }
}

/** A `PolicyAttachment` detaches its policy from everything in the account that it does not name. */
function* conflictsWithWideAttachment(stack: Stack): Generator<Conflict> {
  const wide = new Map<string, string>();
  const managed = grantsOf(stack).all.filter(({ given }) => given.form === "managed");
  for (const grant of managed)
    if (PolicyAttachment.shows(grant.by)) keyOf(grant).forEach((key) => wide.set(key, grant.by.name));
  for (const grant of managed) {
    const [key] = keyOf(grant);
    const attachment = key === undefined ? undefined : wide.get(key);
    if (attachment === undefined || attachment === grant.by.name || Role.shows(grant.by)) continue;
    const exclusive = `policy attachment \`${attachment}\``;
    yield { exclusive, addition: grant.by.name, place: grant.place, isLeftOut: "yes" };
  }
}

/** What tells a policy from others; nothing where that is not known yet. */
function keyOf({ given, by }: Grant): readonly string[] {
  if (given.form === "managed") return keyOfTarget(given.policy);
  const { read } = given.carried;
  return read.kind === "unknown" && !read.place.path.endsWith("policy") ? [] : [`${by.urn} ${read.place.path}`];
}

function keyOfTarget(policy: PolicyTarget): readonly string[] {
  switch (policy.kind) {
    case "resource":
      return [policy.resource.urn];
    case "aws":
      return [policy.arn];
    case "external":
      return policy.arn === undefined ? [] : [policy.arn];
    case "unknown":
      return [];
  }
}
