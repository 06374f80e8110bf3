import { type StackSubject } from "../../core/policy";
import { ownProperty } from "../../core/properties";
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
        const group = list.group.kind === "resource" ? nameOf(list.group.resource.urn) : (textOf(list.group) ?? "");
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

/** Whether a list is for the group of a membership, and does not name its user. */
function removes({ urn, group, members }: MemberList, addition: Membership): Truth {
  if (urn === addition.resource.urn) return "no";
  return all([isSame(group, addition.group), ...members.map((member) => not(isSame(member, addition.user)))]);
}

/** What is outside the stack is told by its name: a text that names something in the stack refers to that. */
function isSame(a: Reference, b: Reference): Truth {
  if (a.kind === "resource" && b.kind === "resource") return truthOf(a.resource.urn === b.resource.urn);
  const [one, other] = [textOf(a), textOf(b)];
  if (one === undefined || other === undefined) return "unknown";
  return a.kind === b.kind ? truthOf(one === other) : "no";
}

/** The name by which a text can refer to it; `undefined` while it is not known. */
function textOf(reference: Reference): string | undefined {
  switch (reference.kind) {
    case "resource": {
      const name = ownProperty(reference.resource.properties, "name");
      return typeof name === "string" ? name : undefined;
    }
    case "external":
      return reference.text;
    case "unknown":
    case "absent":
      return undefined;
  }
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
