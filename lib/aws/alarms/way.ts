import { type Truth, all } from "../../core/truth";
import { type Link } from "./link";

/** A way from an API call towards a person: its hops in order. */
export type Path = readonly Link[];

/** Whether every hop holds. */
export function holds(path: Path): Truth {
  return all(path.map(({ truth }) => truth));
}

/** Where the path ends for sure, or `undefined`. */
export function brokenLink(path: Path): Link | undefined {
  return path.find(({ truth }) => truth === "no");
}

/** The first hop that cannot be told, or `undefined`. */
export function openLink(path: Path): Link | undefined {
  return path.find(({ truth }) => truth === "unknown");
}

/** What is taken for granted on the way, each thing once. */
export function assumptionsOf(path: Path): readonly string[] {
  return [...new Set(path.flatMap(({ assumptions }) => assumptions))];
}

/** The best of several ways on: one that holds, else one that may, else the one that breaks last. Ties go to the first. */
export function bestPath(paths: readonly Path[]): Path | undefined {
  return best(paths, (path) => {
    switch (holds(path)) {
      case "yes":
        return [2, -assumptionsOf(path).length];
      case "unknown":
        return [1, -path.filter(({ truth }) => truth === "unknown").length];
      case "no":
        return [0, path.findIndex(({ truth }) => truth === "no")];
    }
  });
}

/** The first of the items with the greatest rank; ranks are compared number by number. */
export function best<T>(items: readonly T[], rankOf: (item: T) => readonly number[]): T | undefined {
  let found: { readonly item: T; readonly rank: readonly number[] } | undefined;
  for (const item of items) {
    const rank = rankOf(item);
    if (!found || isGreater(rank, found.rank)) found = { item, rank };
  }
  return found?.item;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, number] of a.entries()) {
    const other = b[index] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}
