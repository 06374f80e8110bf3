import { nearest } from "../../core/nearest";
import { compileWildcard } from "../wildcards";
import { ActionNames } from "./action-names";
import { ActionSet } from "./action-set";
import { listedActions, packedFacts, serviceFacts, servicePrefixes } from "./service-facts";
import type { ActionFacts, ServiceFacts } from "./service-facts";

/** The day the facts were read. What AWS added since is not in them. */
export function actionFactsDate(): string {
  return packedFacts().date;
}

/** What AWS lists about an action such as `s3:GetObject`, in any case; `undefined` for one it does not list. */
export function actionFacts(action: string): ActionFacts | undefined {
  const colon = action.indexOf(":");
  if (colon < 0) return undefined;
  return serviceFacts(action.slice(0, colon))?.actions.get(action.slice(colon + 1).toLowerCase());
}

/** How many actions of patterns are remembered: documents repeat each other. */
const rememberedActions = 2_000_000;

const expansions = new Map<string, readonly ActionFacts[]>();
let expanded = 0;

/** All listed actions that a pattern covers, such as `s3:Get*` or `*`; none for a service or action that AWS does not list. */
export function expandActionFacts(pattern: string): readonly ActionFacts[] {
  const wanted = pattern.toLowerCase();
  const known = expansions.get(wanted);
  if (known !== undefined) return known;
  const found = findActions(wanted);
  if (expanded + found.length > rememberedActions) {
    expansions.clear();
    expanded = 0;
  }
  expanded += found.length + 1;
  expansions.set(wanted, found);
  return found;
}

/** For each pattern of a list the actions of `expandActionFacts` that no pattern before it covers. */
export function expandInTurn(patterns: readonly string[]): readonly (readonly ActionFacts[])[] {
  const [first = ""] = patterns;
  if (patterns.length === 1) return [expandActionFacts(first)];
  const seen = noActions();
  return patterns.map((pattern) => {
    if (pattern !== "*" && !pattern.includes(":")) return [];
    const found = newActions(pattern.toLowerCase(), seen);
    for (const { number } of found) seen.add(number);
    return found;
  });
}

/** A set of listed actions, empty at first. */
export function noActions(): ActionSet {
  return new ActionSet(listedActions());
}

/** Adds the listed actions that a pattern matches to a set, with or without a colon in it. */
export function addMatchingActions(pattern: string, into: ActionSet): void {
  for (const { number } of newActions(pattern.toLowerCase(), into)) into.add(number);
}

/** The listed actions that a pattern in lower case matches and a set has not. */
function newActions(pattern: string, seen: ActionSet): readonly ActionFacts[] {
  if (pattern === "*" || onlyService(pattern) !== undefined) {
    return expandActionFacts(pattern).filter(({ number }) => !seen.has(number));
  }
  const listed = expandActionFacts("*");
  const names = namesOf("*", () => listed.map(({ name }) => name.toLowerCase()));
  return pick(listed, names.newMatches(compileWildcard(pattern), seen));
}

function pick(actions: readonly ActionFacts[], places: readonly number[]): readonly ActionFacts[] {
  const found: ActionFacts[] = [];
  for (const place of places) {
    const action = actions[place];
    if (action !== undefined) found.push(action);
  }
  return found;
}

/** The service that every action which the pattern covers is of; `undefined` where there may be several. */
function onlyService(pattern: string): string | undefined {
  const colon = pattern.indexOf(":");
  const prefix = colon < 0 ? pattern : pattern.slice(0, colon);
  return /[*?]/.test(prefix) ? undefined : prefix;
}

/** The actions of a set, in the order of the list. */
export function actionsIn(set: ActionSet): readonly ActionFacts[] {
  return expandActionFacts("*").filter(({ number }) => set.has(number));
}

/** The names of `expandActionFacts`, in AWS's spelling. */
export function expandActions(pattern: string): readonly string[] {
  return expandActionFacts(pattern).map((action) => action.name);
}

/** The service and action that a typing error most likely meant, such as `s3:GetObject` for `s3:GetObjet`. */
export function nearestAction(action: string): string | undefined {
  const [prefix = "", name = ""] = action.split(":", 2);
  const service = serviceFacts(prefix);
  if (service !== undefined) return nearestOf(service, name);
  const meant = nearest(prefix, servicePrefixes());
  const other = meant === undefined ? undefined : serviceFacts(meant);
  if (other === undefined) return undefined;
  return other.actions.get(name.toLowerCase())?.name ?? nearestOf(other, name);
}

function nearestOf(service: ServiceFacts, name: string): string | undefined {
  const meant = nearest(name, service.actions.keys());
  return meant === undefined ? undefined : service.actions.get(meant)?.name;
}

function findActions(pattern: string): readonly ActionFacts[] {
  if (pattern === "*")
    return servicePrefixes().flatMap((prefix) => [...(serviceFacts(prefix)?.actions.values() ?? [])]);
  if (!pattern.includes(":")) return [];
  const prefix = onlyService(pattern);
  if (prefix !== undefined) return actionsMatching(prefix, pattern.slice(prefix.length + 1));
  return newActions(pattern, noActions());
}

function actionsMatching(prefix: string, pattern: string): readonly ActionFacts[] {
  const service = serviceFacts(prefix);
  if (service === undefined) return [];
  const exact = service.actions.get(pattern);
  if (!/[*?]/.test(pattern)) return exact === undefined ? [] : [exact];
  const actions = [...service.actions.values()];
  const matched = namesOf(prefix, () => [...service.actions.keys()]).newMatches(compileWildcard(pattern));
  return pick(actions, matched);
}

const namesByService = new Map<string, ActionNames>();

/** The names of a service's actions, or of all, read once. */
function namesOf(service: string, read: () => readonly string[]): ActionNames {
  const made = namesByService.get(service) ?? new ActionNames(read());
  namesByService.set(service, made);
  return made;
}
