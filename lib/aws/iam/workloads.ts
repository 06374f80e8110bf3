import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type RightsHolder } from "./rights";
import { Role } from "./role";

/** Where a role's trust policy is not known yet, so that a service may be able to assume it. */
export function openTrust({ principal }: RightsHolder): Place | undefined {
  if (principal?.kind !== "role") return undefined;
  const { assumeRolePolicy } = Role.view(principal.resource);
  return assumeRolePolicy.kind === "unknown" ? assumeRolePolicy.place : undefined;
}

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
