import { actionsOf } from "../access/ask";
import { type ArnMistake, arnMistake } from "../access/arn-shape";
import { coveredValues } from "../access/covered-values";
import { type Statement } from "../access/document";
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

/** Actions that another one of the same list covers. */
export function redundantActions(documents: readonly CarriedDocument[]) {
  return statementMistakes<"covered">(documents, ({ actions, notActions }) =>
    [knownIn(actions), knownIn(notActions)].flatMap((list) => covered(list, (value) => value.toLowerCase())),
  );
}

/** Resources that another one of the same list covers. */
export function redundantResources(documents: readonly CarriedDocument[]) {
  return statementMistakes<"covered">(documents, ({ resources, notResources }) =>
    [knownIn(resources), knownIn(notResources)].flatMap((list) => covered(list, withoutVariables)),
  );
}

function covered(list: readonly KnownElement[], comparable: (value: string) => string) {
  return coveredValues(list.map(({ value }) => comparable(value))).flatMap(({ index, by }) => {
    const element = list[index];
    return element === undefined ? [] : [{ id: "covered" as const, ...element, meant: list[by]?.value ?? "" }];
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

/** Statements with more actions than this are wildcards over services, of which some action fits. */
const mostActions = 400;

/** Statements of which no action applies to any of the resources. Trust policies name none. */
export function mismatchedResources(documents: readonly CarriedDocument[]) {
  return statementMistakes<"mismatch">(documents, (statement, _document, kind) => {
    if (kind === "trust" || kind === "session" || !isWhollyKnown(statement)) return [];
    const [first] = knownIn(statement.resources);
    const actions = actionsOf(statement);
    if (first === undefined || actions.length === 0 || actions.length > mostActions) return [];
    const resources = knownIn(statement.resources).map(({ value }) => value);
    if (resources.some((resource) => actions.some((action) => mayApplyTo(action, resource)))) return [];
    return [{ id: "mismatch", ...first, meant: actions[0]?.name ?? "" }];
  });
}

/** Every action is listed, and every resource an ARN of a service: nothing is left that could fit. */
function isWhollyKnown({ actions, resources }: Statement): boolean {
  const elements = [...(actions ?? []), ...(resources ?? [])];
  if (actions === undefined || resources === undefined || elements.some(({ value }) => isUnknown(value))) return false;
  return (
    knownIn(actions).every(({ value }) => expandActionFacts(value).length > 0) &&
    knownIn(resources).every(({ value }) => !mayBeAnything(value))
  );
}
