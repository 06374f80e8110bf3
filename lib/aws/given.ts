import { type Read, absent } from "../core/read";
import { type Resource } from "../core/resource";

/**
 * A property of a resource in a stack, or something in it, as the program gives it. In a preview the provider shows
 * what AWS will decide as unknown; what is unknown in a property that came from nowhere is such a value, and absent
 * in truth. Only for resources of a stack: a resource by itself does not say where its properties came from.
 */
export function givenByProgram<T>({ propertyDependencies }: Resource, read: Read<T>): Read<T> {
  if (read.kind !== "unknown" || read.because === "malformed") return read;
  const property = /^\w*/.exec(read.place.path)?.[0] ?? "";
  return Object.hasOwn(propertyDependencies, property) ? read : absent(read.place);
}
