import { type Statement, hasPolicyVariables } from "../access/document";
import { findComparison } from "../access/operators";
import { hasVariable } from "../access/variables";
import { type VariableMistake, variableMistake } from "../access/variable-syntax";
import { type Place } from "../core/read";
import { type CarriedDocument } from "./documents";
import { placeInDocument } from "./policy-document";
import { type DetectedMistake, type KnownElement, knownIn, statementMistakes } from "./statement-mistakes";

type MistakeId = VariableMistake["kind"] | "misplaced" | "operator";

/** Policy variables that AWS does not replace: malformed ones, and those in places that take none. */
export function variableMistakes(documents: readonly CarriedDocument[]) {
  return statementMistakes<MistakeId>(documents, (statement, document) => {
    if (!hasPolicyVariables(document)) return [];
    return [...malformed(statement), ...misplaced(statement), ...underWrongOperators(statement)];
  });
}

function malformed({ resources, notResources, conditions }: Statement): readonly DetectedMistake<MistakeId>[] {
  return knownIn(resources, notResources, ...conditions.map(({ values }) => values)).flatMap(({ value, path }) => {
    const mistake = variableMistake(value);
    if (mistake === undefined) return [];
    const { kind, written, meant } = mistake;
    return [{ id: kind, path, value: written, ...(meant === undefined ? {} : { meant }) }];
  });
}

function misplaced({ principals, notPrincipals }: Statement): readonly DetectedMistake<MistakeId>[] {
  return knownIn(principals, notPrincipals)
    .filter(({ value }) => hasVariable(value))
    .map(({ value, path }) => ({ id: "misplaced", path, value }));
}

/** Operators of texts and ARNs alone replace variables. */
function underWrongOperators({ conditions }: Statement): readonly DetectedMistake<MistakeId>[] {
  return conditions.flatMap((condition) => {
    const type = findComparison(condition.comparison)?.type;
    if (condition.unknown || type === undefined || type === "string" || type === "arn") return [];
    return knownIn(condition.values)
      .filter(({ value }) => hasVariable(value) && variableMistake(value) === undefined)
      .map(({ value, path }) => ({ id: "operator" as const, path, value, meant: condition.operator }));
  });
}

/** Variables in documents without the version that knows them: AWS takes `${aws:username}` for plain text there. */
export function inertVariables(documents: readonly CarriedDocument[]) {
  return statementMistakes<"inert">(documents, (statement, document) => {
    if (document.version === "2012-10-17" || isVersionOpen(document.unknownParts)) return [];
    return variablesOf(statement).map((each) => ({ ...each, id: "inert" as const }));
  });
}

function variablesOf({ resources, notResources, conditions }: Statement): readonly KnownElement[] {
  return knownIn(resources, notResources, ...conditions.map(({ values }) => values)).filter(({ value }) =>
    /\$\{[^${}]+\}/.test(value),
  );
}

function isVersionOpen(unknownParts: readonly string[]): boolean {
  return unknownParts.includes("Version") || unknownParts.includes("");
}

/** A document that says no version, or the one of 2008. */
export interface OldDocument {
  readonly id: "missing" | "old";
  readonly place: Place;
  readonly document: string;
}

/** Documents without the current version, those of devices aside. */
export function oldDocuments(documents: readonly CarriedDocument[]): readonly OldDocument[] {
  return documents.flatMap(({ kind, label, read }): readonly OldDocument[] => {
    if (read.kind !== "known" || kind === "iot") return [];
    const { version, unknownParts, statements } = read.value;
    if (isVersionOpen(unknownParts) || statements.length === 0) return [];
    if (version === undefined) return [{ id: "missing", place: read.place, document: label }];
    if (version !== "2008-10-17") return [];
    return [{ id: "old", place: placeInDocument(read, "Version"), document: label }];
  });
}
