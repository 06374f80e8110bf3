import { any, not, truthOf, type Truth } from "../../core/truth";
import { matchesGlob } from "../glob";
import { addressOf, inRange, type AddressRange } from "./addresses";
import type { EventValue } from "./event";
import { endsWithIgnoringCase, equalsIgnoringCase, startsWithIgnoringCase } from "./fold";
import type { Bound, ValueTest } from "./model";
import { comparableNumber } from "./numbers";

/** Whether one value of an event satisfies one test; `exists: false` is about absence and holds for no value. */
export function testValue(test: ValueTest, value: EventValue): Truth {
  if (test.kind === "exists") return testExists(test.wanted, value);
  if (value.kind === "unknown" || test.kind === "unknown") return "unknown";
  switch (test.kind) {
    case "string":
      return truthOf(value.kind === "string" && value.text === test.text);
    case "number":
      return truthOf(value.kind === "number" && sameNumber(test.text, value.text));
    case "literal":
      return truthOf(value.kind === "literal" && value.text === test.text);
    case "numeric":
      return truthOf(value.kind === "number" && between(value.text, test.low, test.high));
    case "anything-but":
      return not(any(test.tests.map((excluded) => testValue(excluded, value))));
    case "prefix":
    case "suffix":
    case "equals-ignore-case":
    case "wildcard":
    case "cidr":
      return truthOf(value.kind === "string" && testText(test, value.text));
  }
}

/** An unknown part may be a value, an object (whose key counts as absent) or an empty list. */
function testExists(wanted: boolean, value: EventValue): Truth {
  if (!wanted) return "no";
  return value.kind === "unknown" ? "unknown" : "yes";
}

type TextTest = Extract<ValueTest, { kind: "prefix" | "suffix" | "equals-ignore-case" | "wildcard" | "cidr" }>;

/**
 * event-ruler compares strings with their quotation marks and leaves out the one at the open end, so that a prefix
 * ending in a quotation mark can meet the closing one.
 */
function testText(test: TextTest, text: string): boolean {
  switch (test.kind) {
    case "prefix":
      return (test.ignoresCase ? startsWithIgnoringCase : startsWith)(test.text, `${text}"`);
    case "suffix":
      return (test.ignoresCase ? endsWithIgnoringCase : endsWith)(test.text, `"${text}`);
    case "equals-ignore-case":
      return equalsIgnoringCase(test.text, text);
    case "wildcard":
      return matchesGlob(test.glob, text);
    case "cidr":
      return testAddress(test.range, text);
  }
}

function startsWith(wanted: string, text: string): boolean {
  return text.startsWith(wanted);
}

function endsWith(wanted: string, text: string): boolean {
  return text.endsWith(wanted);
}

function testAddress(range: AddressRange, text: string): boolean {
  const address = addressOf(text);
  return address !== undefined && inRange(address, range);
}

function sameNumber(wanted: string, text: string): boolean {
  const value = comparableNumber(wanted);
  return value === undefined ? wanted === text : value === comparableNumber(text);
}

function between(text: string, low: Bound | undefined, high: Bound | undefined): boolean {
  const value = comparableNumber(text);
  if (value === undefined) return false;
  if (low !== undefined && (low.inclusive ? value < low.value : value <= low.value)) return false;
  return !(high !== undefined && (high.inclusive ? value > high.value : value >= high.value));
}
