import { nearest } from "../../core/nearest";
import { compileWildcard, isPlainText, wildcardMatches } from "../wildcards";
import type { Wildcard } from "../wildcards";
import { packedFacts, serviceFacts, servicePrefixes } from "./service-facts";
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

/** Distinct patterns that are remembered: documents repeat each other. */
const rememberedPatterns = 5000;
const expansions = new Map<string, readonly ActionFacts[]>();

/** All listed actions that a pattern covers, such as `s3:Get*` or `*`; none for a service or action that AWS does not list. */
export function expandActionFacts(pattern: string): readonly ActionFacts[] {
  const wanted = pattern.toLowerCase();
  const known = expansions.get(wanted);
  if (known !== undefined) return known;
  if (expansions.size >= rememberedPatterns) expansions.clear();
  const found = findActions(wanted);
  expansions.set(wanted, found);
  return found;
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
  const colon = pattern.indexOf(":");
  if (colon < 0) return [];
  const names = compileWildcard(pattern.slice(colon + 1));
  return servicesMatching(pattern.slice(0, colon)).flatMap((service) =>
    actionsMatching(service, names, pattern.slice(colon + 1)),
  );
}

function servicesMatching(prefix: string): readonly ServiceFacts[] {
  const wildcard = compileWildcard(prefix);
  const prefixes = isPlainText(wildcard)
    ? [prefix]
    : servicePrefixes().filter((known) => wildcardMatches(wildcard, known));
  return prefixes.flatMap((known) => serviceFacts(known) ?? []);
}

function actionsMatching(service: ServiceFacts, names: Wildcard, text: string): readonly ActionFacts[] {
  const exact = service.actions.get(text);
  if (isPlainText(names)) return exact === undefined ? [] : [exact];
  const found: ActionFacts[] = [];
  for (const [name, action] of service.actions) if (wildcardMatches(names, name)) found.push(action);
  return found;
}
