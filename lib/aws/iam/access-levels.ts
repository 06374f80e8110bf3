import { type ServiceAccess, accessByService, couldAllow } from "../../access/ask";
import { type AccessLevel, accessLevels } from "../../access/facts/service-facts";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { any, not } from "../../core/truth";
import { type RightsHolder } from "./rights";
import { trustedServices } from "./workloads";

/** Whether a holder is a role that a service takes on; all others serve people, or programs outside AWS. */
export function isWorkload(holder: RightsHolder): boolean {
  return trustedServices(holder).length > 0;
}

/** What a holder may do beyond a level. */
export interface AccessBeyond {
  /** Whether it stays within the level, at the holder as a whole. */
  readonly isWithin: Claim;
  /** An action of each service that goes beyond it. */
  readonly actions: readonly string[];
}

/** Access of a higher level than `most`, in any service. */
export function accessBeyond({ policies, place, principal }: RightsHolder, most: AccessLevel): AccessBeyond {
  if (rank(most) === accessLevels.length - 1) return { isWithin: claim("yes", place), actions: [] };
  const higher = accessByService(policies).filter(({ highest }) => rank(highest) > rank(most));
  const truth = any([
    ...higher.map(({ example }: ServiceAccess) => couldAllow(policies, example).truth),
    ...(policies.identity ?? []).map(({ document }) =>
      document.statements.some(({ actions }) => actions?.some(({ value }) => isUnknown(value))) ? "unknown" : "no",
    ),
    principal?.isOpen ? "unknown" : "no",
  ]);
  return { isWithin: claim(not(truth), place), actions: higher.map(({ example }) => example) };
}

function rank(level: AccessLevel): number {
  return accessLevels.indexOf(level);
}
