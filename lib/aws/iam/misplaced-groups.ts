import { type Read, type Place, valueOf } from "../../core/read";
import { ownProperty } from "../../core/properties";
import { type Resource, type Stack } from "../../core/resource";
import { type StackSubject } from "../../core/policy";
import { type Truth } from "../../core/truth";
import { referenceOf } from "../references";
import { AccessKey } from "./access-key";
import { Group } from "./group";
import { GroupMembership } from "./group-membership";
import { User } from "./user";
import { UserGroupMembership } from "./user-group-membership";
import { UserLoginProfile } from "./user-login-profile";
import { UserPolicy } from "./user-policy";
import { UserPolicyAttachment } from "./user-policy-attachment";

/** A group, or perhaps one, where a user must stand. */
export interface MisplacedGroup {
  /** The logical name of the group, or what the program writes. */
  readonly group: string;
  /** The logical name of the resource that names it. */
  readonly by: string;
  readonly place: Place;
  /** `yes` or `unknown`. */
  readonly isGroup: Truth;
}

const singleUsers = [UserGroupMembership, UserPolicy, UserPolicyAttachment, UserLoginProfile, AccessKey];

export const MisplacedGroups: StackSubject<MisplacedGroup> = {
  scope: "stack",
  types: [...singleUsers.flatMap(({ types }) => types), ...GroupMembership.types],
  *select(stack) {
    for (const view of singleUsers)
      for (const { resource, user } of view.allIn(stack)) yield* misplaced(stack, resource, user);
    for (const { resource, users } of GroupMembership.allIn(stack))
      for (const user of users.kind === "unknown" ? [users] : (valueOf(users) ?? []))
        yield* misplaced(stack, resource, user);
  },
};

/** A literal name may be that of a user of another stack: only an ARN, or the output of a group, gives it away. */
function* misplaced(stack: Stack, resource: Resource, user: Read<string>): Generator<MisplacedGroup> {
  const found = { by: resource.name, place: user.place };
  if (user.kind === "known" && /^arn:[^:]*:iam::\d*:group\//.test(user.value)) {
    yield { ...found, group: user.value, isGroup: "yes" };
    return;
  }
  const reference = referenceOf(stack, resource, user, [...User.types, ...Group.types]);
  if (reference.kind === "unknown") yield { ...found, group: "", isGroup: "unknown" };
  if (reference.kind !== "resource" || reference.because !== "dependency") return;
  if (!Group.shows(reference.resource)) return;
  const { name, properties } = reference.resource;
  const same = user.kind === "known" && user.value === ownProperty(properties, "name");
  if (same || user.kind === "unknown") yield { ...found, group: name, isGroup: same ? "yes" : "unknown" };
}
