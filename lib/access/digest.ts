import { isUnknown } from "../core/properties";
import type { Element, PolicyDocument, Statement } from "./document";

/**
 * A short figure that is the same for two documents that say the same: statements, actions, resources and conditions in
 * any order, actions and keys in any case, Sids aside. `undefined` where something is unknown or malformed, or nothing
 * is granted. Not a cryptographic hash: two of 2^53 values meet by accident alone.
 */
export function documentDigest(document: PolicyDocument): string | undefined {
  if (document.problems.length > 0 || document.unknownParts.length > 0 || document.statements.length === 0)
    return undefined;
  const texts = document.statements.map(canonicalStatement);
  return texts.some((text) => text === undefined) ? undefined : hashOf(texts.sort().join("\n"));
}

function canonicalStatement(statement: Statement): string | undefined {
  if (statement.principals || statement.notPrincipals || statement.effect === undefined) return undefined;
  const conditions = statement.conditions.map(
    ({ operator, key, values }) => `${operator} ${key.toLowerCase()} ${listed(values)}`,
  );
  return [
    String(statement.effect),
    `a ${listed(lowerCase(statement.actions))}`,
    `na ${listed(lowerCase(statement.notActions))}`,
    `r ${listed(statement.resources)}`,
    `nr ${listed(statement.notResources)}`,
    ...conditions.sort(),
  ].join("|");
}

function listed(elements: readonly Element[] | undefined): string {
  const texts = (elements ?? []).map(({ value }) => (isUnknown(value) ? "?" : value));
  return [...new Set(texts)].sort().join(",");
}

/** Actions are the same in any case. */
function lowerCase(elements: readonly Element[] | undefined): readonly Element[] | undefined {
  return elements?.map((element) =>
    isUnknown(element.value) ? element : { ...element, value: element.value.toLowerCase() },
  );
}

/** Two 32-bit multiply-and-shift sums over the text, joined to 53 bits. */
function hashOf(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36);
}
