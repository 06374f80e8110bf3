import { isUnknown, unknownValue } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { WildcardPart } from "./wildcards";
import { contextValue } from "./context";
import type { RequestContext } from "./context";

/** A piece of a value: plain text, a character escaped as `${*}`, or a variable with its default. */
export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "escaped"; readonly text: string }
  | { readonly kind: "variable"; readonly key: string; readonly fallback?: string };

/** `${name}` or `${name, 'default'}`; no braces inside, so that the search is linear. */
const variable = /\$\{([^${}]*)\}/g;

export function hasVariable(text: string): boolean {
  return text.includes("${");
}

/** Splits `home/${aws:username}/*` at its policy variables. What is no variable stays text. */
export function templateParts(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const match of text.matchAll(variable)) {
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    parts.push(readVariable(match[1] ?? ""));
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

function readVariable(inner: string): TemplatePart {
  if (inner === "*" || inner === "?" || inner === "$") return { kind: "escaped", text: inner };
  const comma = inner.indexOf(",");
  if (comma < 0) return { kind: "variable", key: inner.trim() };
  const fallback = inner.slice(comma + 1).trim();
  return { kind: "variable", key: inner.slice(0, comma).trim(), fallback: fallback.replace(/^'(.*)'$/, "$1") };
}

/**
 * The value with the request's values in place of its variables, ready to match. `"absent"` where a variable has
 * neither value nor default. A key with several values cannot stand in text: AWS leaves open what happens.
 */
export function substitute(text: string, context: RequestContext): readonly WildcardPart[] | "absent" {
  const parts: WildcardPart[] = [];
  for (const part of templateParts(text)) {
    const resolved = substitutePart(part, context);
    if (resolved === "absent") return "absent";
    parts.push(resolved);
  }
  return parts;
}

function substitutePart(part: TemplatePart, context: RequestContext): WildcardPart | "absent" {
  switch (part.kind) {
    case "text":
      return { kind: "pattern", text: part.text };
    case "escaped":
      return { kind: "literal", text: part.text };
    case "variable":
      return substituteVariable(part.key, part.fallback, context);
  }
}

function substituteVariable(
  key: string,
  fallback: string | undefined,
  context: RequestContext,
): WildcardPart | "absent" {
  const value = variableValue(key, context);
  if (value === undefined) return fallback === undefined ? "absent" : { kind: "literal", text: fallback };
  return isUnknown(value) ? { kind: "unknown" } : { kind: "literal", text: value };
}

function variableValue(key: string, context: RequestContext): string | UnknownValue | undefined {
  const value = contextValue(context, key);
  switch (value.kind) {
    case "absent":
      return undefined;
    case "undetermined":
      return unknownValue;
    case "present":
      return value.values.length === 1 ? (value.values[0] ?? unknownValue) : unknownValue;
  }
}
