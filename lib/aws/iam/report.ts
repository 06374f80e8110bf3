import * as z from "zod";
import { accessByService } from "../../access/ask";
import { accessLevels } from "../../access/facts/service-facts";
import { type Settings } from "../../core/settings";
import { type Stack } from "../../core/resource";
import { escalationsByForm, isAdministrator, rightsHoldersOf } from "./rights";

/** What one principal may do: the part of the report that shows best practice 16. */
export const PrincipalReport = z.strictObject({
  urn: z.string(),
  /** Such as "role `ci`". */
  principal: z.string(),
  administrator: z.enum(["yes", "no", "unknown"]),
  /** Whether all that reaches the principal is declared in the stack and known. */
  complete: z.enum(["yes", "no", "unknown"]),
  /** By service, the levels and the statement by which it has the highest. Empty for administrators, who have all. */
  access: z.array(
    z.strictObject({
      service: z.string(),
      highest: z.enum(accessLevels),
      levels: z.array(z.enum(accessLevels)),
      /** An action of the highest level. */
      example: z.string(),
      document: z.string(),
      statement: z.string(),
      /** Whether it reaches every resource without condition. */
      everywhere: z.boolean(),
    }),
  ),
  /** Ways to more rights, by their actions joined with `+`. */
  escalations: z.array(z.string()),
});

/** The part of the report under `principals`. */
export const PrincipalsReport = z.array(PrincipalReport);
export type PrincipalsReport = z.infer<typeof PrincipalsReport>;

function reportPrincipals(stack: Stack): PrincipalsReport {
  return rightsHoldersOf(stack).flatMap((holder) => {
    if (holder.principal === undefined) return [];
    const administrator = isAdministrator(holder);
    const { principal } = holder;
    return [
      {
        urn: principal.resource.urn,
        principal: holder.label,
        administrator,
        complete: principal.complete,
        access: administrator === "yes" ? [] : accessByService(holder.policies).map(serviceOf),
        escalations: escalationsByForm(holder).flatMap(({ paths }) => paths.map(({ path }) => path.id)),
      },
    ];
  });
}

function serviceOf({ service, highest, levels, example, by, unconfined }: ReturnType<typeof accessByService>[number]) {
  return {
    service,
    highest,
    levels: [...levels],
    example,
    document: by.document,
    statement: by.sid ?? by.path,
    everywhere: unconfined,
  };
}

/** Who may do what, for the report. */
export const principalsSection = {
  name: "principals",
  report: (stack: Stack, _settings: Settings): PrincipalsReport => reportPrincipals(stack),
};
