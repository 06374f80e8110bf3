import { isUnknown } from "../../core/properties";
import { type Place, known } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { documentsIn } from "../documents";
import { placeInDocument } from "../policy-document";
import { referenceOf, resourceAt } from "../references";
import { Role } from "./role";
import { User } from "./user";

/** A principal of a policy that does not exist, or may not exist yet when the policy is made. */
export interface MissingPrincipal {
  readonly place: Place;
  readonly problem: "deleted" | "notYet";
  readonly statement: string;
  readonly document: string;
  readonly principal: string;
  /** The user or role of the stack; empty for one that was deleted. */
  readonly target: string;
}

/** In place of an ARN whose bearer was deleted AWS shows its id, and takes no such id in a new policy. */
const uniqueId = /^A(?:ROA|IDA)[A-Z0-9]{12,}$/;

/** The principals of trust policies and policies of resources that are not there. */
export function missingPrincipals(stack: Stack): readonly MissingPrincipal[] {
  return documentsIn(stack, "trust", "resource").flatMap(({ read, label, resource }) => {
    if (read.kind !== "known") return [];
    return read.value.statements.flatMap(({ principals, sid, path }) =>
      (principals ?? []).flatMap((principal) => {
        if (principal.kind !== "aws" || isUnknown(principal.value)) return [];
        const place = placeInDocument(read, principal.path);
        const found = problemOf(stack, resource, principal.value, place);
        if (found === undefined) return [];
        return [{ place, statement: sid ?? path, document: label, principal: principal.value, ...found }];
      }),
    );
  });
}

function problemOf(stack: Stack, resource: Resource, text: string, place: Place) {
  if (uniqueId.test(text)) return { problem: "deleted", target: "" } as const;
  if (!/:(?:role|user)\//.test(text)) return undefined;
  const target = referenceOf(stack, resource, known(text, place), [...Role.types, ...User.types]);
  if (target.kind !== "resource" || target.because === "dependency") return undefined;
  if (dependsOn(stack, resource, target.resource.urn)) return undefined;
  return { problem: "notYet", target: target.resource.name } as const;
}

/** Longer chains of dependencies are not followed. */
const longestWalk = 1_000;

function dependsOn(stack: Stack, resource: Resource, wanted: string): boolean {
  const seen = new Set<string>();
  const open = [...resource.dependencies];
  while (open.length > 0 && seen.size < longestWalk) {
    const urn = open.pop() ?? "";
    if (urn === wanted) return true;
    if (seen.has(urn)) continue;
    seen.add(urn);
    open.push(...(resourceAt(stack, urn)?.dependencies ?? []));
  }
  return false;
}
