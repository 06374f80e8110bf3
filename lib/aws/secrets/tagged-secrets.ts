import { type StackSubject } from "../../core/policy";
import { isPropertyMap, ownProperty } from "../../core/properties";
import { type Place, known, placeBelow } from "../../core/read";
import { type Resource } from "../../core/resource";
import { type SecretKind } from "./recognise";
import { secretsAt } from "./written-texts";

/** A credential in a tag of a resource. */
export interface TaggedSecret {
  /** The logical name of the resource. */
  readonly name: string;
  readonly kind: SecretKind;
  readonly place: Place;
}

/** Every credential in the tags of a stack's resources, whatever their types. */
export const TaggedSecrets: StackSubject<TaggedSecret> = {
  scope: "stack",
  types: [],
  *select(stack) {
    for (const resource of stack.resources) yield* taggedSecrets(resource);
  },
};

function* taggedSecrets(resource: Resource): Generator<TaggedSecret> {
  const tags = ownProperty(resource.properties, "tags");
  if (!isPropertyMap(tags)) return;
  for (const [key, value] of Object.entries(tags)) {
    if (typeof value !== "string") continue;
    const place = placeBelow({ urn: resource.urn, path: "tags" }, key);
    for (const { kind } of secretsAt({ name: key, read: known(value, place) }))
      yield { name: resource.name, kind, place };
  }
}
