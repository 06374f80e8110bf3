import { type Statement } from "../../access/document";
import { type Grant, grantsOf, isEveryResource } from "../../access/grants";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type Stack, oncePerStack } from "../../core/resource";
import { placeInDocument } from "../policy-document";
import { allowsSomething } from "../statements";
import { type Actor, type Guarded, actionsIn, actorsByArn, actorsNamed, guardedOf } from "./cross-account";
import { policiesOf } from "./identity-documents";
import { type Principal } from "./principals";

/** A grant of a resource's policy to a principal of the same account that a limit on the principal does not reach. */
export interface BypassedLimit {
  readonly limit: "condition" | "boundary";
  /** The statement that grants. */
  readonly place: Place;
  readonly statement: string;
  readonly document: string;
  readonly principal: Principal;
  readonly action: string;
  /** Where the limit stands, as messages name it. */
  readonly by: string;
}

/**
 * Within an account what a resource's policy grants to a user or role by its ARN needs no policy of the principal, and so
 * none of their conditions; and a permissions boundary does not limit it for users (IAM user guide, "Policy evaluation
 * logic" and "Permissions boundaries", read 2026-11).
 */
export const bypassedLimits = oncePerStack((stack: Stack): readonly BypassedLimit[] => {
  const actors = actorsByArn(stack);
  const guarded = guardedOf(stack).filter(({ carried }) => carried.kind === "resource");
  return guarded.flatMap((each) =>
    each.named.document.statements.flatMap((statement) =>
      allowsSomething(statement) === "yes"
        ? ownActors(statement, each, actors).flatMap((actor) => limitsMissed(each, statement, actor))
        : [],
    ),
  );
});

/** The principals of the resource's own account that a statement names by their ARNs. */
function ownActors(statement: Statement, guarded: Guarded, actors: ReadonlyMap<string, Actor>): readonly Actor[] {
  return actorsNamed(statement, actors).filter(({ account }) => account === guarded.account);
}

function limitsMissed(guarded: Guarded, statement: Statement, { principal }: Actor): readonly BypassedLimit[] {
  const found = {
    place: placeInDocument(guarded.carried.read, statement.path),
    statement: statement.sid ?? statement.path,
    document: guarded.carried.label,
    principal,
  };
  for (const action of actionsIn(statement, guarded)) {
    const boundary = boundaryMissed(guarded, statement, principal, action);
    if (boundary !== undefined) return [{ ...found, action, limit: "boundary", by: boundary }];
    const by = conditionsMissed(guarded, statement, principal, action);
    if (by !== undefined) return [{ ...found, action, limit: "condition", by }];
  }
  return [];
}

/** The name of a user's boundary that does not hold the action. */
function boundaryMissed(
  guarded: Guarded,
  statement: Statement,
  { kind, boundary }: Principal,
  action: string,
): string | undefined {
  if (kind !== "user" || boundary.kind !== "document") return undefined;
  const within = { identity: [boundary.document] };
  const held = targetsOf(statement, guarded).some((target) => grantsOf(within, action, target).length > 0);
  return held ? undefined : boundary.document.name;
}

/** The document of the principal that allows the action on the same resource under conditions alone, where the statement has none. */
function conditionsMissed(
  guarded: Guarded,
  statement: Statement,
  principal: Principal,
  action: string,
): string | undefined {
  if (statement.conditions.length > 0 || principal.complete !== "yes") return undefined;
  const grants = targetsOf(statement, guarded).flatMap((target) => grantsOf(policiesOf(principal), action, target));
  return grants.length > 0 && grants.every(isLimited) ? grants[0]?.document : undefined;
}

/** Whether a grant is for named resources, under conditions that are known. */
function isLimited({ truth, conditions, resources }: Grant): boolean {
  const known = truth === "yes" && conditions.length > 0 && conditions.every(({ unknown }) => !unknown);
  return known && !resources.some(isEveryResource);
}

/** What a statement is about, as ARNs: its `*` is the resource that carries the policy, and what is in it. */
function targetsOf({ resources }: Statement, { arn }: Guarded): readonly string[] {
  const written = (resources ?? []).flatMap(({ value }) => (isUnknown(value) ? [] : [value]));
  return written.length === 0 || written.includes("*") ? [`${arn}*`] : written;
}
