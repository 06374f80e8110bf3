import { type Read, absent } from "../core/read";
import { type Resource } from "../core/resource";

/**
 * A property of a resource in a stack as the program gives it. In a preview the provider shows what AWS will decide
 * as unknown; a whole property that is unknown and came from nowhere is such a one, and absent in truth. Only for
 * resources of a stack: a resource by itself does not say where its properties came from.
 */
export function givenByProgram<T>({ propertyDependencies }: Resource, read: Read<T>): Read<T> {
  if (read.kind !== "unknown" || read.because === "malformed") return read;
  const isWhole = /^\w+$/.test(read.place.path);
  return isWhole && !Object.hasOwn(propertyDependencies, read.place.path) ? absent(read.place) : read;
}
