import { type Wildcard, wildcardMatches } from "../wildcards";
import { ActionSet } from "./action-set";

/** Characters beyond these stand in the name of no action. */
const characters = 128;

/**
 * An inverted index of the actions' names by their characters and pairs of characters, as searches for code by patterns have
 * of three: what holds all that a pattern asks for is little, and is all that needs to be compared with it.
 */
export class ActionIndex {
  private readonly single = new Map<number, ActionSet>();
  private readonly pairs = new Map<number, ActionSet>();
  private readonly last = new Map<number, ActionSet>();

  /** Names in lower case with their services, by the actions' numbers. */
  constructor(private readonly names: readonly string[]) {
    for (const [number, name] of names.entries()) this.addName(number, name);
  }

  private addName(number: number, name: string): void {
    let before = 0;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      this.entry(this.single, code).add(number);
      this.entry(this.pairs, before * characters + code).add(number);
      before = code;
    }
    this.entry(this.last, before).add(number);
  }

  private entry(entries: Map<number, ActionSet>, key: number): ActionSet {
    const known = entries.get(key);
    if (known !== undefined) return known;
    const made = new ActionSet(this.names.length);
    entries.set(key, made);
    return made;
  }

  /** The numbers of the actions whose names a pattern matches, without those of `known`: these are not looked at. */
  newMatches(pattern: Wildcard, known: ActionSet): readonly number[] {
    const candidates = known.complement();
    for (const needed of this.neededBy(pattern.codes)) candidates.keepOnly(needed);
    return candidates.numbers().filter((number) => wildcardMatches(pattern, this.names[number] ?? ""));
  }

  /** The sets that each hold every action which the pattern matches. */
  private neededBy(codes: readonly number[]): readonly ActionSet[] {
    const needed = codes.flatMap((code, at) => {
      if (code < 0) return [];
      const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
      const next = codes[at + 1];
      if (before >= 0) return this.pairs.get(before * characters + code) ?? this.none;
      return next !== undefined && next >= 0 ? [] : (this.single.get(code) ?? this.none);
    });
    const end = codes[codes.length - 1];
    return end === undefined || end < 0 ? needed : [...needed, this.last.get(end) ?? this.none];
  }

  private readonly none = new ActionSet(0);
}
