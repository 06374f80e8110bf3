import { readDelimited } from "./delimited-reader";
import { JsonReader } from "./json-reader";
import { Lexer } from "./lexer";
import type { FilterPattern, Form, InvalidFilterPattern } from "./model";
import { refuse, Refusal } from "./refusal";
import { readTerms } from "./terms-reader";

/** Characters that a filter pattern may have. Source: PutMetricFilter, filterPattern. */
const longest = 1024;
/** Mistakes of one pattern that a suggestion corrects at most. */
const mostRepairs = 40;

/**
 * Reads a CloudWatch Logs filter pattern. Never throws. Where it is invalid, the suggestion is the whole text with every
 * mistake corrected, if that can be done. Source: CloudWatch Logs user guide, filter pattern syntax.
 */
export function parseFilterPattern(text: string): FilterPattern | InvalidFilterPattern {
  const first = read(text);
  if (!(first instanceof Refusal)) return first;
  const suggestion = corrected(text, first);
  const { position, problem } = first;
  return { kind: "invalid", position, problem, ...(suggestion === undefined ? {} : { suggestion }) };
}

function corrected(text: string, first: Refusal): string | undefined {
  let current = text;
  let refusal = first;
  for (let repairs = 0; repairs < mostRepairs; repairs++) {
    if (refusal.repair === undefined) return undefined;
    const { from, to, text: replacement } = refusal.repair;
    current = current.slice(0, from) + replacement + current.slice(to);
    const next = read(current);
    if (!(next instanceof Refusal)) return current;
    refusal = next;
  }
  return undefined;
}

function read(text: string): FilterPattern | Refusal {
  try {
    return readPattern(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function readPattern(text: string): FilterPattern {
  if (text.length > longest)
    refuse(longest, `a filter pattern has at most ${longest} characters, this one ${text.length}`);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const opening = text.charAt(start);
  const closing = text.charAt(end - 1);
  if (start >= end || /^"\s*"$/.test(text.slice(start, end))) return pattern({ language: "everything" });
  if (opening === "{") return readJson(text, start, end, closing);
  if (opening === "[") return readBrackets(text, start, end, closing);
  if (opening === "%") return readExpression(text, start, end);
  return pattern({ language: "terms", ...readTerms(text, start, end) });
}

function readJson(text: string, start: number, end: number, closing: string): FilterPattern {
  if (closing !== "}") refuse(end, "the closing brace is missing", { from: end, to: end, text: " }" });
  const lexer = new Lexer(text, start + 1, end - 1);
  const condition = new JsonReader(lexer).read();
  return pattern({ language: "json", condition, doubts: lexer.doubts, regexes: lexer.regexes });
}

function readBrackets(text: string, start: number, end: number, closing: string): FilterPattern {
  if (closing !== "]") refuse(end, "the closing bracket is missing", { from: end, to: end, text: "]" });
  const lexer = new Lexer(text, start + 1, end - 1);
  const fields = readDelimited(lexer);
  return pattern({ language: "delimited", fields, doubts: lexer.doubts, regexes: lexer.regexes });
}

function readExpression(text: string, start: number, end: number): FilterPattern {
  const lexer = new Lexer(text, start, end);
  const value = lexer.value();
  if (value.kind !== "regex") return refuse(start, "a regular expression stands between two `%`");
  if (!lexer.atEnd()) lexer.doubts.add("a regular expression beside other terms is not documented");
  return pattern({ language: "regex", regex: value.regex, doubts: lexer.doubts, regexes: 1 });
}

type Read = Form & { readonly doubts?: Iterable<string>; readonly regexes?: number };

function pattern({ doubts = [], regexes = 0, ...form }: Read): FilterPattern {
  return { kind: "pattern", form, doubts: [...doubts], usesRegex: regexes > 0 };
}
