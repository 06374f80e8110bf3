import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Truth, all, not, truthOf } from "../../core/truth";
import { type Reference } from "../references";
import { GroupMembership } from "./group-membership";
import { type Membership, membershipsOf } from "./memberships";

/** A member that one resource adds to a group, and that the list of another removes. By logical names. */
export interface MembershipConflict {
  readonly list: string;
  readonly group: string;
  readonly addition: string;
  readonly place: Place;
  /** `yes`, or `unknown` where a member or the group of either is not known yet. */
  readonly isRemoved: Truth;
}

/** Every membership that a `GroupMembership` for the same group leaves out, or may leave out. */
export const MembershipConflicts: StackSubject<MembershipConflict> = {
  scope: "stack",
  types: GroupMembership.types,
  *select(stack) {
    const memberships = membershipsOf(stack);
    const lists = listsIn(memberships);
    for (const addition of memberships) {
      for (const list of lists) {
        const isRemoved = removes(list, addition);
        if (isRemoved === "no") continue;
        const group = list.group.kind === "resource" ? nameOf(list.group.resource.urn) : "";
        yield { list: nameOf(list.urn), group, addition: addition.resource.name, place: addition.place, isRemoved };
      }
    }
  },
};

interface MemberList {
  readonly urn: string;
  readonly group: Reference;
  readonly members: readonly Reference[];
}

function listsIn(memberships: readonly Membership[]): readonly MemberList[] {
  const lists = new Map<string, { urn: string; group: Reference; members: Reference[] }>();
  for (const { resource, group, user } of memberships) {
    if (!GroupMembership.shows(resource)) continue;
    const found = lists.get(resource.urn) ?? { urn: resource.urn, group, members: [] };
    found.members.push(user);
    lists.set(resource.urn, found);
  }
  return [...lists.values()];
}

/** Whether a list is for the group of a membership, and does not name its user. A user outside the stack is left alone. */
function removes({ urn, group, members }: MemberList, addition: Membership): Truth {
  if (urn === addition.resource.urn || addition.user.kind === "external") return "no";
  return all([isSame(group, addition.group), ...members.map((member) => not(isSame(member, addition.user)))]);
}

function isSame(a: Reference, b: Reference): Truth {
  if (a.kind === "unknown" || b.kind === "unknown") return "unknown";
  return truthOf(a.kind === "resource" && b.kind === "resource" && a.resource.urn === b.resource.urn);
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
