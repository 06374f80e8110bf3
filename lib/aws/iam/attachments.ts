import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { grantsOf } from "./grants";
import { Group } from "./group";
import { type Principal, principalsOf } from "./principals";
import { Role } from "./role";
import { User } from "./user";

/** How many managed policies a stack attaches to a user, group or role itself: those of a user's groups are the groups' own. */
export interface AttachedCount {
  readonly kind: "user" | "group" | "role";
  readonly name: string;
  readonly place: Place;
  /** Different policies. */
  readonly attached: number;
  /** How many more there may be, of attachments of which it is not known yet what they attach, or to whom: `Infinity` for a list. */
  readonly possible: number;
  /** Where the first of those is written, else as `place`. */
  readonly open: Place;
}

/** Every user, group and role of the stack. Permission sets have a quota of their own. */
export const Attachments: StackSubject<AttachedCount> = {
  scope: "stack",
  types: [...User.types, ...Group.types, ...Role.types],
  *select(stack) {
    for (const principal of principalsOf(stack)) yield* countOf(stack, principal);
  },
};

function* countOf(stack: Stack, { kind, name, resource, managedPolicies }: Principal): Iterable<AttachedCount> {
  if (kind === "permissionSet") return;
  const own = managedPolicies.filter(({ group }) => group === undefined);
  const open = own.filter(({ policy }) => policy.kind === "unknown" || isNameless(policy));
  const place = { urn: resource.urn, path: "" };
  const places = [...open.map((each) => each.place), ...attachedToSomebody(stack, resource)];
  const possible = places.reduce((sum, { path }) => sum + (isList(path) ? Infinity : 1), 0);
  yield { kind, name, place, attached: own.length - open.length, possible, open: places[0] ?? place };
}

/** Where managed policies are attached to a principal of this type, without its being known to which. */
function attachedToSomebody(stack: Stack, { type }: Resource): readonly Place[] {
  const { all, openTypes } = grantsOf(stack);
  if (!openTypes.has(type)) return [];
  return all.flatMap(({ holder, holderTypes, given, place }) =>
    holder.kind === "unknown" && holderTypes.includes(type) && given.form === "managed" ? [place] : [],
  );
}

function isList(path: string): boolean {
  return /Arns$/.test(path);
}

/** A policy outside the stack of which the ARN is not known may be attached twice. */
function isNameless(policy: Principal["managedPolicies"][number]["policy"]): boolean {
  return policy.kind === "external" && policy.arn === undefined;
}
