import { groupedBy, pushTo } from "../core/grouping";
import { isUnknown } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { Truth } from "../core/truth";
import type { Condition, Element, NamedDocument, PolicyDocument, Statement } from "./document";
import { hasPolicyVariables } from "./document";
import type { ActionElements } from "./covered-actions";
import { coversListed } from "./covered-actions";
import type { AccessPolicies } from "./evaluate";
import { coversAction } from "./evaluate";
import { actionFacts } from "./facts/actions";
import { servicePrefix } from "./service-prefix";
import { hasVariable, templateParts } from "./variables";
import type { TemplatePart } from "./variables";
import {
  compileWildcard,
  compileWildcardParts,
  matchesEverything,
  wildcardCovers,
  wildcardsOverlap,
} from "./wildcards";
import type { Wildcard, WildcardPart } from "./wildcards";

/** All that says what a principal may do: the union of `identity`, within boundary and service control policies. */
export type PrincipalPolicies = Pick<AccessPolicies, "identity" | "boundary" | "serviceControl">;

/** A resource as written, and as a pattern in which policy variables stand for anything. */
export interface ResourcePattern {
  readonly text: string | UnknownValue;
  readonly path: string;
  readonly pattern: Wildcard;
}

/** A statement that allows an action, with what unconditional denies have left of its resources. */
export interface Grant {
  readonly document: string;
  readonly statement: Statement;
  /** `unknown`: whether the statement reaches the action depends on values that are not known yet. */
  readonly truth: Truth;
  /** Never empty. `NotResource` and an absent `Resource` count as `*`. */
  readonly resources: readonly ResourcePattern[];
  /** Those of the statement, and of the boundary's and service control policies' where each of their statements has some. */
  readonly conditions: readonly Condition[];
  /** Statements that deny the action under conditions, or on part of the resources. */
  readonly denies: readonly Statement[];
}

const everything: ResourcePattern = { text: "*", path: "", pattern: compileWildcard("*") };

/**
 * Every way in which the policies let a principal perform `action` at all, under whatever conditions, on anything that
 * `resource` matches. `matters` leaves out what is of no interest before denies are looked at.
 */
export function grantsOf(
  policies: PrincipalPolicies,
  action: string,
  resource?: string,
  matters: (grant: Grant) => boolean = anyGrant,
): readonly Grant[] {
  const name = action.toLowerCase();
  const wanted = resource === undefined ? undefined : compileWildcard(resource);
  const limits = limitsOf(policies);
  const documents = policies.identity ?? [];
  let grants = documents.flatMap((document) => allowsIn(document, name, wanted, matters));
  if (grants.length === 0) return [];
  for (const limit of limits) {
    const allowed = limit.flatMap((document) => allowsIn(document, name, wanted, anyGrant));
    grants = grants.flatMap((grant) => within(grant, allowed));
  }
  const denies = [...documents, ...limits.flat()].flatMap(({ document }) => entriesFor(indexOf(document).denies, name));
  // Most actions are denied nowhere.
  if (denies.length === 0 && limits.length === 0) return grants;
  return grants.flatMap((grant) => afterDenies(grant, denies, wanted));
}

function anyGrant(): boolean {
  return true;
}

function limitsOf(policies: PrincipalPolicies): readonly (readonly NamedDocument[])[] {
  const boundary = policies.boundary === undefined ? [] : [[policies.boundary]];
  return [...boundary, ...(policies.serviceControl ?? [])];
}

/** A statement under those of its actions that are of one service, or may be of any; or under its whole `NotAction`. */
interface Entry {
  readonly statement: Statement;
  readonly covers: ActionElements;
  readonly resources: () => readonly ResourcePattern[];
  /** The latest grant made of it: that of the next action is mostly the same. */
  latest?: Grant;
}

interface EntryIndex {
  readonly byService: Map<string, Entry[]>;
  readonly general: Entry[];
}

interface DocumentIndex {
  readonly allows: EntryIndex;
  readonly denies: EntryIndex;
}

const indexes = new WeakMap<PolicyDocument, DocumentIndex>();

/** The document's statements by the service of their actions, made once: questions are many. */
function indexOf(document: PolicyDocument): DocumentIndex {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const index: DocumentIndex = { allows: emptyIndex(), denies: emptyIndex() };
  for (const statement of document.statements) addStatement(index, statement, hasPolicyVariables(document));
  indexes.set(document, index);
  return index;
}

function emptyIndex(): EntryIndex {
  return { byService: new Map(), general: [] };
}

function addStatement(index: DocumentIndex, statement: Statement, variables: boolean): void {
  if (statement.effect === undefined) return;
  let read: readonly ResourcePattern[] | undefined;
  const resources = () => (read ??= resourcePatterns(statement, variables));
  for (const [service, covers] of actionsByService(statement)) {
    const entry: Entry = { statement, covers, resources };
    if (statement.effect !== "Deny") addEntry(index.allows, service, entry);
    if (statement.effect !== "Allow") addEntry(index.denies, service, entry);
  }
}

function addEntry(index: EntryIndex, service: string | undefined, entry: Entry): void {
  if (service === undefined) {
    index.general.push(entry);
    return;
  }
  pushTo(index.byService, service, entry);
}

/** By service; `undefined` for what may be of any service. */
function actionsByService({ actions, notActions }: Statement): ReadonlyMap<string | undefined, ActionElements> {
  if (actions === undefined) return new Map(notActions === undefined ? [] : [[undefined, { notActions }]]);
  const found = groupedBy(actions, serviceOf);
  // One list for one question: what it covers is remembered by it.
  return new Map(
    [...found].map(([service, elements]) => [service, { actions: found.size === 1 ? actions : elements }]),
  );
}

/** `undefined` for an action that may be of any service. */
function serviceOf({ value }: Element): string | undefined {
  if (isUnknown(value)) return undefined;
  const service = servicePrefix(value);
  return service === "" || /[*?]/.test(service) ? undefined : service;
}

interface Reached {
  readonly entry: Entry;
  readonly truth: Truth;
}

/** Each statement once, under those of its actions that reach `name` most surely. */
function entriesFor(index: EntryIndex, name: string): readonly Reached[] {
  const general = reachedIn(index.general, name);
  const own = reachedIn(index.byService.get(servicePrefix(name)) ?? [], name);
  if (own.length === 0 || general.length === 0) return own.length === 0 ? general : own;
  const reached = new Map(general.map((each) => [each.entry.statement, each]));
  for (const each of own) {
    if (reached.get(each.entry.statement)?.truth !== "yes") reached.set(each.entry.statement, each);
  }
  return [...reached.values()];
}

/** Fewer entries are sooner asked one by one what they cover. */
const manyEntries = 8;

function reachedIn(entries: readonly Entry[], name: string): readonly Reached[] {
  const listed = entries.length < manyEntries ? undefined : actionFacts(name);
  const reached: Reached[] = [];
  for (const entry of entries) {
    const truth = listed === undefined ? coversAction(entry.covers, name) : coversListed(entry.covers, listed);
    if (truth !== "no") reached.push({ entry, truth: isUnknown(entry.statement.effect) ? "unknown" : truth });
  }
  return reached;
}

function allowsIn(
  document: NamedDocument,
  name: string,
  wanted: Wildcard | undefined,
  matters: (grant: Grant) => boolean,
): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { entry, truth } of entriesFor(indexOf(document.document).allows, name)) {
    const resources = resourcesWithin(entry, wanted);
    if (resources.length === 0) continue;
    const grant = grantOf(entry, document.name, resources, areUnknown(resources) ? "unknown" : truth);
    if (matters(grant)) grants.push(grant);
  }
  return grants;
}

function grantOf(entry: Entry, document: string, resources: readonly ResourcePattern[], truth: Truth): Grant {
  const { statement, latest } = entry;
  if (latest?.document === document && latest.resources === resources && latest.truth === truth) return latest;
  const { conditions } = statement;
  entry.latest = { document, statement, truth, resources, conditions, denies: noDenies };
  return entry.latest;
}

const noDenies: readonly Statement[] = [];

function areUnknown(resources: readonly ResourcePattern[]): boolean {
  return resources.every((resource) => isUnknown(resource.text));
}

function resourcesWithin(entry: Entry, wanted: Wildcard | undefined): readonly ResourcePattern[] {
  if (wanted === undefined) return entry.resources();
  return entry.resources().filter((resource) => wildcardsOverlap(resource.pattern, wanted));
}

/** What a boundary or one level of service control policies leaves of a grant. */
function within(grant: Grant, allowed: readonly Grant[]): readonly Grant[] {
  const resources = allowed.flatMap((limit) => intersection(grant.resources, limit.resources));
  if (resources.length === 0) return [];
  const truth = grant.truth === "yes" && allowed.some((limit) => limit.truth === "yes") ? "yes" : "unknown";
  const conditional = allowed.every((limit) => limit.conditions.length > 0);
  const conditions = conditional ? [...grant.conditions, ...(allowed[0]?.conditions ?? [])] : grant.conditions;
  return [{ ...grant, truth, resources: withoutRepeats(resources), conditions }];
}

function intersection(left: readonly ResourcePattern[], right: readonly ResourcePattern[]): readonly ResourcePattern[] {
  return left.flatMap((one) =>
    right.flatMap((other) => {
      if (wildcardCovers(other.pattern, one.pattern)) return [one];
      return wildcardsOverlap(one.pattern, other.pattern)
        ? [wildcardCovers(one.pattern, other.pattern) ? other : one]
        : [];
    }),
  );
}

function withoutRepeats(resources: readonly ResourcePattern[]): readonly ResourcePattern[] {
  return [...new Set(resources)];
}

/** Takes off what is denied without conditions; other denies are kept beside the grant. */
function afterDenies(grant: Grant, denies: readonly Reached[], wanted: Wildcard | undefined): readonly Grant[] {
  if (denies.length === 0 && !areUnknown(grant.resources)) return [grant];
  let { resources, truth } = grant;
  const partial: Statement[] = [];
  for (const { entry, truth: reached } of denies) {
    const effect = effectOf(entry, resources, wanted);
    const decided =
      reached === "yes" && entry.statement.conditions.length === 0 && effect.left.length < resources.length;
    if (decided) {
      resources = effect.left;
    } else if (effect.touches) {
      partial.push(entry.statement);
      if (reached === "unknown" || mayDenyAll(entry)) truth = "unknown";
    }
  }
  if (resources.length === 0) return [];
  if (areUnknown(resources)) truth = "unknown";
  return [{ ...grant, truth, resources, denies: [...grant.denies, ...partial] }];
}

/** What a deny leaves of some resources, and whether it meets any of them at all. */
interface DenyEffect {
  readonly left: readonly ResourcePattern[];
  readonly touches: boolean;
}

const effects = new WeakMap<readonly ResourcePattern[], Map<Statement, DenyEffect>>();

/** Worked out once for a deny and the resources of a grant: no action changes it, and there are thousands of them. */
function effectOf(entry: Entry, resources: readonly ResourcePattern[], wanted: Wildcard | undefined): DenyEffect {
  if (wanted !== undefined) return denyEffect(entry, resources, wanted);
  const known = effects.get(resources) ?? new Map<Statement, DenyEffect>();
  effects.set(resources, known);
  const effect = known.get(entry.statement) ?? denyEffect(entry, resources, wanted);
  known.set(entry.statement, effect);
  return effect;
}

function denyEffect(entry: Entry, resources: readonly ResourcePattern[], wanted: Wildcard | undefined): DenyEffect {
  return {
    left: resources.filter((resource) => !deniesAll(entry, resource.pattern, wanted)),
    touches: touches(entry, resources),
  };
}

function deniesAll(entry: Entry, resource: Wildcard, wanted: Wildcard | undefined): boolean {
  const { notResources } = entry.statement;
  const targets = wanted === undefined ? [resource] : [resource, wanted];
  if (notResources !== undefined) {
    const excepted = notResources.map((element) => patternOf(element, true).pattern);
    return targets.some((target) => !excepted.some((pattern) => wildcardsOverlap(pattern, target)));
  }
  return targets.some((target) =>
    entry.resources().some(({ pattern }) => !pattern.open && wildcardCovers(pattern, target)),
  );
}

/** A deny of which a resource, or every condition, is not known yet may take everything. */
function mayDenyAll({ statement }: Entry): boolean {
  if (!statement.conditions.every((condition) => condition.unknown)) return false;
  const resources = [...(statement.resources ?? []), ...(statement.notResources ?? [])];
  return statement.conditions.length > 0 || resources.some((element) => isUnknown(element.value));
}

function touches(entry: Entry, resources: readonly ResourcePattern[]): boolean {
  return resources.some((resource) =>
    entry.resources().some(({ pattern }) => wildcardsOverlap(pattern, resource.pattern)),
  );
}

function resourcePatterns(statement: Statement, variables: boolean): readonly ResourcePattern[] {
  if (statement.resources === undefined) return [everything];
  return statement.resources.map((element) => patternOf(element, variables));
}

function patternOf({ value, path }: Element, variables: boolean): ResourcePattern {
  if (isUnknown(value)) return { text: value, path, pattern: compileWildcardParts([{ kind: "unknown" }]) };
  if (!variables || !hasVariable(value)) return { text: value, path, pattern: compileWildcard(value) };
  return { text: value, path, pattern: compileWildcardParts(templateParts(value).map(openPart)) };
}

function openPart(part: TemplatePart): WildcardPart {
  switch (part.kind) {
    case "text":
      return { kind: "pattern", text: part.text };
    case "escaped":
      return { kind: "literal", text: part.text };
    case "variable":
      return { kind: "unknown" };
  }
}

/** Whether the resource is `*`, or `arn:*` and the like: everything of every service and account. */
export function isEveryResource(resource: ResourcePattern): boolean {
  if (matchesEverything(resource.pattern)) return true;
  return typeof resource.text === "string" && /^(?:arn:)?[*:]*\*$/.test(resource.text);
}
