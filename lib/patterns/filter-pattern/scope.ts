import type { PropertyValue } from "../../core/properties";
import type { Truth } from "../../core/truth";
import { coverEachOther, excludeEachOther, hasWildcard, sameSelector } from "./conflict";
import { matchesFilterPattern } from "./match";
import type { Condition, FilterPattern, Leaf } from "./model";
import { recordWith, recordWithout, recordWithTexts } from "./witness";

/** Ways to satisfy a pattern that are looked at before the answer is left open. */
const mostWays = 2048;

export interface Scope {
  readonly truth: Truth;
  /** For `yes`: the part of the pattern that decides, as written. */
  readonly clause?: string;
}

export interface WideScope extends Scope {
  /** Selectors that must find a string in a record for the `yes` to hold: an absent field satisfies no comparison. */
  readonly presumes: readonly string[];
}

/** Whether the pattern can match no log event at all. `no` only where an event that it matches was constructed. */
export function contradiction(pattern: FilterPattern): Scope {
  if (pattern.doubts.length > 0) return { truth: "unknown" };
  switch (pattern.form.language) {
    case "everything":
      return { truth: "no" };
    case "json":
      return conditionContradiction(pattern, pattern.form.condition);
    case "terms": {
      const { required, excluded } = pattern.form.terms;
      const lost = excluded.find((term) => required.some((other) => other.includes(term)));
      return lost === undefined ? { truth: "no" } : { truth: "yes", clause: `-${JSON.stringify(lost)}` };
    }
    case "delimited":
    case "regex":
      return { truth: "unknown" };
  }
}

function conditionContradiction(pattern: FilterPattern, condition: Condition): Scope {
  const ways = waysOf(condition);
  if (ways === undefined) return { truth: "unknown" };
  const conflicts = ways.map(conflictIn);
  const [first] = conflicts;
  if (first !== undefined && !conflicts.includes(undefined)) return { truth: "yes", clause: first };
  const matched = ways.some((way) => matchesFilterPattern(pattern, recordWith(way)).truth === "yes");
  return { truth: matched ? "no" : "unknown" };
}

/** The conditions that must hold together, for each choice at `||`; `undefined` where there are too many. */
function waysOf(condition: Condition): readonly (readonly Leaf[])[] | undefined {
  switch (condition.kind) {
    case "compare":
    case "is":
    case "absent":
      return [[condition]];
    case "any": {
      const parts = condition.parts.map(waysOf);
      return parts.includes(undefined) ? undefined : limited(parts.flatMap((ways) => ways ?? []));
    }
    case "all":
      return condition.parts.reduce<readonly (readonly Leaf[])[] | undefined>(
        (before, part) => combined(before, waysOf(part)),
        [[]],
      );
  }
}

type Ways = readonly (readonly Leaf[])[] | undefined;

function combined(before: Ways, added: Ways): Ways {
  if (before === undefined || added === undefined || before.length * added.length > mostWays) return undefined;
  return before.flatMap((way) => added.map((more) => [...way, ...more]));
}

function limited(ways: readonly (readonly Leaf[])[]): Ways {
  return ways.length > mostWays ? undefined : ways;
}

function conflictIn(way: readonly Leaf[]): string | undefined {
  for (const [index, leaf] of way.entries()) {
    const other = way.slice(0, index).find((earlier) => excludeEachOther(earlier, leaf));
    if (other !== undefined) return `${other.text} && ${leaf.text}`;
  }
  return undefined;
}

/**
 * Whether the pattern matches every log event that has the presumed fields, as `$.a != "x" || $.a != "y"` does. `no`
 * only where an event with every selected field was constructed that it does not match.
 */
export function tautology(pattern: FilterPattern): WideScope {
  if (pattern.doubts.length > 0) return { truth: "unknown", presumes: [] };
  switch (pattern.form.language) {
    case "everything":
      return { truth: "yes", presumes: [] };
    case "json":
      return conditionTautology(pattern, pattern.form.condition);
    case "terms":
      return { truth: "no", presumes: [] };
    case "delimited":
    case "regex":
      return { truth: "unknown", presumes: [] };
  }
}

function conditionTautology(pattern: FilterPattern, condition: Condition): WideScope {
  const wide = alwaysHolds(condition);
  if (wide !== undefined) return { truth: "yes", ...wide };
  const leaves = leavesOf(condition);
  const probes: readonly PropertyValue[] = [recordWithout(leaves), recordWithTexts(leaves)];
  const missed = probes.some((probe) => matchesFilterPattern(pattern, probe).truth === "no");
  return { truth: missed ? "no" : "unknown", presumes: [] };
}

interface Wide {
  readonly clause: string;
  readonly presumes: readonly string[];
}

function alwaysHolds(condition: Condition): Wide | undefined {
  switch (condition.kind) {
    case "is":
    case "absent":
      return undefined;
    case "compare":
      return takesAnyString(condition) ? { clause: condition.text, presumes: [condition.selector.text] } : undefined;
    case "all":
      return condition.parts.map(alwaysHolds).reduce((one, other) => one && other && together(one, other));
    case "any":
      return condition.parts.map(alwaysHolds).find((wide) => wide !== undefined) ?? pairHolds(condition.parts);
  }
}

function together(one: Wide, other: Wide): Wide {
  return { clause: `${one.clause} && ${other.clause}`, presumes: [...new Set([...one.presumes, ...other.presumes])] };
}

function takesAnyString(leaf: Leaf): boolean {
  if (leaf.kind !== "compare" || leaf.operator !== "=" || leaf.value.kind !== "text") return false;
  return /^\*{1,2}$/.test(leaf.value.text) && !hasWildcard(leaf.selector);
}

function pairHolds(parts: readonly Condition[]): Wide | undefined {
  const leaves = parts.flatMap((part) => (part.kind === "any" ? part.parts : [part])).filter(isLeaf);
  for (const [index, leaf] of leaves.entries()) {
    const other = leaves.slice(0, index).find((earlier) => coverEachOther(earlier, leaf));
    if (other !== undefined) return { clause: `${other.text} || ${leaf.text}`, presumes: [leaf.selector.text] };
  }
  return undefined;
}

function isLeaf(condition: Condition): condition is Leaf {
  return condition.kind !== "all" && condition.kind !== "any";
}

/** All comparisons of a pattern, in the order in which they are written. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  return isLeaf(condition) ? [condition] : condition.parts.flatMap(leavesOf);
}

/** The texts that a selector is compared with by `=`, as written: what a pattern hopes to find there. */
export function wantedTexts(condition: Condition, selector: Leaf["selector"]): readonly string[] {
  return leavesOf(condition).flatMap((leaf) => {
    if (leaf.kind !== "compare" || leaf.operator !== "=" || leaf.value.kind !== "text") return [];
    return sameSelector(leaf.selector, selector) ? [leaf.value.text] : [];
  });
}
