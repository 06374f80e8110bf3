import { type Wildcard, compileWildcard, isPlainText, wildcardCovers } from "./wildcards";

/** Longer lists are not compared pair by pair. */
const longestList = 200;

/** A value of a list that another one covers: the first of two alike stays. */
export interface CoveredValue {
  readonly index: number;
  /** The place of the value that covers it. */
  readonly by: number;
}

/** The values that another value of the same list covers, by `*` and `?`. */
export function coveredValues(values: readonly string[]): readonly CoveredValue[] {
  const patterns = values.slice(0, longestList).map((value) => compileWildcard(value));
  const wide = patterns.flatMap((pattern, index) => (isPlainText(pattern) ? [] : [index]));
  const firsts = firstPlaces(values);
  return patterns.flatMap((pattern, index) => {
    const first = firsts.get(values[index] ?? "") ?? index;
    const by = first < index ? first : wide.find((other) => covers(patterns, other, index, pattern));
    return by === undefined ? [] : [{ index, by }];
  });
}

/** Two patterns that cover each other are told once, at the later one. */
function covers(patterns: readonly Wildcard[], other: number, index: number, pattern: Wildcard): boolean {
  const wide = patterns[other];
  if (other === index || wide === undefined || !wildcardCovers(wide, pattern)) return false;
  return other < index || !wildcardCovers(pattern, wide);
}

function firstPlaces(values: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, value] of values.entries()) if (!places.has(value)) places.set(value, index);
  return places;
}
