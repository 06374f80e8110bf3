import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
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
  /** Attachments of policies that are not known yet: each may be one of those counted. */
  readonly possible: readonly Place[];
}

/** Every user, group and role of the stack. Permission sets have a quota of their own. */
export const Attachments: StackSubject<AttachedCount> = {
  scope: "stack",
  types: [...User.types, ...Group.types, ...Role.types],
  *select(stack) {
    for (const principal of principalsOf(stack)) yield* countOf(principal);
  },
};

function* countOf({ kind, name, resource, managedPolicies }: Principal): Iterable<AttachedCount> {
  if (kind === "permissionSet") return;
  const own = managedPolicies.filter(({ group }) => group === undefined);
  const open = own.filter(({ policy }) => policy.kind === "unknown" || isNameless(policy));
  yield {
    kind,
    name,
    place: { urn: resource.urn, path: "" },
    attached: own.length - open.length,
    possible: open.map(({ place }) => place),
  };
}

/** A policy outside the stack of which the ARN is not known may be attached twice. */
function isNameless(policy: Principal["managedPolicies"][number]["policy"]): boolean {
  return policy.kind === "external" && policy.arn === undefined;
}
