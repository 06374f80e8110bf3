/** A set of listed actions by their numbers: a bit for each action that AWS lists. */
export class ActionSet {
  private readonly words: Int32Array;

  /** An empty set of numbers below `size`. */
  constructor(private readonly size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  has(number: number): boolean {
    return ((this.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  add(number: number): void {
    this.words[number >>> 5] = (this.words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  addAll({ words }: ActionSet): void {
    for (let at = 0; at < words.length; at++) this.words[at] = (this.words[at] ?? 0) | (words[at] ?? 0);
  }

  /** Leaves those alone that are in another set too. */
  keepOnly({ words }: ActionSet): void {
    for (let at = 0; at < this.words.length; at++) this.words[at] = (this.words[at] ?? 0) & (words[at] ?? 0);
  }

  /** A set of all numbers that are not in this one. */
  complement(): ActionSet {
    const rest = new ActionSet(this.size);
    for (let at = 0; at < this.words.length; at++) rest.words[at] = ~(this.words[at] ?? 0);
    for (let beyond = this.size; beyond < this.words.length * 32; beyond++) rest.remove(beyond);
    return rest;
  }

  private remove(number: number): void {
    this.words[number >>> 5] = (this.words[number >>> 5] ?? 0) & ~(1 << (number & 31));
  }

  /** Whether it holds all numbers. */
  isFull(): boolean {
    return this.complement().words.every((word) => word === 0);
  }

  /** How many of some actions it holds. */
  count(actions: readonly { readonly number: number }[]): number {
    let count = 0;
    for (const { number } of actions) if (this.has(number)) count++;
    return count;
  }

  /** From the lowest to the highest. */
  numbers(): readonly number[] {
    const found: number[] = [];
    for (let at = 0; at < this.words.length; at++) {
      for (let rest = this.words[at] ?? 0; rest !== 0; rest &= rest - 1)
        found.push(at * 32 + 31 - Math.clz32(rest & -rest));
    }
    return found;
  }
}
