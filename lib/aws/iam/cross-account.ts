import { type NamedDocument, type Statement } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { matchesPrincipal, anyWay } from "../../access/principals";
import { actionsOf, couldAllow } from "../../access/ask";
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
interface Guarded {
  readonly carried: CarriedDocument;
  readonly named: NamedDocument;
  readonly arn: string;
  readonly account: string;
  readonly name: string;
}

interface Actor {
  readonly principal: Principal;
  readonly arn: string;
  readonly account: string;
}

/** All access of this kind of which both sides are in the stack, in accounts that are known to differ. */
export const oneSidedAccess = oncePerStack((stack): readonly OneSidedAccess[] => {
  const actors = actorsOf(stack);
  const accounts = new Set(actors.map(({ account }) => account));
  const guarded = guardedOf(stack);
  const differ = guarded.some(({ account }) => accounts.size > 1 || !accounts.has(account));
  if (!differ) return [];
  return guarded.flatMap((each) =>
    actors
      .filter(({ account }) => account !== each.account)
      .flatMap((actor) => [...trustedInVain(each, actor), ...allowedInVain(each, actor, guarded)]),
  );
});

function actorsOf(stack: Stack): readonly Actor[] {
  return principalsOf(stack).flatMap((principal) => {
    if (principal.kind !== "role" && principal.kind !== "user") return [];
    const arn = arnOf(principal.resource);
    const account = accountOfResource(stack, principal.resource);
    return arn === undefined || account === undefined ? [] : [{ principal, arn, account }];
  });
}

function arnOf({ properties }: Resource): string | undefined {
  const arn = ownProperty(properties, "arn");
  return typeof arn === "string" ? arn : undefined;
}

function guardedOf(stack: Stack): readonly Guarded[] {
  return documentsIn(stack, "trust", "resource").flatMap((carried) => {
    const target = carried.kind === "trust" ? carried.resource : protectedResource(stack, carried);
    const arn = target && arnOf(target);
    const account = target && accountOfResource(stack, target);
    if (carried.read.kind !== "known" || target === undefined || arn === undefined || account === undefined) return [];
    return [{ carried, named: { name: carried.label, document: carried.read.value }, arn, account, name: target.name }];
  });
}

/** What a policy protects: the resource that one of its properties names, or the carrier itself. */
function protectedResource(stack: Stack, carried: CarriedDocument): Resource | undefined {
  if (carried.protects === undefined) return carried.resource;
  const types = [...new Set(stack.resources.map(({ type }) => type))];
  const reference = protectedBy(
    stack,
    carried,
    types.filter((type) => type !== carried.resource.type),
  );
  return reference.kind === "resource" ? reference.resource : undefined;
}

/** The policy of the resource names the principal, whose own policies allow nothing of it. */
function trustedInVain(guarded: Guarded, actor: Actor): readonly OneSidedAccess[] {
  return guarded.named.document.statements.flatMap((statement) => {
    if (allowsSomething(statement) !== "yes" || !namesActor(statement, actor)) return [];
    const actions = actionsIn(statement, guarded);
    if (actions.length === 0) return [];
    const allowed = any(actions.map((action) => identityAllows(actor, action, guarded)));
    if (allowed !== "no") return [];
    const [action = ""] = actions;
    const place = placeInDocument(guarded.carried.read, statement.path);
    const document = guarded.carried.label;
    return [
      {
        allowedBy: "resource",
        fails: certainly(actor),
        place,
        document,
        ...between(guarded, actor, statement, action),
      },
    ];
  });
}

/** A whole account is an offer to it; a role or user by its ARN is meant to use it. */
function namesActor(statement: Statement, { arn, account }: Actor): boolean {
  const match = matchesPrincipal(statement, { kind: "aws", arn, account });
  return statement.notPrincipals === undefined && (match.session === "yes" || match.role === "yes");
}

/** More actions of one statement are not asked about. */
const longestList = 50;

function actionsIn(statement: Statement, { carried }: Guarded): readonly string[] {
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

/** The principal's own policies name the resource, whose policy does not let it in. */
function allowedInVain(guarded: Guarded, actor: Actor, everything: readonly Guarded[]): readonly OneSidedAccess[] {
  const { principal } = actor;
  const alike = everything.filter(({ arn }) => arn === guarded.arn);
  if (alike[0] !== guarded) return [];
  const letIn = any(alike.map((each) => letsIn(each, actor)));
  if (letIn === "yes") return [];
  return principal.documents.flatMap(({ document, name, place }) =>
    document.statements.flatMap((statement) => {
      if (allowsSomething(statement) !== "yes" || !namesResource(statement, guarded.arn)) return [];
      const actions = actionsIn(statement, guarded);
      if (actions.length === 0) return [];
      const [action = ""] = actions;
      const written = { allowedBy: "identity", fails: not(letIn), document: name } as const;
      return [{ ...written, place: placeBelow(place, statement.path), ...between(guarded, actor, statement, action) }];
    }),
  );
}

/** Whether some statement of the resource's policy speaks of the principal, by whatever name. */
function letsIn({ named }: Guarded, { arn, account }: Actor): Truth {
  return any(
    named.document.statements.map((each) =>
      allowsSomething(each) === "no" ? "no" : anyWay(matchesPrincipal(each, { kind: "aws", arn, account })),
    ),
  );
}

/** Whether a statement names the resource itself, or what is in it, rather than a pattern that happens to cover it. */
function namesResource({ resources }: Statement, arn: string): boolean {
  return (
    resources?.some(
      ({ value }) => !isUnknown(value) && (value === arn || value.startsWith(`${arn}/`) || value.startsWith(`${arn}:`)),
    ) === true
  );
}

function between(guarded: Guarded, { principal, account }: Actor, { sid, path }: Statement, action: string) {
  const accounts = [account, guarded.account] as const;
  return { statement: sid ?? path, action, principal, target: guarded.name, accounts };
}
