import { type Claim, claim } from "../../core/claim";
import { type Read } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Reference, referenceOf } from "../references";
import { Role } from "./role";

/** Whether two properties of a resource name one role. The place is that of the first, or of what is not known. */
export function sameRole(stack: Stack, resource: Resource, first: Read<string>, second: Read<string>): Claim {
  if (first.kind === "known" && second.kind === "known" && first.value === second.value)
    return claim("yes", first.place);
  const [one, other] = [first, second].map((read) => referenceOf(stack, resource, read, Role.types)) as [
    Reference,
    Reference,
  ];
  if (one.kind === "resource" && other.kind === "resource")
    return claim(one.resource.urn === other.resource.urn ? "yes" : "no", first.place);
  const open = [one, other].find(({ kind }) => kind === "unknown");
  if (open) return claim("unknown", open.place);
  if (one.kind === "external" && other.kind === "external" && (one.text === undefined || other.text === undefined))
    return claim("unknown", first.place);
  return claim("no", first.place);
}
