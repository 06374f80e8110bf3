import { type Place } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Reference, referenceOf } from "../references";
import { type ViewBase } from "../view";
import { accessKeys } from "./access-keys";
import { User } from "./user";
import { UserLoginProfile } from "./user-login-profile";

interface Owned {
  readonly owner: Reference;
  readonly view: ViewBase;
}

const passwordsOf = oncePerStack((stack): readonly Owned[] =>
  UserLoginProfile.allIn(stack).map((view) => ({
    view,
    owner: referenceOf(stack, view.resource, view.user, User.types),
  })),
);

/** The console passwords and access keys of a user; `open` is the place of one of which it is not known yet whose it is. */
export function accessOf(
  stack: Stack,
  user: Resource,
): { readonly passwords: readonly ViewBase[]; readonly keys: readonly ViewBase[]; readonly open: Place | undefined } {
  const keys = accessKeys(stack).map(({ key, owner }) => ({ view: key, owner }));
  const own = (all: readonly Owned[]) =>
    all.filter(({ owner }) => owner.kind === "resource" && owner.resource.urn === user.urn).map(({ view }) => view);
  const open = [...passwordsOf(stack), ...keys].find(({ owner }) => owner.kind === "unknown");
  return { passwords: own(passwordsOf(stack)), keys: own(keys), open: open?.owner.place };
}
