import type { PropertyValue } from "../../core/properties";
import { jsonTreeOf, readJson, type JsonMember, type JsonTree } from "../json-tree";
import { addressOf } from "./addresses";
import { reservedInsideOr, type Branch, type EventPattern, type InvalidEventPattern, type ValueTest } from "./model";
import { readOperator } from "./operators";
import { refuse, Refusal } from "./refusal";

/** Characters that a pattern may have: 2048 by default; AWS raises it to 4096 on request. Source: PutRule, quotas. */
const defaultSize = 2048;
const largestSize = 4096;
/** Combinations of `$or` alternatives that AWS accepts. Source: EventBridge user guide, `$or`. */
const mostBranches = 1000;

/** A branch while it is read: the last list written for a path replaces earlier ones. */
interface Draft {
  readonly fields: ReadonlyMap<string, readonly ValueTest[]>;
  readonly unknownBelow: readonly string[];
}

interface Reading {
  readonly doubts: Set<string>;
  readonly overridden: Set<string>;
}

const unknownTests: readonly ValueTest[] = [{ kind: "unknown" }];

/**
 * Reads an EventBridge event pattern as the service validates it, from its JSON text or from a property (which may
 * hold `unknownValue` in places). Never throws. Source: event-ruler 2.0.1, JsonRuleCompiler.
 */
export function parseEventPattern(source: PropertyValue): EventPattern | InvalidEventPattern {
  if (typeof source !== "string") return patternOf(jsonTreeOf(source), []);
  if (source.length > largestSize) return { kind: "invalid", path: "", problem: sizeProblem(source.length) };
  const read = readJson(source);
  if (read.kind === "read") return patternOf(read.tree, source.length > defaultSize ? [sizeDoubt] : []);
  return { kind: "invalid", path: "", problem: `not JSON: ${read.problem} at character ${read.position + 1}` };
}

const sizeDoubt = `an event pattern has at most ${defaultSize} characters unless AWS raised the quota`;

function sizeProblem(length: number): string {
  return `an event pattern has at most ${largestSize} characters, this one ${length}`;
}

function patternOf(tree: JsonTree, doubts: readonly string[]): EventPattern | InvalidEventPattern {
  const reading: Reading = { doubts: new Set(doubts), overridden: new Set() };
  try {
    const drafts = readRoot(tree, reading);
    const branches = drafts.map(branchOf);
    return { kind: "pattern", branches, overridden: [...reading.overridden], doubts: [...reading.doubts] };
  } catch (error) {
    if (error instanceof Refusal) return error.invalid;
    throw error;
  }
}

function branchOf(draft: Draft): Branch {
  const paths = [...draft.fields.keys()].sort();
  const fields = paths.map((path) => ({ path, tests: draft.fields.get(path) ?? unknownTests }));
  return { fields, unknownBelow: draft.unknownBelow };
}

function readRoot(tree: JsonTree, reading: Reading): readonly Draft[] {
  if (tree.kind === "unknown") return [{ fields: new Map(), unknownBelow: [""] }];
  if (tree.kind !== "object") return refuse("", "an event pattern is an object", '{ "source": ["aws.cloudtrail"] }');
  return readFields(tree.members, "", [{ fields: new Map(), unknownBelow: [] }], false, reading);
}

/** Adds an object's fields to every draft. `guarded` inside `$or`, where operators' names may not name fields. */
function readFields(
  members: readonly JsonMember[],
  path: string,
  drafts: readonly Draft[],
  guarded: boolean,
  reading: Reading,
): readonly Draft[] {
  if (members.length === 0) refuse(path, "an empty object is not allowed: leave the key out");
  let result = drafts;
  for (const { name, value } of members) {
    if (name === "$or") {
      result = readAlternatives(value, path, result, reading);
      continue;
    }
    if (guarded && reservedInsideOr.has(name)) refuse(path, `\`${name}\` cannot name a field inside \`$or\``);
    result = readField(value, joined(path, name), result, guarded, reading);
  }
  return result;
}

function readField(
  value: JsonTree,
  path: string,
  drafts: readonly Draft[],
  guarded: boolean,
  reading: Reading,
): readonly Draft[] {
  switch (value.kind) {
    case "object":
      return readFields(value.members, path, drafts, guarded, reading);
    case "array":
      return drafts.map((draft) => withField(draft, path, readTests(value.items, path, reading), reading));
    case "unknown":
      return drafts.map((draft) => ({ ...draft, unknownBelow: [...draft.unknownBelow, path] }));
    case "string":
      return refuse(path, "a value must stand in a list", `[${JSON.stringify(value.text)}]`);
    case "number":
    case "literal":
      return refuse(path, "a value must stand in a list", `[${value.text}]`);
  }
}

function withField(draft: Draft, path: string, tests: readonly ValueTest[], reading: Reading): Draft {
  if (draft.fields.has(path)) reading.overridden.add(path);
  return { ...draft, fields: new Map(draft.fields).set(path, tests) };
}

function readAlternatives(value: JsonTree, path: string, drafts: readonly Draft[], reading: Reading): readonly Draft[] {
  const here = joined(path, "$or");
  if (value.kind === "unknown")
    return drafts.map((draft) => ({ ...draft, unknownBelow: [...draft.unknownBelow, path] }));
  if (value.kind !== "array") return refuse(here, "`$or` must hold a list of objects");
  if (value.items.length < 2) refuse(here, "`$or` needs at least two objects");
  const result: Draft[] = [];
  for (const [index, item] of value.items.entries()) {
    result.push(...readAlternative(item, path, `${here}.${index}`, drafts, reading));
    if (result.length > mostBranches) refuse(here, `more than ${mostBranches} combinations of \`$or\` alternatives`);
  }
  return result;
}

function readAlternative(
  item: JsonTree,
  path: string,
  here: string,
  drafts: readonly Draft[],
  reading: Reading,
): readonly Draft[] {
  if (item.kind === "unknown") return readField(item, path, drafts, true, reading);
  if (item.kind !== "object") return refuse(here, "`$or` holds objects only");
  return readFields(item.members, path, drafts, true, reading);
}

function readTests(items: readonly JsonTree[], path: string, reading: Reading): readonly ValueTest[] {
  if (items.length === 0) refuse(path, "an empty list matches nothing and is not allowed");
  return items.map((item, index) => readTest(item, `${path}.${index}`, reading));
}

function readTest(item: JsonTree, path: string, reading: Reading): ValueTest {
  switch (item.kind) {
    case "string":
      return readString(item.text);
    case "number":
    case "literal":
    case "unknown":
      return item;
    case "object":
      return readOperator(item.members, path, (reason) => reading.doubts.add(reason));
    case "array":
      return refuse(path, "a list cannot stand in a list");
  }
}

/** A string that is an IP address matches every spelling of that address. */
function readString(text: string): ValueTest {
  const address = addressOf(text);
  if (address === undefined) return { kind: "string", text };
  return { kind: "cidr", text, range: { bits: address.bits, low: address.value, high: address.value } };
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
