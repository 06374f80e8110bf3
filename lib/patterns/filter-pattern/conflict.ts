import { matchesGlob } from "../glob";
import { ordered } from "./comparison";
import type { Comparand, Leaf, Operator, Selector } from "./model";
import { matchesRegex } from "./regex";

type Compare = Extract<Leaf, { kind: "compare" }>;
type Text = Extract<Comparand, { kind: "text" }>;

/** Whether no record satisfies both conditions, whatever AWS makes of the cases that it does not document. */
export function excludeEachOther(one: Leaf, other: Leaf): boolean {
  return excludes(one, other) || excludes(other, one);
}

function excludes(one: Leaf, other: Leaf): boolean {
  if (hasWildcard(one.selector) || hasWildcard(other.selector)) return false;
  if (one.kind === "absent") return other.kind !== "absent" && leadsThrough(other.selector, one.selector);
  if (other.kind === "absent" || !sameSelector(one.selector, other.selector)) return false;
  if (one.kind === "is" || other.kind === "is") return one.kind === other.kind && one.value !== other.value;
  return comparisonsExclude(one, other);
}

export function hasWildcard(selector: Selector): boolean {
  return selector.steps.some(({ kind }) => kind === "any-element" || kind === "any-member");
}

export function sameSelector(one: Selector, other: Selector): boolean {
  return one.steps.length === other.steps.length && leadsThrough(one, other);
}

/** Whether everything `longer` finds lies at or below what `shorter` finds. */
function leadsThrough(longer: Selector, shorter: Selector): boolean {
  return shorter.steps.every((step, index) => {
    const other = longer.steps[index];
    if (step.kind === "name") return other?.kind === "name" && other.name === step.name;
    return step.kind === "index" && other?.kind === "index" && other.index === step.index;
  });
}

function comparisonsExclude(one: Compare, other: Compare): boolean {
  if (isNumeric(one) && isNumeric(other)) return rangesExclude(one, other);
  if (one.operator !== "=" || one.value.kind !== "text") return false;
  if (other.operator === "=") return noTextIsBoth(one.value, other.value);
  return other.operator === "!=" && everyTextIs(one.value, other.value);
}

type Numeric = Compare & { readonly value: Text & { readonly number: number } };

function isNumeric(leaf: Compare): leaf is Numeric {
  return leaf.operator !== "!=" && leaf.value.kind === "text" && !leaf.value.quoted && leaf.value.number !== undefined;
}

/** Two ranges that meet, meet at an end, beside an end or between the ends. */
function rangesExclude(one: Numeric, other: Numeric): boolean {
  const [low, high] = [one.value.number, other.value.number];
  const probes = [low, high, (low + high) / 2, Math.min(low, high) - 1, Math.max(low, high) + 1];
  return !probes.some((probe) => ordered(probe, one.operator, low) && ordered(probe, other.operator, high));
}

/** Whether a text cannot equal both values. Numbers count as equal to every spelling of theirs. */
function noTextIsBoth(one: Text, other: Comparand): boolean {
  if (other.kind === "regex") return isPlain(one) && matchesRegex(other.regex, one.text) === "no";
  if (one.number !== undefined || other.number !== undefined) {
    const plain = !one.text.includes("*") && !other.text.includes("*");
    return plain && one.text !== other.text && one.number !== other.number;
  }
  if (isPlain(one)) return !matchesGlob(other.wild, one.text);
  if (isPlain(other)) return !matchesGlob(one.wild, other.text);
  return endsExclude(one.wild.segments, other.wild.segments);
}

function endsExclude(one: readonly string[], other: readonly string[]): boolean {
  const [head, otherHead] = [one[0] ?? "", other[0] ?? ""];
  const [tail, otherTail] = [one.at(-1) ?? "", other.at(-1) ?? ""];
  const headsMeet = head.startsWith(otherHead) || otherHead.startsWith(head);
  const tailsMeet = tail.endsWith(otherTail) || otherTail.endsWith(tail);
  return !headsMeet || !tailsMeet;
}

/** Whether every text that equals `narrow` equals `wide`, so that `= narrow && != wide` fits nothing. */
function everyTextIs(narrow: Text, wide: Comparand): boolean {
  if (wide.kind === "text" && narrow.text === wide.text && narrow.quoted === wide.quoted) return true;
  if (!isPlain(narrow)) return false;
  if (wide.kind === "regex") return matchesRegex(wide.regex, narrow.text) === "yes";
  return wide.number === undefined && matchesGlob(wide.literal, narrow.text);
}

/** A text that stands for itself alone: no wildcard, and no number that could be spelled otherwise. */
function isPlain(value: Text): boolean {
  return value.number === undefined && !value.text.includes("*");
}

/** Whether the two, joined by `||`, fit every record in which the selector finds a string. */
export function coverEachOther(one: Leaf, other: Leaf): boolean {
  if (one.kind !== "compare" || other.kind !== "compare") return false;
  if (hasWildcard(one.selector) || !sameSelector(one.selector, other.selector)) return false;
  return covers(one, other) || covers(other, one);
}

function covers(one: Compare, other: Compare): boolean {
  if (other.operator !== "!=" || other.value.kind !== "text") return false;
  if (one.value.kind === "text" && (one.value.number !== undefined || other.value.number !== undefined)) return false;
  if (hasMiddleStar(one.value) || hasMiddleStar(other.value)) return false;
  const equal: Operator = "=";
  if (one.operator === "!=") return noTextIsBoth(other.value, one.value);
  return one.operator === equal && everyTextIs(other.value, one.value);
}

function hasMiddleStar(value: Comparand): boolean {
  return value.kind === "text" && value.literal.segments.some((segment) => segment.includes("*"));
}
