import { isUnknown } from "../../core/properties";
import { type RightsHolder } from "./rights";
import { Role } from "./role";

/** The services that a role's trust policy lets assume it; none for any other holder. */
export function trustedServices({ principal }: RightsHolder): readonly string[] {
  if (principal?.kind !== "role") return [];
  const { assumeRolePolicy } = Role.view(principal.resource);
  if (assumeRolePolicy.kind !== "known") return [];
  return assumeRolePolicy.value.statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principals }) => principals ?? [])
    .flatMap(({ kind, value }) => (kind === "service" && !isUnknown(value) ? [value] : []));
}
