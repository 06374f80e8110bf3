import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Reference } from "../references";
import { GroupMembership } from "./group-membership";
import { type Membership, membershipsOf } from "./memberships";

/** A member that one resource adds to a group, and that the list of another removes. By logical names. */
export interface MembershipConflict {
  readonly list: string;
  readonly group: string;
  readonly addition: string;
  readonly place: Place;
}

/** Every membership that a `GroupMembership` for the same group leaves out. */
export const MembershipConflicts: StackSubject<MembershipConflict> = {
  scope: "stack",
  types: GroupMembership.types,
  *select(stack) {
    const memberships = membershipsOf(stack).filter(
      ({ user, group }) => user.kind === "resource" && group.kind === "resource",
    );
    const lists = membersByList(memberships);
    for (const addition of memberships) {
      for (const { list, group, members } of lists) {
        if (group !== urnOf(addition.group) || list === addition.resource.urn || members.has(urnOf(addition.user)))
          continue;
        yield { list: nameOf(list), group: nameOf(group), addition: addition.resource.name, place: addition.place };
      }
    }
  },
};

interface MemberList {
  /** URNs. */
  readonly list: string;
  readonly group: string;
  readonly members: ReadonlySet<string>;
}

function membersByList(memberships: readonly Membership[]): readonly MemberList[] {
  const lists = new Map<string, { group: string; members: Set<string> }>();
  for (const { resource, group, user } of memberships) {
    if (!GroupMembership.shows(resource)) continue;
    const found = lists.get(resource.urn) ?? { group: urnOf(group), members: new Set() };
    found.members.add(urnOf(user));
    lists.set(resource.urn, found);
  }
  return [...lists].map(([list, { group, members }]) => ({ list, group, members }));
}

function urnOf(reference: Reference): string {
  return reference.kind === "resource" ? reference.resource.urn : "";
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
