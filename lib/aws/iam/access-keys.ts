import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Reference, referenceOf } from "../references";
import { type ViewBase } from "../view";
import { type Read } from "../../core/read";
import { AccessKey } from "./access-key";
import { User } from "./user";

/** An access key of a stack with whose it is. */
export interface OwnedKey {
  readonly key: ViewBase;
  readonly owner: Reference;
  readonly status: Read<string>;
}

/** All access keys of a stack. */
export const accessKeys = oncePerStack((stack): readonly OwnedKey[] =>
  AccessKey.allIn(stack).map((key) => ({
    key,
    owner: referenceOf(stack, key.resource, key.user, User.types),
    status: key.status,
  })),
);

/**
 * The active access keys of a user; and the places that leave open whether further ones are its own, or active.
 */
export function keysOf(stack: Stack, user: Resource) {
  const own = accessKeys(stack).filter(({ owner }) => owner.kind === "resource" && owner.resource.urn === user.urn);
  const strangers = accessKeys(stack).filter(({ owner, status }) => owner.kind === "unknown" && !isInactive(status));
  return {
    active: own.filter(({ status }) => status.kind === "known" && !isInactive(status)).map(({ key }) => key),
    possible: [
      ...strangers.map(({ owner }) => ({ place: owner.place })),
      ...own.filter(({ status }) => status.kind === "unknown").map(({ status }) => ({ place: status.place })),
    ],
  };
}

function isInactive(status: Read<string>): boolean {
  return status.kind === "known" && status.value === "Inactive";
}
