import { type NamedDocument, type Statement } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { matchesPrincipal, anyWay } from "../../access/principals";
import { actionsOf, couldAllow } from "../../access/ask";
import { groupedBy } from "../../core/grouping";
import { isUnknown, ownProperty } from "../../core/properties";
import { type Place, placeBelow } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, any, not } from "../../core/truth";
import { accountOfResource } from "../accounts";
import { type CarriedDocument, documentsIn, protectedBy } from "../documents";
import { placeInDocument } from "../policy-document";
import { allowsSomething } from "../statements";
import { type Principal, principalsOf } from "./principals";

/** Access across accounts that one side allows and the other does not: it cannot work. */
export interface OneSidedAccess {
  /** Which side allows it. */
  readonly allowedBy: "resource" | "identity";
  /** `yes` where it certainly fails, `unknown` where a policy that is not at hand may allow it after all. */
  readonly fails: Truth;
  /** The statement that allows it. */
  readonly place: Place;
  readonly statement: string;
  readonly document: string;
  readonly action: string;
  readonly principal: Principal;
  readonly target: string;
  readonly accounts: readonly [principal: string, target: string];
}

/** A policy of a resource or role with the ARN and account of what it protects. */
export interface Guarded {
  readonly carried: CarriedDocument;
  readonly named: NamedDocument;
  readonly arn: string;
  readonly account: string;
  readonly name: string;
}

export interface Actor {
  readonly principal: Principal;
  readonly arn: string;
  readonly account: string;
}

/** All access of this kind of which both sides are in the stack, in accounts that are known to differ. */
export const oneSidedAccess = oncePerStack((stack): readonly OneSidedAccess[] => {
  const actors = actorsByArn(stack);
  const guarded = groupedBy(guardedOf(stack), ({ arn }) => arn);
  return [
    ...[...guarded.values()].flat().flatMap((each) => trustedInVain(each, actors)),
    ...[...actors.values()].flatMap((actor) => allowedInVain(actor, guarded)),
  ];
});

/** The users and roles of a stack whose ARNs are known, by these. */
export const actorsByArn = oncePerStack((stack): ReadonlyMap<string, Actor> => {
  const actors = principalsOf(stack).flatMap((principal) => {
    if (principal.kind !== "role" && principal.kind !== "user") return [];
    const arn = arnOf(principal.resource);
    const account = accountOfResource(stack, principal.resource);
    return arn === undefined || account === undefined ? [] : [{ principal, arn, account }];
  });
  return new Map(actors.map((actor) => [actor.arn, actor]));
});

function arnOf({ properties }: Resource): string | undefined {
  const arn = ownProperty(properties, "arn");
  return typeof arn === "string" ? arn : undefined;
}

/** The policies of a stack of which it is known what they protect. */
export const guardedOf = oncePerStack((stack): readonly Guarded[] =>
  documentsIn(stack, "trust", "resource").flatMap((carried) => {
    const target = carried.kind === "trust" ? carried.resource : protectedResource(stack, carried);
    const arn = target && arnOf(target);
    const account = target && accountOfResource(stack, target);
    if (carried.read.kind !== "known" || target === undefined || arn === undefined || account === undefined) return [];
    return [{ carried, named: { name: carried.label, document: carried.read.value }, arn, account, name: target.name }];
  }),
);

const typesIn = oncePerStack((stack): readonly string[] => [...new Set(stack.resources.map(({ type }) => type))]);

/** What a policy protects: the resource that one of its properties names, or the carrier itself. */
function protectedResource(stack: Stack, carried: CarriedDocument): Resource | undefined {
  if (carried.protects === undefined) return carried.resource;
  const others = typesIn(stack).filter((type) => type !== carried.resource.type);
  const reference = protectedBy(stack, carried, others);
  return reference.kind === "resource" ? reference.resource : undefined;
}

/** The policy of the resource names principals whose own policies allow nothing of it. */
function trustedInVain(guarded: Guarded, actors: ReadonlyMap<string, Actor>): readonly OneSidedAccess[] {
  const { read, label } = guarded.carried;
  return guarded.named.document.statements.flatMap((statement) => {
    const named = allowsSomething(statement) === "yes" ? actorsNamed(statement, actors) : [];
    const others = named.filter(({ account }) => account !== guarded.account);
    const actions = others.length === 0 ? [] : actionsIn(statement, guarded);
    const [action = ""] = actions;
    const vain = others.filter((actor) => any(actions.map((each) => identityAllows(actor, each, guarded))) === "no");
    return actions.length === 0
      ? []
      : vain.map((actor) => ({
          allowedBy: "resource" as const,
          fails: certainly(actor),
          place: placeInDocument(read, statement.path),
          document: label,
          ...between(guarded, actor, statement, action),
        }));
  });
}

/** The principals that a statement names by their ARNs: a whole account is only an offer to it. */
export function actorsNamed({ principals }: Statement, actors: ReadonlyMap<string, Actor>): readonly Actor[] {
  return (principals ?? []).flatMap(({ kind, value }) =>
    kind === "aws" && !isUnknown(value) ? (actors.get(value) ?? []) : [],
  );
}

/** More actions of one statement are not asked about. */
const longestList = 50;

/** The actions that a statement is asked about. */
export function actionsIn(statement: Statement, { carried }: Guarded): readonly string[] {
  if (carried.kind === "trust") return coversAction(statement, "sts:AssumeRole") === "yes" ? ["sts:AssumeRole"] : [];
  return actionsOf(statement)
    .slice(0, longestList)
    .map(({ name }) => name);
}

/** Whether the principal's own policies can allow the action on the resource, or on something in it, under whatever conditions. */
function identityAllows({ principal }: Actor, action: string, { arn }: Guarded): Truth {
  const boundary = principal.boundary.kind === "document" ? { boundary: principal.boundary.document } : {};
  return couldAllow({ identity: principal.documents, ...boundary }, action, `${arn}*`).truth;
}

/** What is not at hand may allow what is at hand does not. */
function certainly({ principal }: Actor): Truth {
  return principal.complete === "yes" ? "yes" : "unknown";
}

/** The principal's own policies name resources whose policies do not let it in. */
function allowedInVain(actor: Actor, guarded: ReadonlyMap<string, readonly Guarded[]>): readonly OneSidedAccess[] {
  return actor.principal.documents.flatMap(({ document, name, place }) =>
    document.statements.flatMap((statement) => {
      if (allowsSomething(statement) !== "yes") return [];
      return policiesOfNamed(statement, guarded).flatMap((policies) => {
        const [first] = policies;
        const [action] = first === undefined ? [] : actionsIn(statement, first);
        const letIn = any(policies.map((each) => letsIn(each, actor)));
        if (first === undefined || action === undefined || first.account === actor.account || letIn === "yes")
          return [];
        const written = { allowedBy: "identity", fails: not(letIn), document: name } as const;
        return [{ ...written, place: placeBelow(place, statement.path), ...between(first, actor, statement, action) }];
      });
    }),
  );
}

/** The policies of the resources that a statement names, or in which something is that it names, each resource once. */
function policiesOfNamed(
  { resources }: Statement,
  guarded: ReadonlyMap<string, readonly Guarded[]>,
): readonly (readonly Guarded[])[] {
  const found = (resources ?? []).flatMap(({ value }) => {
    const arn = isUnknown(value) ? undefined : wholesOf(value).find((whole) => guarded.has(whole));
    return arn === undefined ? [] : [guarded.get(arn) ?? []];
  });
  return [...new Set(found)];
}

/** No ARN of a resource that carries a policy has more parts behind it. */
const mostParts = 16;

/** An ARN, and what it may be a part of: `arn:aws:s3:::logs/2026/*` gives itself, `arn:aws:s3:::logs/2026` and `arn:aws:s3:::logs`. */
function wholesOf(arn: string): readonly string[] {
  const ends = [...arn.matchAll(/[/:]/g)].map(({ index }) => index).slice(-mostParts);
  return [arn, ...ends.reverse().map((end) => arn.slice(0, end))];
}

/** Whether some statement of the resource's policy speaks of the principal, by whatever name. */
function letsIn({ named }: Guarded, { arn, account }: Actor): Truth {
  return any(
    named.document.statements.map((each) =>
      allowsSomething(each) === "no" ? "no" : anyWay(matchesPrincipal(each, { kind: "aws", arn, account })),
    ),
  );
}

function between(guarded: Guarded, { principal, account }: Actor, { sid, path }: Statement, action: string) {
  const accounts = [account, guarded.account] as const;
  return { statement: sid ?? path, action, principal, target: guarded.name, accounts };
}
