import { type ArnMistake, arnMistake } from "../access/arn-shape";
import { coveredValues } from "../access/covered-values";
import { expandActionFacts } from "../access/facts/actions";
import { mayApplyTo, mayBeAnything } from "../access/resource-fit";
import { meantAction } from "../access/unknown-actions";
import { isUnknown } from "../core/properties";
import { type CarriedDocument } from "./documents";
import { type KnownElement, knownIn, statementMistakes } from "./statement-mistakes";

/** Actions that AWS does not list where a listed one is meant. */
export function unknownActions(documents: readonly CarriedDocument[]) {
  return statementMistakes<"unknown">(documents, ({ actions, notActions }) =>
    knownIn(actions, notActions).flatMap(({ value, path }) => {
      const meant = meantAction(value);
      return meant === undefined ? [] : [{ id: "unknown", path, value, meant }];
    }),
  );
}

/** Actions that another one of the same list covers, or repeats. */
export function redundantActions(documents: readonly CarriedDocument[]) {
  return statementMistakes<"covered" | "twice">(documents, ({ actions, notActions }) =>
    [knownIn(actions), knownIn(notActions)].flatMap((list) => covered(list, (value) => value.toLowerCase())),
  );
}

/** Resources that another one of the same list covers, or repeats. */
export function redundantResources(documents: readonly CarriedDocument[]) {
  return statementMistakes<"covered" | "twice">(documents, ({ resources, notResources }) =>
    [knownIn(resources), knownIn(notResources)].flatMap((list) => covered(list, withoutVariables)),
  );
}

function covered(list: readonly KnownElement[], comparable: (value: string) => string) {
  return coveredValues(list.map(({ value }) => comparable(value))).flatMap(({ index, by }) => {
    const [element, cover] = [list[index], list[by]];
    if (element === undefined || cover === undefined) return [];
    return [
      { id: element.value === cover.value ? ("twice" as const) : ("covered" as const), ...element, meant: cover.value },
    ];
  });
}

/** A variable is as good as plain text here: it stands for the same in both values. */
function withoutVariables(value: string): string {
  return value.replace(/\$\{\*\}/g, "\u0001").replace(/\$\{\?\}/g, "\u0002");
}

/** Resources whose ARNs nothing can have. */
export function malformedArns(documents: readonly CarriedDocument[]) {
  return statementMistakes<ArnMistake["kind"]>(documents, ({ resources, notResources }) =>
    knownIn(resources, notResources).flatMap(({ value, path }) => {
      const mistake = arnMistake(value);
      return mistake === undefined ? [] : [{ id: mistake.kind, path, value, meant: mistake.meant }];
    }),
  );
}

/** Actions that apply to none of their statement's resources. Trust policies name none. */
export function mismatchedActions(documents: readonly CarriedDocument[]) {
  return statementMistakes<"mismatch">(documents, ({ actions, resources }, _document, kind) => {
    if (kind === "trust" || kind === "session" || (resources ?? []).some(({ value }) => isUnknown(value))) return [];
    const named = knownIn(resources).map(({ value }) => value);
    const [first] = named;
    if (first === undefined || named.some(mayBeAnything)) return [];
    return knownIn(actions)
      .filter(({ value }) => appliesToNone(value, named))
      .map((action) => ({ id: "mismatch", ...action, meant: first }));
  });
}

/** Wildcards over more actions than this belong to whole services, of which some action applies. */
const mostActions = 400;

/** Nothing is said of actions that AWS does not list. */
function appliesToNone(action: string, resources: readonly string[]): boolean {
  const listed = expandActionFacts(action);
  if (listed.length === 0 || listed.length > mostActions) return false;
  return listed.every((each) => resources.every((resource) => !mayApplyTo(each, resource)));
}
