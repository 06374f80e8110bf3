import assert from "node:assert/strict";
import fc from "fast-check";
import { unknownValue, type PropertyValue } from "../../../lib/core/properties";
import type { Truth } from "../../../lib/core/truth";
import { matchesEventPattern } from "../../../lib/patterns/event-pattern/match";
import { parseEventPattern } from "../../../lib/patterns/event-pattern/parse";

function truthOf(pattern: PropertyValue, event: PropertyValue): Truth {
  const parsed = parseEventPattern(pattern);
  assert.ok(parsed.kind === "pattern");
  return matchesEventPattern(parsed, event).truth;
}

type Row = readonly [name: string, pattern: PropertyValue, event: PropertyValue, expected: Truth];

function table(rows: readonly Row[]): void {
  for (const [name, pattern, event, expected] of rows) {
    it(`${name}: ${expected}`, () => assert.equal(truthOf(pattern, event), expected));
  }
}

describe("event pattern: values", () => {
  table([
    ["strings are compared character by character", { a: ["x"] }, { a: "X" }, "no"],
    ["a number is no string", { a: [123] }, { a: "123" }, "no"],
    ["a boolean is no string", { a: [false] }, { a: "false" }, "no"],
    ["numbers are compared by value", '{"a":[300]}', '{"a":3.0e2}', "yes"],
    [
      "numbers that a double cannot hold are compared by spelling",
      '{"a":[9007199254740993]}',
      '{"a":9007199254740993}',
      "yes",
    ],
    ["and differ from their neighbours", '{"a":[9007199254740993]}', '{"a":9007199254740992}', "no"],
    ["null matches null", { a: [null] }, { a: null }, "yes"],
    ["null does not match an absent field", { a: [null] }, { b: null }, "no"],
    ["an empty list has no value", { a: [null] }, { a: [] }, "no"],
    ["any element of a list", { a: ["x"] }, { a: ["y", "x"] }, "yes"],
    ["two spellings of one address", { a: ["::1"] }, { a: "0:0:0:0:0:0:0:1" }, "yes"],
    ["an IPv4 address written in IPv6", { a: ["10.0.0.1"] }, { a: "::ffff:a00:1" }, "yes"],
    ["a host name is no address", { a: [{ cidr: "10.0.0.0/8" }] }, { a: "cloudformation.amazonaws.com" }, "no"],
    ["a block of addresses", { a: [{ cidr: "10.0.0.0/24" }] }, { a: "10.0.0.255" }, "yes"],
    ["outside a block", { a: [{ cidr: "10.0.0.0/24" }] }, { a: "10.0.1.0" }, "no"],
    ["an IPv6 block", { a: [{ cidr: "2001:db8::/32" }] }, { a: "2001:db8:1::5" }, "yes"],
  ]);
});

describe("event pattern: operators", () => {
  table([
    ["prefix", { a: [{ prefix: "Stop" }] }, { a: "StopLogging" }, "yes"],
    ["an empty prefix takes every string", { a: [{ prefix: "" }] }, { a: "" }, "yes"],
    ["but no number", { a: [{ prefix: "" }] }, { a: 1 }, "no"],
    ["prefix in whatever case", { a: [{ prefix: { "equals-ignore-case": "stop" } }] }, { a: "STOPLogging" }, "yes"],
    ["suffix", { a: [{ suffix: "Trail" }] }, { a: "DeleteTrail" }, "yes"],
    ["suffix in whatever case", { a: [{ suffix: { "equals-ignore-case": "trail" } }] }, { a: "DeleteTRAIL" }, "yes"],
    ["equals-ignore-case", { a: [{ "equals-ignore-case": "strasse" }] }, { a: "STRASSE" }, "yes"],
    ["a letter whose capital is longer", { a: [{ "equals-ignore-case": "ß" }] }, { a: "SS" }, "yes"],
    ["wildcard stands for nothing too", { a: [{ wildcard: "Put*Selectors" }] }, { a: "PutSelectors" }, "yes"],
    ["an escaped star is a star", { a: [{ wildcard: "a\\*b" }] }, { a: "axb" }, "no"],
    ["numeric takes numbers only", { a: [{ numeric: ["=", 5] }] }, { a: "5" }, "no"],
    ["numeric range", { a: [{ numeric: [">", 0, "<=", 5] }] }, { a: 5 }, "yes"],
    ["open end of a range", { a: [{ numeric: [">", 0, "<", 5] }] }, { a: 5 }, "no"],
    ["anything-but", { a: [{ "anything-but": ["x", "y"] }] }, { a: "z" }, "yes"],
    ["anything-but never takes an absent field", { a: [{ "anything-but": "x" }] }, { b: 1 }, "no"],
    ["anything-but takes null", { a: [{ "anything-but": "x" }] }, { a: null }, "yes"],
    ["anything-but: one element of a list suffices", { a: [{ "anything-but": "x" }] }, { a: ["x", "y"] }, "yes"],
    ["anything-but a number takes the string", { a: [{ "anything-but": 5 }] }, { a: "5" }, "yes"],
    ["anything-but prefix", { a: [{ "anything-but": { prefix: ["init", "re"] } }] }, { a: "reboot" }, "no"],
    ["exists", { a: [{ exists: true }] }, { a: null }, "yes"],
    ["an object counts as absent", { a: [{ exists: true }] }, { a: { b: 1 } }, "no"],
    ["also for exists: false", { a: [{ exists: false }] }, { a: { b: 1 } }, "yes"],
    ["an empty list counts as absent", { a: [{ exists: true }] }, { a: [] }, "no"],
  ]);
});

describe("event pattern: structure", () => {
  const resources = {
    r: [
      { type: "A", arn: "1" },
      { type: "B", arn: "2" },
    ],
  };
  table([
    ["fields of one list must belong to one element", { r: { type: ["A"], arn: ["2"] } }, resources, "no"],
    ["fields of one element", { r: { type: ["B"], arn: ["2"] } }, resources, "yes"],
    ["a dotted key is a nested one", { "detail.eventName": ["x"] }, { detail: { eventName: "x" } }, "yes"],
    ["nesting must agree", { eventName: ["x"] }, { detail: { eventName: "x" } }, "no"],
    ["the last of two equal keys counts", '{"a":["x"],"a":["y"]}', '{"a":"x"}', "no"],
    ["$or", { $or: [{ a: ["x"] }, { b: ["y"] }] }, { b: "y" }, "yes"],
    ["$or beside other fields", { c: ["z"], $or: [{ a: ["x"] }, { b: ["y"] }] }, { b: "y" }, "no"],
    ["a field inside $or replaces the one outside", { a: ["x"], $or: [{ a: ["y"] }, { b: ["z"] }] }, { a: "y" }, "yes"],
    [
      "absence is about the element chosen before",
      { r: { arn: ["1"], zone: [{ exists: false }] } },
      { r: [{ arn: "1" }, { arn: "2", zone: "z" }] },
      "yes",
    ],
    [
      "a path that comes first is absent everywhere or nowhere",
      { r: { arn: [{ exists: false }], zone: ["z"] } },
      { r: [{ arn: "1" }, { zone: "z" }] },
      "no",
    ],
    ["an event is an object", { a: ["x"] }, "[]", "no"],
  ]);
});

describe("event pattern: what is known only after deployment", () => {
  table([
    ["an unknown value in the pattern", { a: [unknownValue] }, { a: "x" }, "unknown"],
    ["beside one that matches", { a: ["x", unknownValue] }, { a: "x" }, "yes"],
    ["an unknown part of the pattern", { a: ["x"], b: unknownValue }, { a: "x" }, "unknown"],
    ["beside a field that does not match", { a: ["y"], b: unknownValue }, { a: "x" }, "no"],
    [
      "an unknown pattern below a field that it may replace",
      { "a.b": ["x"], a: unknownValue },
      { a: { b: "y" } },
      "unknown",
    ],
    ["an unknown value in the event", { a: [{ "anything-but": "x" }] }, { a: unknownValue }, "unknown"],
    ["an unknown object in the event", { a: { b: ["x"] } }, { a: unknownValue }, "unknown"],
    ["another alternative decides", { $or: [{ a: ["x"] }, unknownValue] }, { a: "x" }, "yes"],
    ["a wildcard that AWS may refuse", { a: [{ wildcard: "*a*b*c*d*e*f" }] }, { a: "abcdef" }, "unknown"],
  ]);
});

const names = ["a", "b", "c"] as const;
const leaf = fc.constantFrom<PropertyValue>("x", "y", "", 1, null, true);
const eventTree: fc.Arbitrary<PropertyValue> = fc.letrec<{ node: PropertyValue }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("node"), { maxKeys: 3 }),
  ),
})).node;
const tests = fc.array(
  fc.constantFrom<PropertyValue>(
    "x",
    1,
    null,
    { exists: false },
    { exists: true },
    { "anything-but": "x" },
    { prefix: "" },
  ),
  { minLength: 1, maxLength: 2 },
);
const patternTree: fc.Arbitrary<PropertyValue> = fc.letrec<{ node: PropertyValue }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tests,
    fc.dictionary(fc.constantFrom(...names), tie("node"), { minKeys: 1, maxKeys: 2 }),
  ),
})).node;
const pattern = fc.dictionary(fc.constantFrom(...names), patternTree, { minKeys: 1, maxKeys: 3 });
const event = fc.dictionary(fc.constantFrom(...names), eventTree, { maxKeys: 3 });

/** The tree with the part at one place (counted in depth-first order) made unknown. */
function hidden(tree: PropertyValue, place: number): PropertyValue {
  let seen = 0;
  const walk = (part: PropertyValue): PropertyValue => {
    if (seen++ === place) return unknownValue;
    if (Array.isArray(part)) return (part as readonly PropertyValue[]).map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, walk(value)]));
  };
  return walk(tree);
}

describe("event pattern: properties", () => {
  it("a part made unknown leaves the answer as it was or opens it", () => {
    fc.assert(
      fc.property(pattern, event, fc.nat(12), fc.boolean(), (wanted, given, place, inPattern) => {
        const known = truthOf(wanted, given);
        const hiddenPattern = inPattern ? hidden(wanted, place) : wanted;
        const open = truthOf(hiddenPattern, inPattern ? given : hidden(given, place));
        assert.ok(open === "unknown" || open === known, `${known} became ${open}`);
      }),
      { numRuns: 2000 },
    );
  });

  it("a text and the property it spells get the same answer", () => {
    fc.assert(
      fc.property(pattern, event, (wanted, given) => {
        assert.equal(truthOf(JSON.stringify(wanted), JSON.stringify(given)), truthOf(wanted, given));
      }),
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...Array.from('{}[]":,$or\\*1e')) })),
        (text) => {
          const parsed = parseEventPattern(text);
          if (parsed.kind === "pattern") assert.ok(matchesEventPattern(parsed, text).truth);
          else assert.ok(parsed.problem !== "");
        },
      ),
    );
  });

  it("lists that multiply are left open instead of tried for ever", () => {
    const list = Array.from({ length: 100 }, () => ({ v: "x" }));
    const wide = { a: list, b: list, c: list, d: "n" };
    assert.equal(truthOf({ a: { v: ["x"] }, b: { v: ["x"] }, c: { v: ["x"] }, d: ["y"] }, wide), "unknown");
  });
});
