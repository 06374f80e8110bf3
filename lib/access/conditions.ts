import { isUnknown } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any, not, truthOf } from "../core/truth";
import { compileWildcardParts, wildcardMatches } from "./wildcards";
import type { WildcardPart } from "./wildcards";
import { blockContains, readAddressBlock } from "./addresses";
import { contextValue } from "./context";
import type { RequestContext } from "./context";
import type { Condition, Element } from "./document";
import { matchAny, matchArn, matchText } from "./match";
import { findComparison } from "./operators";
import type { Comparison, Relation } from "./operators";
import { hasVariable, substitute } from "./variables";

/** Whether all conditions of a statement hold for a request. Values and keys not known yet leave it open. */
export function conditionsHold(conditions: readonly Condition[], context: RequestContext, variables: boolean): Truth {
  return all(conditions.map((condition) => conditionHolds(condition, context, variables)));
}

/** `variables`: whether `${...}` counts, that is whether the document's version is 2012-10-17. */
export function conditionHolds(condition: Condition, context: RequestContext, variables: boolean): Truth {
  if (condition.unknown) return "unknown";
  const comparison = findComparison(condition.comparison);
  if (comparison === undefined) return "unknown";
  const value = contextValue(context, condition.key);
  if (comparison.type === "null")
    return nullHolds(condition, value.kind === "present" ? truthOf(value.values.length === 0) : absence(value.kind));
  switch (value.kind) {
    case "absent":
      return absentHolds(condition, comparison);
    case "undetermined":
      return agreement(absentHolds(condition, comparison), anyValueHolds(condition, comparison));
    case "present":
      return value.values.length === 0
        ? absentHolds(condition, comparison)
        : presentHolds(condition, comparison, value.values, context, variables);
  }
}

function absence(kind: "absent" | "undetermined"): Truth {
  return kind === "absent" ? "yes" : "unknown";
}

/** `Null` with `true` asks for a key that is absent, with `false` for one that is present. */
function nullHolds(condition: Condition, absent: Truth): Truth {
  return matchAny(condition.values, (element) => {
    if (isUnknown(element.value)) return "unknown";
    const wanted = element.value.toLowerCase();
    if (wanted !== "true" && wanted !== "false") return "no";
    return wanted === "true" ? absent : not(absent);
  });
}

/**
 * A key that the request does not carry: `IfExists` and `ForAllValues` hold, `ForAnyValue` does not; otherwise a
 * negated comparison holds and a positive one does not.
 */
function absentHolds(condition: Condition, comparison: Comparison): Truth {
  if (condition.ifExists || condition.qualifier === "ForAllValues") return "yes";
  if (condition.qualifier === "ForAnyValue") return "no";
  return truthOf(comparison.negated);
}

/** What holds whichever value the key has: `StringLike` with `*` does, everything else depends. */
function anyValueHolds(condition: Condition, comparison: Comparison): Truth {
  if (comparison.type !== "string" || comparison.relation !== "like") return "unknown";
  if (!condition.values.some((element) => element.value === "*")) return "unknown";
  return truthOf(!comparison.negated);
}

function agreement(left: Truth, right: Truth): Truth {
  return left === right ? left : "unknown";
}

function presentHolds(
  condition: Condition,
  comparison: Comparison,
  values: readonly (string | UnknownValue)[],
  context: RequestContext,
  variables: boolean,
): Truth {
  const valueHolds = (value: string | UnknownValue) => {
    const matched = matchAny(condition.values, (element) => compare(comparison, element, value, context, variables));
    return comparison.negated ? not(matched) : matched;
  };
  if (condition.qualifier === "ForAllValues") return all(values.map(valueHolds));
  if (condition.qualifier === "ForAnyValue") return any(values.map(valueHolds));
  // Without a qualifier a key has one value; should it have several, a negated comparison must hold for each.
  return comparison.negated ? all(values.map(valueHolds)) : any(values.map(valueHolds));
}

/** The comparison without its negation, of one written value with one value of the request. */
function compare(
  comparison: Comparison,
  element: Element,
  actual: string | UnknownValue,
  context: RequestContext,
  variables: boolean,
): Truth {
  if (isUnknown(element.value)) return "unknown";
  if (isUnknown(actual)) return anyText(comparison, element.value);
  switch (comparison.type) {
    case "string":
      return compareStrings(comparison, conditionParts(element.value, context, variables), actual);
    case "arn":
      return compareArns(comparison, conditionParts(element.value, context, variables), actual);
    case "numeric":
      return compareNumbers(comparison.relation, readNumber(element.value), readNumber(actual));
    case "date":
      return compareNumbers(comparison.relation, readDate(element.value), readDate(actual));
    case "bool":
      return truthOf(element.value.toLowerCase() === actual.toLowerCase());
    case "binary":
      return truthOf(element.value === actual);
    case "ip":
      return compareAddresses(element.value, actual);
    case "null":
      return "unknown";
  }
}

function anyText(comparison: Comparison, wanted: string): Truth {
  return comparison.type === "string" && comparison.relation === "like" && wanted === "*" ? "yes" : "unknown";
}

function conditionParts(text: string, context: RequestContext, variables: boolean): readonly WildcardPart[] | "absent" {
  if (!variables || !hasVariable(text)) return [{ kind: "pattern", text }];
  return substitute(text, context);
}

/** A variable that has no value matches nothing; whether a negated comparison then holds is not documented. */
function withoutValue(comparison: Comparison): Truth {
  return comparison.negated ? "unknown" : "no";
}

function compareStrings(comparison: Comparison, parts: readonly WildcardPart[] | "absent", actual: string): Truth {
  if (parts === "absent") return withoutValue(comparison);
  if (comparison.relation === "like") return matchText(compileWildcardParts(parts), actual);
  const literal = parts.map(asLiteral);
  if (comparison.relation === "equals") return matchText(compileWildcardParts(literal), actual);
  return matchText(compileWildcardParts(literal.map(inLowerCase)), actual.toLowerCase());
}

function asLiteral(part: WildcardPart): WildcardPart {
  return part.kind === "pattern" ? { kind: "literal", text: part.text } : part;
}

function inLowerCase(part: WildcardPart): WildcardPart {
  return part.kind === "unknown" ? part : { kind: part.kind, text: part.text.toLowerCase() };
}

/** Plain text is compared segment by segment; with a part not known yet, only what cannot match is certain. */
function compareArns(comparison: Comparison, parts: readonly WildcardPart[] | "absent", actual: string): Truth {
  if (parts === "absent") return withoutValue(comparison);
  if (parts.every((part) => part.kind === "pattern")) return matchArn(parts.map((part) => part.text).join(""), actual);
  const pattern = compileWildcardParts(parts);
  if (!wildcardMatches(pattern, actual)) return "no";
  if (pattern.open) return "unknown";
  return matchArn(parts.map((part) => (part.kind === "unknown" ? "" : part.text)).join(""), actual);
}

function compareNumbers(relation: Relation, wanted: number | undefined, actual: number | undefined): Truth {
  if (wanted === undefined || actual === undefined) return "no";
  switch (relation) {
    case "equals":
    case "equalsIgnoringCase":
    case "like":
      return truthOf(actual === wanted);
    case "less":
      return truthOf(actual < wanted);
    case "lessOrEqual":
      return truthOf(actual <= wanted);
    case "greater":
      return truthOf(actual > wanted);
    case "greaterOrEqual":
      return truthOf(actual >= wanted);
  }
}

/** An integer or decimal number; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}

const isoDate =
  /^[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?$/;

/** Milliseconds since 1970 of a W3C date such as `2026-01-31T00:00:00Z` or a number of seconds; `undefined` for anything else. */
export function readDate(text: string): number | undefined {
  if (/^[0-9]{5,}$/.test(text)) return Number(text) * 1000;
  if (/^[0-9]{4}$/.test(text)) return Date.parse(`${text}-01-01T00:00:00Z`);
  if (!isoDate.test(text)) return undefined;
  const zoned = text.includes("T") && !/(?:Z|[+-][0-9]{2}:?[0-9]{2})$/.test(text) ? `${text}Z` : text;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}

function compareAddresses(wanted: string, actual: string): Truth {
  const block = readAddressBlock(wanted);
  const address = readAddressBlock(actual);
  if (block === undefined || address === undefined) return "no";
  return truthOf(blockContains(block, address));
}
