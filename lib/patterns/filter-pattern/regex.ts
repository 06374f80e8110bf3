import type { Truth } from "../../core/truth";

/** A set of UTF-16 units, as ranges with both ends included. */
interface Units {
  readonly ranges: readonly (readonly [low: number, high: number])[];
  readonly negated: boolean;
}

/** One unit of text; `optional` may be passed over, `repeated` may be taken again. */
interface Item {
  readonly units: Units;
  readonly optional: boolean;
  readonly repeated: boolean;
}

interface Alternative {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly items: readonly Item[];
}

/** A regular expression of the documented subset: no groups, so a list of plain sequences. */
export interface Regex {
  readonly source: string;
  readonly alternatives: readonly Alternative[];
}

export type ReadRegex =
  | { readonly kind: "regex"; readonly regex: Regex; readonly doubt?: string }
  | { readonly kind: "invalid"; readonly position: number; readonly problem: string };

/** Items beyond which an expression is not followed, and steps beyond which a match is not. */
const mostItems = 2000;
const mostSteps = 20_000_000;

const dot: Units = { ranges: [], negated: true };
const digits = [[48, 57]] as const;
const spaces = [
  [9, 13],
  [32, 32],
] as const;
const words = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
] as const;
const classes: ReadonlyMap<string, Units> = new Map<string, Units>([
  ["d", { ranges: digits, negated: false }],
  ["D", { ranges: digits, negated: true }],
  ["s", { ranges: spaces, negated: false }],
  ["S", { ranges: spaces, negated: true }],
  ["w", { ranges: words, negated: false }],
  ["W", { ranges: words, negated: true }],
]);
/** What an expression may be written with. Source: CloudWatch Logs user guide, supported regex syntax. */
const allowed = /^[A-Za-z0-9:_#=@/;,\-^$?[\]{}|\\*+. ]$/;

/** Reads what stands between two `%`. Never throws; positions count from the expression's first character. */
export function readRegex(source: string): ReadRegex {
  for (let at = 0; at < source.length; at++) {
    if (!allowed.test(source.charAt(at)))
      return refused(at, `a regular expression cannot hold \`${source.charAt(at)}\``);
  }
  if (source === "") return refused(0, "the regular expression is empty");
  const reader = new Reader(source);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.position, error.message);
    throw error;
  }
}

function refused(position: number, problem: string): ReadRegex {
  return { kind: "invalid", position, problem };
}

/**
 * Whether the expression occurs in the text. All alternatives advance together through the text, so time is at most
 * the product of the lengths; `unknown` beyond a fixed number of steps.
 */
export function matchesRegex(regex: Regex, text: string): Truth {
  const steps = regex.alternatives.reduce((sum, { items }) => sum + items.length + 1, 0) * (text.length + 1);
  if (steps > mostSteps) return "unknown";
  return regex.alternatives.some((alternative) => occurs(alternative, text)) ? "yes" : "no";
}

function occurs({ atStart, atEnd, items }: Alternative, text: string): boolean {
  let current = new Uint8Array(items.length + 1);
  let next = new Uint8Array(items.length + 1);
  for (let at = 0; at <= text.length; at++) {
    if (at === 0 || !atStart) current[0] = 1;
    next.fill(0);
    advance(items, current, next, text.charCodeAt(at));
    if (current[items.length] === 1 && (!atEnd || at === text.length)) return true;
    [current, next] = [next, current];
  }
  return false;
}

/** Adds to `current` what optional items let through, and to `next` where the unit leads. */
function advance(items: readonly Item[], current: Uint8Array, next: Uint8Array, unit: number): void {
  for (const [place, item] of items.entries()) {
    if (current[place] !== 1) continue;
    if (item.optional) current[place + 1] = 1;
    if (!holds(item.units, unit)) continue;
    next[item.repeated ? place : place + 1] = 1;
  }
}

function holds(units: Units, unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  return units.ranges.some(([low, high]) => unit >= low && unit <= high) !== units.negated;
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

class Reader {
  private at = 0;
  private doubt: string | undefined;

  constructor(private readonly source: string) {}

  read(): ReadRegex {
    const alternatives = [this.alternative()];
    while (this.source[this.at] === "|") {
      this.at++;
      alternatives.push(this.alternative());
    }
    const size = alternatives.reduce((sum, { items }) => sum + items.length, 0);
    if (size > mostItems) this.doubt ??= "the regular expression repeats too much to be followed";
    const regex: Regex = { source: this.source, alternatives: size > mostItems ? [] : alternatives };
    return this.doubt === undefined ? { kind: "regex", regex } : { kind: "regex", regex, doubt: this.doubt };
  }

  private alternative(): Alternative {
    const items: Item[] = [];
    const atStart = this.takes("^");
    let atEnd = false;
    while (this.at < this.source.length && this.source[this.at] !== "|") {
      if (this.takes("$")) {
        atEnd = true;
        if (this.at < this.source.length && this.source[this.at] !== "|") this.doubt ??= "`$` inside an expression";
        continue;
      }
      const units = this.atom();
      if (items.length > mostItems) continue;
      items.push(...this.quantified(units));
    }
    return { atStart, atEnd, items };
  }

  private atom(): Units {
    const sign = this.source.charAt(this.at++);
    switch (sign) {
      case ".":
        return dot;
      case "[":
        return this.set();
      case "\\":
        return this.escape();
      case "*":
      case "+":
      case "?":
        throw new Unreadable(`\`${sign}\` repeats nothing`, this.at - 1);
      case "^":
      case "{":
      case "}":
      case "]":
        this.doubt ??= `\`${sign}\` without a backslash`;
        return only(sign.charCodeAt(0));
    }
    return only(sign.charCodeAt(0));
  }

  private escape(): Units {
    const sign = this.source.charAt(this.at++);
    const known = classes.get(sign);
    if (known !== undefined) return known;
    if (sign === "x") return this.hexadecimal();
    if (sign === "") throw new Unreadable("a backslash escapes nothing", this.at - 2);
    if (/[A-Za-z0-9]/.test(sign)) this.doubt ??= `the escape \`\\${sign}\` is not documented`;
    return only(sign.charCodeAt(0));
  }

  private hexadecimal(): Units {
    const digitsText = this.source.slice(this.at, this.at + 2);
    if (!/^[0-9A-Fa-f]{2}$/.test(digitsText)) throw new Unreadable("`\\x` needs two hexadecimal digits", this.at - 2);
    this.at += 2;
    return only(parseInt(digitsText, 16));
  }

  private set(): Units {
    const start = this.at - 1;
    const negated = this.takes("^");
    const ranges: (readonly [number, number])[] = [];
    for (let first = true; ; first = false) {
      if (this.at >= this.source.length) throw new Unreadable("`[` is not closed", start);
      if (this.source[this.at] === "]" && !first) break;
      ranges.push(...this.range());
    }
    this.at++;
    return { ranges, negated };
  }

  private range(): Units["ranges"] {
    const low = this.member();
    const next = this.source[this.at + 1];
    if (this.source[this.at] !== "-" || next === undefined || next === "]") return low.ranges;
    this.at++;
    const high = this.member();
    const [from] = low.ranges[0] ?? [0];
    const [to] = high.ranges[0] ?? [0];
    if (from > to) throw new Unreadable("a range in `[]` runs backwards", this.at - 1);
    return [[from, to]];
  }

  private member(): Units {
    const sign = this.source.charAt(this.at++);
    if (sign !== "\\") {
      if (sign === "[") this.doubt ??= "`[` inside `[]`";
      return only(sign.charCodeAt(0));
    }
    const units = this.escape();
    if (units.negated) this.doubt ??= "a negated class inside `[]`";
    return units;
  }

  private quantified(units: Units): readonly Item[] {
    const once: Item = { units, optional: false, repeated: false };
    const maybe: Item = { units, optional: true, repeated: false };
    const many: Item = { units, optional: true, repeated: true };
    const items = this.takes("*") ? [many] : this.takes("+") ? [once, many] : this.takes("?") ? [maybe] : undefined;
    const repeated = items ?? this.counted(once, maybe, many);
    if (/[*+?]/.test(this.source.charAt(this.at)) && repeated !== undefined) {
      this.doubt ??= "two quantifiers after each other";
      this.at++;
    }
    return repeated ?? [once];
  }

  private counted(once: Item, maybe: Item, many: Item): readonly Item[] | undefined {
    const found = /^\{([0-9]{1,4})(?:(,)([0-9]{1,4})?)?\}/.exec(this.source.slice(this.at, this.at + 12));
    if (found === null) return undefined;
    const [whole, low = "", comma, high] = found;
    const least = Number(low);
    const most = comma === undefined ? least : Number(high ?? least);
    if (most < least) throw new Unreadable("`{}` counts backwards", this.at);
    this.at += whole.length;
    if (most > mostItems) return Array<Item>(mostItems + 1).fill(once);
    const rest = comma !== undefined && high === undefined ? [many] : Array<Item>(most - least).fill(maybe);
    return [...Array<Item>(least).fill(once), ...rest];
  }

  private takes(sign: string): boolean {
    if (this.source[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

function only(unit: number): Units {
  return { ranges: [[unit, unit]], negated: false };
}
