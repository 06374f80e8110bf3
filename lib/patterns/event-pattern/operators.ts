import { nearest } from "../../core/nearest";
import type { JsonMember, JsonTree } from "../json-tree";
import { addressRangeOf } from "./addresses";
import type { Bound, ValueTest } from "./model";
import { comparableNumber } from "./numbers";
import { refuse } from "./refusal";
import { readWildcard } from "./wildcard-text";

/** Reads one operator's operand; `path` is where the operator stands. */
type ReadOperand = (operand: JsonTree, path: string, doubt: (reason: string) => void) => ValueTest;

const operators: ReadonlyMap<string, ReadOperand> = new Map<string, ReadOperand>([
  ["exactly", (operand, path) => ({ kind: "string", text: stringOf(operand, path) })],
  ["prefix", (operand, path) => readEnd("prefix", operand, path)],
  ["suffix", (operand, path) => readEnd("suffix", operand, path)],
  ["equals-ignore-case", (operand, path) => ({ kind: "equals-ignore-case", text: stringOf(operand, path) })],
  ["wildcard", (operand, path, doubt) => wildcardTest(stringOf(operand, path), path, doubt)],
  ["anything-but", readAnythingBut],
  ["numeric", (operand, path) => readNumeric(operand, path)],
  ["exists", (operand, path) => readExists(operand, path)],
  ["cidr", (operand, path) => readCidr(operand, path)],
]);

const unknownTest: ValueTest = { kind: "unknown" };

/** Reads an object in a field's list: exactly one operator with its operand. */
export function readOperator(members: readonly JsonMember[], path: string, doubt: (reason: string) => void): ValueTest {
  const [member, ...more] = members;
  if (member === undefined) return refuse(path, "an operator is missing in `{}`", '{ "exists": true }');
  const read = operators.get(member.name);
  const here = `${path}.${member.name}`;
  if (read === undefined) return refuse(path, `there is no operator \`${member.name}\``, nearOperator(member.name));
  const test = member.value.kind === "unknown" ? unknownTest : read(member.value, here, doubt);
  if (more.length > 0) refuse(path, "an object in a list holds exactly one operator: write one object each");
  return test;
}

function nearOperator(name: string): string | undefined {
  return nearest(name.replaceAll("_", "-"), operators.keys());
}

function stringOf(tree: JsonTree, path: string): string {
  if (tree.kind === "string") return tree.text;
  const only = tree.kind === "array" && tree.items.length === 1 ? tree.items[0] : tree;
  const suggestion = only?.kind === "string" || only?.kind === "number" ? JSON.stringify(only.text) : undefined;
  return refuse(path, "the operand must be one string", suggestion);
}

function readEnd(kind: "prefix" | "suffix", operand: JsonTree, path: string): ValueTest {
  if (operand.kind !== "object") return { kind, text: stringOf(operand, path), ignoresCase: false };
  const [member, ...more] = operand.members;
  if (member?.name !== "equals-ignore-case" || more.length > 0) {
    return refuse(path, `inside \`${kind}\` only \`equals-ignore-case\` is allowed`);
  }
  if (member.value.kind === "unknown") return unknownTest;
  return { kind, text: stringOf(member.value, `${path}.equals-ignore-case`), ignoresCase: true };
}

function wildcardTest(text: string, path: string, doubt: (reason: string) => void): ValueTest {
  const read = readWildcard(text);
  if (read.kind === "invalid") return refuse(path, read.problem, read.suggestion);
  switch (read.effort) {
    case "refused":
      return refuse(path, "the rule is too complex: use fewer wildcards, or fewer before the same character");
    case "doubtful":
      doubt("AWS refuses wildcards that are too complex and does not publish where the limit is");
      break;
    case "accepted":
      break;
  }
  return { kind: "wildcard", text, glob: read.glob };
}

function readExists(operand: JsonTree, path: string): ValueTest {
  if (operand.kind === "literal" && operand.text !== "null") return { kind: "exists", wanted: operand.text === "true" };
  const spelled = operand.kind === "string" ? operand.text.toLowerCase() : "";
  const suggestion = spelled === "true" || spelled === "false" ? spelled : undefined;
  return refuse(path, "the operand must be true or false", suggestion);
}

function readCidr(operand: JsonTree, path: string): ValueTest {
  const text = stringOf(operand, path);
  const read = addressRangeOf(text);
  if (read.kind === "invalid") return refuse(path, `not a block of addresses: ${read.problem}`);
  return { kind: "cidr", text, range: read.range };
}

function readAnythingBut(operand: JsonTree, path: string, doubt: (reason: string) => void): ValueTest {
  if (operand.kind === "object") return readAnythingButOperator(operand.members, path, doubt);
  const listed = operand.kind === "array" ? operand.items : [operand];
  const tests = listed.map((item, index) => readExcluded(item, operand.kind === "array" ? `${path}.${index}` : path));
  const kinds = new Set(tests.map((test) => test.kind).filter((kind) => kind !== "unknown"));
  if (tests.length === 0) refuse(path, "the list is empty");
  if (kinds.size > 1) refuse(path, "the values must be all strings or all numbers");
  return { kind: "anything-but", tests };
}

function readExcluded(item: JsonTree, path: string): ValueTest {
  switch (item.kind) {
    case "string":
      return { kind: "string", text: item.text };
    case "number":
      if (comparableNumber(item.text) === undefined) refuse(path, `\`${item.text}\` is beyond what can be compared`);
      return { kind: "number", text: item.text };
    case "unknown":
      return unknownTest;
    case "literal":
    case "array":
    case "object":
      return refuse(path, "only strings and numbers can be excluded, not null, true, false, lists or objects");
  }
}

function readAnythingButOperator(
  members: readonly JsonMember[],
  path: string,
  doubt: (reason: string) => void,
): ValueTest {
  const [member, ...more] = members;
  const here = `${path}.${member?.name ?? ""}`;
  const kind = member?.name;
  if (kind !== "prefix" && kind !== "suffix" && kind !== "equals-ignore-case" && kind !== "wildcard") {
    return refuse(path, "inside `anything-but` only prefix, suffix, equals-ignore-case and wildcard are allowed");
  }
  if (more.length > 0) refuse(path, "inside `anything-but` exactly one operator is allowed");
  const operand = member?.value ?? { kind: "unknown" as const };
  if (operand.kind === "unknown") return { kind: "anything-but", tests: [unknownTest] };
  const listed = operand.kind === "array" ? operand.items : [operand];
  if (listed.length === 0) doubt("what AWS makes of `anything-but` with an empty list is not documented");
  return { kind: "anything-but", tests: listed.map((item) => readExcludedBy(kind, item, here, doubt)) };
}

function readExcludedBy(
  kind: "prefix" | "suffix" | "equals-ignore-case" | "wildcard",
  item: JsonTree,
  path: string,
  doubt: (reason: string) => void,
): ValueTest {
  if (item.kind === "unknown") return unknownTest;
  const text = stringOf(item, path);
  switch (kind) {
    case "wildcard":
      return wildcardTest(text, path, doubt);
    case "equals-ignore-case":
      return { kind, text };
    case "prefix":
    case "suffix":
      if (text === "") refuse(path, `an empty ${kind} inside \`anything-but\` would exclude every string`);
      return { kind, text, ignoresCase: false };
  }
}

function readNumeric(operand: JsonTree, path: string): ValueTest {
  if (operand.kind !== "array") return refuse(path, 'the operand must be a list such as [">", 0, "<=", 5]');
  if (operand.items.some((item) => item.kind === "unknown")) return unknownTest;
  const [operator, number, upper, top, ...more] = operand.items;
  const sign = signOf(operator, path);
  const value = boundOf(number, sign, path);
  if (upper === undefined) return oneSided(sign, value);
  if (sign !== ">" && sign !== ">=") return refuse(path, "only a lower bound (`>` or `>=`) can be followed by another");
  const upperSign = signOf(upper, path);
  if (upperSign !== "<" && upperSign !== "<=") return refuse(path, "the second bound must be `<` or `<=`");
  const high = boundOf(top, upperSign, path);
  if (more.length > 0) refuse(path, "too many elements: a range has two bounds at most");
  if (value >= high) refuse(path, "the lower bound must be less than the upper one");
  return { kind: "numeric", low: bound(value, sign), high: bound(high, upperSign) };
}

const signs = ["=", "<", "<=", ">", ">="] as const;
type Sign = (typeof signs)[number];

function signOf(tree: JsonTree | undefined, path: string): Sign {
  const sign = tree?.kind === "string" ? signs.find((candidate) => candidate === tree.text) : undefined;
  if (sign !== undefined) return sign;
  return refuse(path, "a comparison must be one of =, <, <=, > and >=");
}

function boundOf(tree: JsonTree | undefined, sign: Sign, path: string): number {
  if (tree?.kind !== "number") return refuse(path, `\`${sign}\` must be followed by a number`);
  const value = comparableNumber(tree.text);
  return value ?? refuse(path, `\`${tree.text}\` is beyond what can be compared`);
}

function bound(value: number, sign: Sign): Bound {
  return { value, inclusive: sign === "=" || sign === "<=" || sign === ">=" };
}

function oneSided(sign: Sign, value: number): ValueTest {
  const limit = bound(value, sign);
  switch (sign) {
    case "=":
      return { kind: "numeric", low: limit, high: limit };
    case "<":
    case "<=":
      return { kind: "numeric", high: limit };
    case ">":
    case ">=":
      return { kind: "numeric", low: limit };
  }
}
