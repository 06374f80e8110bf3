import { isUnknown } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any } from "../core/truth";
import { compileWildcard, compileWildcardParts, matchesEverything, wildcardMatches } from "./wildcards";
import type { Wildcard } from "./wildcards";
import type { RequestContext } from "./context";
import type { Element } from "./document";
import { hasVariable, substitute } from "./variables";

/** A value of a document compiled once: documents outlive requests. */
const compiledElements = new WeakMap<Element, Wildcard>();

/** The element's value as a pattern, in which the folded form compares without case. */
function compiledElement(element: Element, text: string): Wildcard {
  const known = compiledElements.get(element);
  if (known !== undefined) return known;
  const compiled = compileWildcard(text);
  compiledElements.set(element, compiled);
  return compiled;
}

/** Whether pattern and text match; an unknown side leaves it open, except that `*` matches whatever the text may be. */
export function matchText(pattern: Wildcard, text: string | UnknownValue): Truth {
  if (isUnknown(text)) return matchesEverything(pattern) ? "yes" : "unknown";
  if (!wildcardMatches(pattern, text)) return "no";
  return pattern.open ? "unknown" : "yes";
}

const compiledActions = new WeakMap<Element, Wildcard>();

/** Whether one written action covers `action`: `*` and `?` are wildcards, case does not count. */
export function matchAction(element: Element, action: string): Truth {
  if (isUnknown(element.value)) return "unknown";
  let pattern = compiledActions.get(element);
  if (pattern === undefined) {
    pattern = compileWildcard(element.value.toLowerCase());
    compiledActions.set(element, pattern);
  }
  return matchText(pattern, action.toLowerCase());
}

/**
 * Whether one written resource covers `resource`. `*` runs across the segments of an ARN, as IAM lets it in this
 * element; case counts. A variable without value or default matches nothing.
 */
export function matchResource(
  element: Element,
  resource: string | UnknownValue,
  context: RequestContext,
  variables: boolean,
): Truth {
  const { value } = element;
  if (isUnknown(value)) return "unknown";
  if (!variables || !hasVariable(value)) return matchText(compiledElement(element, value), resource);
  const parts = substitute(value, context);
  return parts === "absent" ? "no" : matchText(compileWildcardParts(parts), resource);
}

/** ARNs have six segments; the sixth holds whatever follows. */
const arnSegments = 6;

export function splitArn(arn: string): readonly string[] | undefined {
  const parts = arn.split(":");
  if (parts.length < arnSegments || parts[0] !== "arn") return undefined;
  return [...parts.slice(0, arnSegments - 1), parts.slice(arnSegments - 1).join(":")];
}

/**
 * How `ArnLike` and `ArnEquals` compare: each of the six segments by itself. What AWS does with a pattern of fewer
 * segments, such as `*`, is not documented: it may match where the whole text would.
 */
export function matchArn(pattern: string, arn: string): Truth {
  const wanted = patternSegments(pattern);
  const segments = splitArn(arn);
  if (segments === undefined) return "no";
  if (wanted !== undefined) {
    return all(wanted.map((segment, index) => matchText(compileWildcard(segment), segments[index] ?? "")));
  }
  return wildcardMatches(compileWildcard(pattern), arn) ? "unknown" : "no";
}

function patternSegments(pattern: string): readonly string[] | undefined {
  const parts = pattern.split(":");
  if (parts.length < arnSegments) return undefined;
  return [...parts.slice(0, arnSegments - 1), parts.slice(arnSegments - 1).join(":")];
}

/** Whether any of the written values matches. */
export function matchAny<T>(elements: readonly T[], matches: (element: T) => Truth): Truth {
  return any(mapLazily(elements, matches));
}

function* mapLazily<T>(elements: readonly T[], matches: (element: T) => Truth): Iterable<Truth> {
  for (const element of elements) yield matches(element);
}
