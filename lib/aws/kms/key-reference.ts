import { type kms } from "@pulumi/aws";
import { type Place, type Read } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { referenceOf } from "../references";
import { resourceView } from "../view";
import { Key, type KeyView } from "./key";

/** A name for a key. */
export const Alias = resourceView<kms.AliasArgs>()(["aws:kms/alias:Alias"], (read) => ({
  aliasName: read.text("name"),
  targetKeyId: read.text("targetKeyId"),
}));

/**
 * The key that a property means. `awsManaged`: a key that AWS keeps for one of its services (`alias/aws/s3`), whose
 * policy nobody can change. `external`: a key outside the stack.
 */
export type KeyReference =
  | { readonly kind: "key"; readonly key: KeyView; readonly place: Place }
  | { readonly kind: "awsManaged"; readonly place: Place }
  | { readonly kind: "external"; readonly text: string | undefined; readonly place: Place }
  | { readonly kind: "unknown"; readonly place: Place }
  | { readonly kind: "absent"; readonly place: Place };

const keysAndAliases = [...Key.types, ...Alias.types];

/** What `read`, a property of `resource` that takes a key's ARN, id or alias, refers to. Follows aliases to their key. */
export function keyReference(stack: Stack, resource: Resource, read: Read<string>): KeyReference {
  const { place } = read;
  if (read.kind === "known" && isAwsManaged(read.value)) return { kind: "awsManaged", place };
  const reference = referenceOf(stack, resource, read, keysAndAliases);
  if (reference.kind !== "resource") return reference;
  if (Key.shows(reference.resource)) return { kind: "key", key: Key.view(reference.resource), place };
  return behindAlias(stack, reference.resource, place);
}

function behindAlias(stack: Stack, resource: Resource, place: Place): KeyReference {
  const { targetKeyId } = Alias.view(resource);
  const target = referenceOf(stack, resource, targetKeyId, Key.types);
  if (target.kind === "resource") return { kind: "key", key: Key.view(target.resource), place };
  // An alias whose target is not given at all does not exist at AWS.
  return target.kind === "absent" ? { kind: "unknown", place } : { ...target, place };
}

/** `alias/aws/...` by itself or at the end of an ARN: names that AWS reserves. */
function isAwsManaged(text: string): boolean {
  return /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/aws\//.test(text);
}
