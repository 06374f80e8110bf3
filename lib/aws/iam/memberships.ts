import { type Place } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Reference, referenceOf, referencesOf } from "../references";
import { Group } from "./group";
import { GroupMembership } from "./group-membership";
import { User } from "./user";
import { UserGroupMembership } from "./user-group-membership";

/** That a user belongs to a group, as one membership resource says. */
export interface Membership {
  readonly user: Reference;
  readonly group: Reference;
  /** How many groups it may stand for where the group is not known yet; `Infinity` for a whole list. */
  readonly mostGroups: number;
  /** Where the membership is written. */
  readonly place: Place;
  /** The `UserGroupMembership` or `GroupMembership`. */
  readonly resource: Resource;
}

/** All memberships that a stack declares. */
export const membershipsOf = oncePerStack((stack): readonly Membership[] => [
  ...UserGroupMembership.allIn(stack).flatMap((each) => {
    const user = referenceOf(stack, each.resource, each.user, User.types);
    const groups = referencesOf(stack, each.resource, each.groups, Group.types);
    const open =
      each.groups.kind === "known" ? each.groups.value.filter(({ kind }) => kind === "unknown").length : Infinity;
    return groups.map((group) => ({
      user,
      group,
      mostGroups: group.kind === "unknown" ? open : 1,
      place: group.place,
      resource: each.resource,
    }));
  }),
  ...GroupMembership.allIn(stack).flatMap((each) => {
    const group = referenceOf(stack, each.resource, each.group, Group.types);
    const users = referencesOf(stack, each.resource, each.users, User.types);
    return users.map((user) => ({ user, group, mostGroups: 1, place: user.place, resource: each.resource }));
  }),
]);

/** The memberships of a user, and those that could be its own but whose user is not known yet. */
export function membershipsOfUser(stack: Stack, user: Resource) {
  return ownAndPossible(membershipsOf(stack), user, (membership) => membership.user);
}

/** The memberships in a group, and those that could be in it but whose group is not known yet. */
export function membershipsInGroup(stack: Stack, group: Resource) {
  return ownAndPossible(membershipsOf(stack), group, (membership) => membership.group);
}

function ownAndPossible(
  memberships: readonly Membership[],
  wanted: Resource,
  end: (membership: Membership) => Reference,
): { readonly certain: readonly Membership[]; readonly possible: readonly Membership[] } {
  return {
    certain: memberships.filter((each) => refersTo(end(each), wanted)),
    possible: memberships.filter((each) => end(each).kind === "unknown"),
  };
}

function refersTo(reference: Reference, wanted: Resource): boolean {
  return reference.kind === "resource" && reference.resource.urn === wanted.urn;
}

/** How many groups memberships lead into at least, counting each group once. A group that is not known yet may be any of the others. */
export function differentGroups(memberships: readonly Membership[]): number {
  const keys = memberships.flatMap(({ group, place }) => {
    switch (group.kind) {
      case "resource":
        return [group.resource.urn];
      case "external":
        return [group.text ?? `${place.urn} ${place.path}`];
      case "unknown":
      case "absent":
        return [];
    }
  });
  return new Set(keys).size;
}
