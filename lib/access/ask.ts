import { isUnknown } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any, truthOf } from "../core/truth";
import type { NamedDocument, Statement } from "./document";
import type { DecidingStatement } from "./evaluate";
import { actionCoverage, isEveryAction } from "./covered-actions";
import { actionsIn, expandActionFacts, expandInTurn, noActions } from "./facts/actions";
import { accessLevels } from "./facts/service-facts";
import type { AccessLevel, ActionFacts } from "./facts/service-facts";
import { servicePrefix } from "./service-prefix";
import { grantsOf, isEveryResource } from "./grants";
import type { Grant, PrincipalPolicies, ResourcePattern } from "./grants";

/** Whether something can be allowed, and by which statements. */
export interface Possibility {
  readonly truth: Truth;
  readonly grants: readonly Grant[];
  readonly statements: readonly DecidingStatement[];
}

/**
 * Whether the policies can allow an action, on something that `resource` (an ARN, wildcards allowed) matches, in some
 * request: conditions are taken to hold, what is denied unconditionally is taken off.
 */
export function couldAllow(policies: PrincipalPolicies, action: string, resource?: string): Possibility {
  const grants = grantsOf(policies, action, resource);
  return { truth: any(grants.map((grant) => grant.truth)), grants, statements: grants.map(asDeciding) };
}

export function asDeciding(grant: Grant): DecidingStatement {
  const { sid, path, effect } = grant.statement;
  const known = effect === undefined || isUnknown(effect) ? "unknown" : effect;
  return { document: grant.document, path, ...(sid === undefined ? {} : { sid }), effect: known };
}

/** Whether the action can be had on every resource, with no condition and no deny that bites. */
export function allowsUnconfined(policies: PrincipalPolicies, action: string): Possibility {
  const grants = grantsOf(policies, action).filter((grant) => isUnconfined(grant) !== "no");
  const truth = any(grants.map((grant) => all([grant.truth, isUnconfined(grant)])));
  return { truth, grants, statements: grants.map(asDeciding) };
}

/** Whether a grant reaches every resource without condition. */
export function isUnconfined(grant: Grant): Truth {
  if (grant.conditions.some((condition) => !condition.unknown)) return "no";
  const free = grant.conditions.length === 0 ? "yes" : "unknown";
  return all([free, reachesEverything(grant.resources)]);
}

const reaches = new WeakMap<readonly ResourcePattern[], Truth>();

/** Worked out once for some resources: there are thousands of actions. */
function reachesEverything(resources: readonly ResourcePattern[]): Truth {
  const known = reaches.get(resources) ?? any(resources.map(everyResource));
  reaches.set(resources, known);
  return known;
}

function everyResource(resource: ResourcePattern): Truth {
  return isUnknown(resource.text) ? "unknown" : truthOf(isEveryResource(resource));
}

function isSurelyUnconfined(grant: Grant): boolean {
  return isUnconfined(grant) === "yes";
}

/** An action that can be allowed, with the statements that allow it. */
export interface AllowedAction {
  readonly action: ActionFacts;
  readonly grants: readonly Grant[];
}

/** Every listed action that the policies can ever allow: wildcards and `NotAction` expanded, unconditional denies taken off. */
export function allowedActions(policies: PrincipalPolicies): readonly AllowedAction[] {
  return [...candidateActions(policies.identity ?? [])].flatMap((action) => {
    const grants = grantsOf(policies, action.name);
    return grants.length === 0 ? [] : [{ action, grants }];
  });
}

function candidateActions(documents: readonly NamedDocument[]): ReadonlySet<ActionFacts> {
  const actions = new Set<ActionFacts>();
  for (const { document } of documents) {
    for (const statement of document.statements) {
      if (statement.effect !== "Allow") continue;
      for (const action of actionsOf(statement)) actions.add(action);
    }
  }
  return actions;
}

/** The listed actions that a statement speaks of, each once. What is not known yet adds none. */
export function actionsOf(statement: Statement): readonly ActionFacts[] {
  if (statement.notActions !== undefined && statement.actions === undefined)
    return actionsIn(actionCoverage(statement).surely);
  return expandInTurn((statement.actions ?? []).flatMap(({ value }) => (isUnknown(value) ? [] : [value]))).flat();
}

/** What the policies give in one service: the highest level, the levels at all, and an action and statement that show it. */
export interface ServiceAccess {
  /** The prefix, such as `s3`. */
  readonly service: string;
  readonly highest: AccessLevel;
  /** From the least to the most. */
  readonly levels: readonly AccessLevel[];
  /** An action of the highest level, and what allows it. */
  readonly example: string;
  readonly by: DecidingStatement;
  /** Whether some action of the highest level is allowed on every resource without condition. */
  readonly unconfined: boolean;
}

/** Access by service, sorted by prefix. */
export function accessByService(policies: PrincipalPolicies): readonly ServiceAccess[] {
  const services = new Map<string, LevelExamples>();
  for (const { action, grants } of levelRepresentatives(policies)) {
    const service = servicePrefix(action.name);
    const examples = services.get(service) ?? new Map<AccessLevel, AllowedAction>();
    services.set(service, examples);
    const present = examples.get(action.level);
    if (present === undefined || (!present.grants.some(isSurelyUnconfined) && grants.some(isSurelyUnconfined))) {
      examples.set(action.level, { action, grants });
    }
  }
  return [...services]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([service, examples]) => serviceAccess(service, examples) ?? []);
}

type LevelExamples = Map<AccessLevel, AllowedAction>;

/** One action of a service and level is enough, the first that nothing confines where there is one. */
function* levelRepresentatives(policies: PrincipalPolicies): Iterable<AllowedAction> {
  const settled = new Set<string>();
  const mayBeUnconfined = (policies.identity ?? []).some(({ document }) =>
    document.statements.some(mayReachEverything),
  );
  for (const action of candidateActions(policies.identity ?? [])) {
    const key = `${servicePrefix(action.name)} ${action.level}`;
    if (settled.has(key)) continue;
    const grants = grantsOf(policies, action.name);
    if (grants.length === 0) continue;
    if (!mayBeUnconfined || grants.some(isSurelyUnconfined)) settled.add(key);
    yield { action, grants };
  }
}

/** `NotResource` reaches nearly everything, and counts so here. */
function mayReachEverything(statement: Statement): boolean {
  return statement.notResources !== undefined || openAllow(statement) !== "no";
}

function serviceAccess(service: string, examples: LevelExamples): ServiceAccess | undefined {
  const levels = accessLevels.filter((level) => examples.has(level));
  const highest = levels[levels.length - 1];
  const example = highest === undefined ? undefined : examples.get(highest);
  const grant = example?.grants.find(isSurelyUnconfined) ?? example?.grants[0];
  if (highest === undefined || example === undefined || grant === undefined) return undefined;
  return {
    service,
    highest,
    levels,
    example: example.action.name,
    by: asDeciding(grant),
    unconfined: isSurelyUnconfined(grant),
  };
}

/**
 * Whether the policies make an administrator: every listed action on every resource without condition, by one statement
 * or several. Denies of some services do not change that as long as IAM's permissions management is left untouched.
 */
export function allowsEverything(policies: PrincipalPolicies): Possibility {
  const probes = administratorActions();
  const first = allowsUnconfined(policies, probes[0] ?? "iam:CreatePolicy");
  if (first.truth === "no") return first;
  const rest = probes.slice(1).map((action) => allowsUnconfined(policies, action));
  if (rest.some((possibility) => possibility.truth === "no")) return nothing;
  const covered = coversAllActions(policies);
  if (covered === "no") return nothing;
  return { ...first, truth: all([covered, first.truth, ...rest.map((possibility) => possibility.truth)]) };
}

/** Whether every action by which IAM's permissions are managed can be had on every resource without condition. */
export function allowsAllOfIam(policies: PrincipalPolicies): Possibility {
  const [first = "iam:CreatePolicy", ...rest] = administratorActions();
  const found = allowsUnconfined(policies, first);
  if (found.truth === "no") return nothing;
  const truth = all([found.truth, ...rest.map((action) => allowsUnconfined(policies, action).truth)]);
  return truth === "no" ? nothing : { ...found, truth };
}

const nothing: Possibility = { truth: "no", grants: [], statements: [] };

let managingActions: readonly string[] | undefined;

function administratorActions(): readonly string[] {
  managingActions ??= expandActionFacts("iam:*")
    .filter((action) => action.level === "Permissions management")
    .map((action) => action.name);
  return managingActions;
}

/** Allows on every resource, whatever is denied: `*`, or `NotAction` statements that fill each other's gaps. */
function coversAllActions(policies: PrincipalPolicies): Truth {
  const limits = policies.boundary === undefined ? [] : [[policies.boundary]];
  return all([policies.identity ?? [], ...limits, ...(policies.serviceControl ?? [])].map(coverAllActions));
}

function coverAllActions(documents: readonly NamedDocument[]): Truth {
  const open = documents
    .flatMap(({ document }) => document.statements)
    .map((statement) => ({ statement, truth: openAllow(statement) }))
    .filter(({ truth }) => truth !== "no");
  const whole = any(open.map(({ statement, truth }) => all([truth, allActions(statement)])));
  if (whole === "yes" || !open.some(({ statement }) => statement.notActions !== undefined)) return whole;
  const surely = noActions();
  const possibly = noActions();
  for (const { statement, truth } of open) {
    const coverage = actionCoverage(statement);
    if (truth === "yes") surely.addAll(coverage.surely);
    possibly.addAll(coverage.possibly);
  }
  if (surely.isFull()) return "yes";
  return possibly.isFull() ? "unknown" : "no";
}

/** Whether the statement allows on every resource without condition. */
function openAllow(statement: Statement): Truth {
  if (statement.effect === "Deny" || statement.effect === undefined) return "no";
  if (statement.conditions.some((condition) => !condition.unknown)) return "no";
  const resources = any(
    (statement.resources ?? []).map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(value === "*"))),
  );
  const known = isUnknown(statement.effect) || statement.conditions.length > 0 ? "unknown" : "yes";
  return all([known, resources]);
}

function allActions(statement: Statement): Truth {
  return any(
    (statement.actions ?? []).map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(isEveryAction(value)))),
  );
}
