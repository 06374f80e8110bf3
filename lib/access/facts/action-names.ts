import { type Wildcard, codesMatchAt } from "../wildcards";
import { ActionSet } from "./action-set";

/** Letters, any digit, colon and dash; the last one stands for whatever no name has. */
const symbols = 32;

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return 26;
  if (code === 58) return 27;
  return code === 45 ? 28 : symbols - 1;
}

/** An index is worth its making for more patterns than these. */
const fewPatterns = 16;

/** The names of actions, of one service or of all, to be matched with patterns. */
export class ActionNames {
  /** All names, one after the other. */
  private readonly text: Uint8Array;
  /** Where each name begins in `text`, and where the last one ends. */
  private readonly starts: Int32Array;
  private asked = 0;
  private index: InvertedIndex | undefined;

  /** Names in lower case; their places in the list are their numbers here. */
  constructor(names: readonly string[]) {
    this.text = new TextEncoder().encode(names.join(""));
    this.starts = new Int32Array(names.length + 1);
    for (const [number, name] of names.entries()) this.starts[number + 1] = (this.starts[number] ?? 0) + name.length;
  }

  /** The numbers of the names that a pattern matches, without those of `known`: these are not looked at. */
  newMatches({ codes }: Wildcard, known = new ActionSet(this.starts.length - 1)): readonly number[] {
    const candidates = known.complement();
    if (++this.asked > fewPatterns) {
      this.index ??= new InvertedIndex(this.text, this.starts);
      for (const needed of this.index.neededBy(codes)) candidates.keepOnly(needed);
    }
    const pattern = Int32Array.from(codes);
    return candidates
      .numbers()
      .filter((number) => codesMatchAt(pattern, this.text, this.starts[number] ?? 0, this.starts[number + 1] ?? 0));
  }
}

/**
 * The actions by the characters of their names, by two that are neighbours, and by two that follow each other at whatever
 * distance, as searches for code by patterns have them. What holds all that a pattern asks for is little, and is all that
 * needs to be compared with it.
 */
class InvertedIndex {
  private readonly single: ActionSets;
  private readonly neighbours: ActionSets;
  private readonly ordered: ActionSets;
  private readonly last: ActionSets;

  constructor(text: Uint8Array, starts: Int32Array) {
    const count = starts.length - 1;
    [this.single, this.last] = [new ActionSets(symbols, count), new ActionSets(symbols, count)];
    [this.neighbours, this.ordered] = [new ActionSets(symbols ** 2, count), new ActionSets(symbols ** 2, count)];
    for (let number = 0; number < count; number++)
      this.addName(number, text.subarray(starts[number], starts[number + 1]));
  }

  private addName(number: number, name: Uint8Array): void {
    const seen: number[] = [];
    let before = symbols - 1;
    for (const code of name) {
      const symbol = symbolOf(code);
      for (const earlier of seen) this.ordered.add(earlier * symbols + symbol, number);
      if (!seen.includes(symbol)) seen.push(symbol);
      this.single.add(symbol, number);
      this.neighbours.add(before * symbols + symbol, number);
      before = symbol;
    }
    this.last.add(before, number);
  }

  /** Sets that each hold every action which a pattern matches. */
  neededBy(codes: readonly number[]): readonly ActionSet[] {
    const needed: ActionSet[] = [];
    let earlier: number | undefined;
    for (const [at, code] of codes.entries()) {
      if (code < 0) continue;
      const symbol = symbolOf(code);
      const neighbours = at > 0 && (codes[at - 1] ?? 0) >= 0;
      if (earlier === undefined) needed.push(this.single.get(symbol));
      else needed.push((neighbours ? this.neighbours : this.ordered).get(earlier * symbols + symbol));
      earlier = symbol;
    }
    const end = codes[codes.length - 1];
    return end === undefined || end < 0 ? needed : [...needed, this.last.get(symbolOf(end))];
  }
}

/** Sets of actions by keys below `keys`; those that nothing was added to are empty. */
class ActionSets {
  private readonly sets: (ActionSet | undefined)[];
  private readonly empty: ActionSet;

  constructor(
    keys: number,
    private readonly size: number,
  ) {
    this.sets = new Array<ActionSet | undefined>(keys).fill(undefined);
    this.empty = new ActionSet(size);
  }

  add(key: number, number: number): void {
    const set = this.sets[key] ?? new ActionSet(this.size);
    this.sets[key] = set;
    set.add(number);
  }

  get(key: number): ActionSet {
    return this.sets[key] ?? this.empty;
  }
}
