import type { Glob } from "../glob";
import type { Comparand, Operator } from "./model";
import { refuse, type Repair } from "./refusal";
import { readRegex } from "./regex";

/** Regular expressions that one pattern may hold. Source: CloudWatch Logs user guide, quotas. */
const mostRegexes = 2;

/** Reads the signs that JSON and space-delimited patterns share; positions count from the pattern's first character. */
export class Lexer {
  at: number;
  readonly doubts = new Set<string>();
  regexes = 0;

  constructor(
    readonly text: string,
    start: number,
    readonly end: number,
  ) {
    this.at = start;
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.at >= this.end;
  }

  skipSpace(): void {
    while (this.at < this.end && /\s/.test(this.text.charAt(this.at))) this.at++;
  }

  /** Takes `sign` if it is next. */
  takes(sign: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(sign, this.at) || this.at + sign.length > this.end) return false;
    this.at += sign.length;
    return true;
  }

  /** Takes what matches here, without what lies beyond the end. `shape` is sticky. */
  run(shape: RegExp): string {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text.slice(0, this.end))?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  refuse(problem: string, repair?: Repair, position = this.at): never {
    return refuse(position, problem, repair);
  }

  operator(): Operator | undefined {
    this.skipSpace();
    const start = this.at;
    const sign = this.run(/[=!<>~]+/y);
    switch (sign) {
      case "=":
      case "!=":
      case "<":
      case ">":
      case "<=":
      case ">=":
        return sign;
      case "":
        return undefined;
    }
    const meant = operatorMeant.get(sign);
    const repair = meant === undefined ? undefined : { from: start, to: this.at, text: meant };
    return this.refuse(`there is no operator \`${sign}\``, repair, start);
  }

  value(): Comparand {
    this.skipSpace();
    const sign = this.text.charAt(this.at);
    if (this.at < this.end && sign === '"') return this.quoted();
    if (this.at < this.end && sign === "%") return this.regex();
    if (this.at < this.end && openings.has(sign)) return this.refuseQuotes(sign);
    return this.bareword();
  }

  private quoted(): Comparand {
    const start = this.at++;
    for (; this.text[this.at] !== '"'; this.at++) {
      if (this.at >= this.end) this.refuse("the quotation mark is not closed", undefined, start);
      if (this.text[this.at] === "\\") this.at++;
    }
    const text = this.text.slice(start + 1, this.at++);
    if (this.at > this.end) this.refuse("the quotation mark is not closed", undefined, start);
    if (text.includes("\\")) this.doubts.add("what a backslash in quotation marks means is not documented");
    return textComparand(text, true);
  }

  private regex(): Comparand {
    const start = this.at++;
    const source = this.run(/[^%]*/y);
    if (!this.takes("%")) this.refuse("the regular expression is not closed with `%`", undefined, start);
    const read = readRegex(source);
    if (read.kind === "invalid") return this.refuse(read.problem, undefined, start + 1 + read.position);
    if (read.doubt !== undefined) this.doubts.add(read.doubt);
    this.regexes++;
    if (this.regexes > mostRegexes)
      this.refuse(`a pattern holds at most ${mostRegexes} regular expressions`, undefined, start);
    return { kind: "regex", regex: read.regex };
  }

  private bareword(): Comparand {
    const start = this.at;
    const text = this.run(/[^\s()&|"%=!<>{},\][]+/y);
    if (text === "") return this.refuse("a value is missing");
    const plain = /^[A-Za-z0-9_.*:/@-]+$/.test(text) || numberShape.test(text);
    if (!plain) this.doubts.add(`\`${text}\` holds characters that AWS documents only inside quotation marks`);
    this.refuseMoreWords(start);
    return textComparand(text, false);
  }

  /** Another word after a value without quotation marks: a phrase whose marks are missing. */
  private refuseMoreWords(start: number): void {
    const after = /\s+(?!and\b|or\b|&|\|)[^\s()&|"%=!<>{},\][]+/iy;
    after.lastIndex = this.at;
    if (after.exec(this.text.slice(0, this.end)) === null) return;
    const phrase = /[^()&|"%=!<>{},\][]+/y;
    phrase.lastIndex = start;
    const words = (phrase.exec(this.text.slice(0, this.end))?.[0] ?? "").trimEnd();
    const repair = { from: start, to: start + words.length, text: `"${words}"` };
    this.refuse("a value with a space needs quotation marks", repair, start);
  }

  private refuseQuotes(opening: string): never {
    const start = this.at;
    const closing = this.text.indexOf(openings.get(opening) ?? "", start + 1);
    const inside = this.text.slice(start + 1, closing);
    const repair = closing < 0 ? undefined : { from: start, to: closing + 1, text: `"${inside}"` };
    return this.refuse('a value is quoted with "" and with nothing else', repair);
  }
}

const openings: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ["`", "`"],
  ["\u201c", "\u201d"],
  ["\u2018", "\u2019"],
]);

const operatorMeant: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["===", "="],
  ["!==", "!="],
  ["=!", "!="],
  ["<>", "!="],
  ["=<", "<="],
  ["=>", ">="],
]);

const numberShape = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** The number that a text spells, or `undefined`. */
export function numberOf(text: string): number | undefined {
  return numberShape.test(text) ? Number(text) : undefined;
}

function textComparand(text: string, quoted: boolean): Comparand {
  const number = numberOf(text);
  const globs = { wild: { segments: text.split("*") }, literal: literalGlob(text) };
  return { kind: "text", text, quoted, ...globs, ...(number === undefined ? {} : { number }) };
}

function literalGlob(text: string): Glob {
  const open = text.startsWith("*");
  const openEnd = text.endsWith("*") && text.length > 1;
  const core = text.slice(open ? 1 : 0, openEnd ? -1 : undefined);
  return { segments: [...(open ? [""] : []), core, ...(openEnd ? [""] : [])] };
}
