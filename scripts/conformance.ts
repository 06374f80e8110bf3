import { readFileSync } from "node:fs";
import * as z from "zod";
import type { PropertyValue } from "../lib/core/properties";
import type { Truth } from "../lib/core/truth";
import { matchesEventPattern } from "../lib/patterns/event-pattern/match";
import { parseEventPattern } from "../lib/patterns/event-pattern/parse";
import { matchesFilterPattern } from "../lib/patterns/filter-pattern/match";
import { parseFilterPattern } from "../lib/patterns/filter-pattern/parse";

/** Runs a corpus of pattern cases and prints how far the two pattern languages agree with it. */

export type Language = "eventbridge" | "metricfilter";

/** What a case asks for, and what we answer: `unspecified` where nobody says what the service does. */
export type Verdict = "matches" | "does not match" | "valid" | "invalid" | "unspecified";

export interface Outcome {
  readonly id: string;
  readonly pattern: string;
  readonly expected: Verdict;
  readonly got: Verdict;
  readonly why: string;
  /** Whether the source of the case is good enough to insist on it. */
  readonly settled: boolean;
  readonly agrees: boolean;
}

const jsonValue: z.ZodType<PropertyValue> = z.json();

const caseShape = z.looseObject({
  id: z.coerce.string(),
  pattern: jsonValue,
  event: jsonValue.optional(),
  message: jsonValue.optional(),
  eventRef: z.string().optional(),
  expected: z.union([z.boolean(), z.string(), z.null()]),
  provenance: z.string().optional(),
});
type Case = z.infer<typeof caseShape>;

const corpusShape = z.looseObject({ cases: z.array(caseShape), events: z.record(z.string(), jsonValue).optional() });

interface Corpus {
  readonly cases: readonly Case[];
  readonly events: ReadonlyMap<string, PropertyValue>;
}

/** Reads a JSON object with `cases`, a JSON list of cases, or one case per line. */
export function readCorpus(text: string): Corpus {
  const whole = parsed(text);
  if (whole === undefined) return { cases: readLines(text), events: new Map() };
  if (Array.isArray(whole)) return { cases: z.array(caseShape).parse(whole), events: new Map() };
  const single = caseShape.safeParse(whole);
  if (single.success) return { cases: [single.data], events: new Map() };
  const corpus = corpusShape.parse(whole);
  return { cases: corpus.cases, events: new Map(Object.entries(corpus.events ?? {}).map(recordOf)) };
}

export function runCorpus(language: Language, corpus: Corpus): readonly Outcome[] {
  return corpus.cases.map((one) => runCase(language, one, corpus.events));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lines that hold something else, such as a description of the corpus, are passed over. */
function readLines(text: string): readonly Case[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const cases = lines.map((line) => caseShape.safeParse(parsed(line)));
  return cases.flatMap((line) => (line.success ? [line.data] : []));
}

function recordOf([name, value]: [string, PropertyValue]): [string, PropertyValue] {
  const wrapped = z.looseObject({ record: jsonValue }).safeParse(value);
  return [name, wrapped.success ? wrapped.data.record : value];
}

function runCase(language: Language, one: Case, events: ReadonlyMap<string, PropertyValue>): Outcome {
  const expected = expectedOf(one.expected);
  const event = eventOf(one, events);
  const asksValidity = expected === "valid" || event === undefined;
  const { got, why } = language === "eventbridge" ? ofEventPattern(one.pattern, event) : ofFilter(one.pattern, event);
  const answer = asksValidity && got !== "invalid" && got !== "unspecified" ? "valid" : got;
  const settled = !/third-party|older|guess|unspecified/i.test(one.provenance ?? "");
  const agrees = answer === expected || (answer === "unspecified" && !settled);
  const pattern = typeof one.pattern === "string" ? one.pattern : JSON.stringify(one.pattern);
  return { id: one.id, pattern, expected, got: answer, why, settled, agrees };
}

function expectedOf(expected: Case["expected"]): Verdict {
  if (expected === true || expected === "true") return "matches";
  if (expected === false || expected === "false") return "does not match";
  if (expected === "valid" || expected === "invalid") return expected;
  return "unspecified";
}

function eventOf(one: Case, events: ReadonlyMap<string, PropertyValue>): PropertyValue | undefined {
  const value = one.eventRef ?? one.event ?? one.message;
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? (events.get(value) ?? value) : value;
}

interface Got {
  readonly got: Verdict;
  readonly why: string;
}

function ofEventPattern(source: PropertyValue, event: PropertyValue | undefined): Got {
  const pattern = parseEventPattern(source);
  if (pattern.kind === "invalid") return { got: "invalid", why: `${pattern.path}: ${pattern.problem}` };
  const answer = matchesEventPattern(pattern, event ?? {});
  if (event === undefined) return validity(pattern.doubts[0]);
  return { got: verdictOf(answer.truth), why: answer.reason ?? "" };
}

function ofFilter(source: PropertyValue, event: PropertyValue | undefined): Got {
  const pattern = parseFilterPattern(typeof source === "string" ? source : JSON.stringify(source));
  if (pattern.kind === "invalid") return { got: "invalid", why: `character ${pattern.position}: ${pattern.problem}` };
  if (event === undefined) return validity(pattern.doubts[0]);
  const text = typeof event === "string" ? event : undefined;
  const record = text === undefined ? event : (parsed(text) as PropertyValue | undefined);
  const answer = matchesFilterPattern(pattern, record ?? text ?? "", text);
  return { got: verdictOf(answer.truth), why: answer.reason ?? "" };
}

function validity(doubt: string | undefined): Got {
  return doubt === undefined ? { got: "valid", why: "" } : { got: "unspecified", why: doubt };
}

function verdictOf(truth: Truth): Verdict {
  switch (truth) {
    case "yes":
      return "matches";
    case "no":
      return "does not match";
    case "unknown":
      return "unspecified";
  }
}

/** What is printed: every disagreement, what was left open, and the figures; `agree/total` on the last line. */
export function report(outcomes: readonly Outcome[]): readonly string[] {
  const wrong = outcomes.filter((one) => !one.agrees && one.got !== "unspecified");
  const open = outcomes.filter((one) => one.got === "unspecified" && one.expected !== "unspecified");
  const agreed = outcomes.filter((one) => one.agrees).length;
  return [
    ...wrong.map((one) => `disagrees${one.settled ? "" : " (unsettled source)"}: ${line(one)}`),
    ...open.map((one) => `left open${one.settled ? "" : " (unsettled source)"}: ${line(one)}`),
    `${wrong.length} disagree, ${open.length} left open`,
    `${agreed}/${outcomes.length}`,
  ];
}

function line(one: Outcome): string {
  const why = one.why === "" ? "" : ` (${one.why})`;
  return `${one.id}: expected \`${one.expected}\`, got \`${one.got}\`${why}: ${one.pattern.replace(/\s+/g, " ")}`;
}

/** Whether every case that a good source backs agrees. */
export function passes(outcomes: readonly Outcome[]): boolean {
  return outcomes.length > 0 && outcomes.every((one) => one.agrees || !one.settled);
}

function main(args: readonly string[]): number {
  const language = args[args.indexOf("--language") + 1];
  const file = args.filter((arg, index) => !arg.startsWith("--") && args[index - 1] !== "--language").at(0);
  if ((language !== "eventbridge" && language !== "metricfilter") || file === undefined) {
    console.error("usage: conformance --language eventbridge|metricfilter <file>");
    return 2;
  }
  const outcomes = runCorpus(language, readCorpus(readFileSync(file, "utf8")));
  console.log(report(outcomes).join("\n"));
  return passes(outcomes) ? 0 : 1;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
