import assert from "node:assert/strict";
import { parseEventPattern } from "../../../lib/patterns/event-pattern/parse";
import type { PropertyValue } from "../../../lib/core/properties";

type Row = readonly [pattern: PropertyValue, path: string, problem: RegExp, suggestion?: string];

const invalid: readonly Row[] = [
  [{ source: "aws.cloudtrail" }, "source", /must stand in a list/, '["aws.cloudtrail"]'],
  [{ a: { b: 42 } }, "a.b", /must stand in a list/, "[42]"],
  [{ a: [] }, "a", /empty list/],
  [{}, "", /empty object/],
  [{ a: {} }, "a", /empty object/],
  ["[1,2,3]", "", /is an object/, '{ "source": ["aws.cloudtrail"] }'],
  ['{"a": ["x",]}', "", /not JSON/],
  ['{"a": ["x"]} more', "", /not JSON/],
  [{ a: [["x"]] }, "a.0", /list cannot stand in a list/],
  [{ a: [{ NUMERIC: ["=", 5] }] }, "a.0", /no operator `NUMERIC`/, "numeric"],
  [{ a: [{ anything_but: "x" }] }, "a.0", /no operator/, "anything-but"],
  ['{"a":[{"prefix":"x","prefix":"y"}]}', "a.0", /exactly one operator/],
  [{ a: [{ prefix: ["x"] }] }, "a.0.prefix", /must be one string/, '"x"'],
  [{ a: [{ suffix: 123 }] }, "a.0.suffix", /must be one string/, '"123"'],
  [{ a: [{ prefix: { suffix: "x" } }] }, "a.0.prefix", /only `equals-ignore-case`/],
  [{ a: [{ exists: "true" }] }, "a.0.exists", /true or false/, "true"],
  [{ a: [{ wildcard: "a**b" }] }, "a.0.wildcard", /consecutive wildcards at character 2/, "a*b"],
  [{ a: [{ wildcard: "a\\b" }] }, "a.0.wildcard", /escapes nothing/, "a\\\\b"],
  [{ a: [{ wildcard: "*:*:*:*:*:event-bus/*" }] }, "a.0.wildcard", /too complex/],
  [{ a: [{ cidr: "10.0.0.0" }] }, "a.0.cidr", /exactly one `\/`/],
  [{ a: [{ cidr: "10.0.0.0/32" }] }, "a.0.cidr", /less than 32/],
  [{ a: [{ cidr: "256.0.0.0/8" }] }, "a.0.cidr", /IP address/],
  [{ a: [{ "anything-but": [] }] }, "a.0.anything-but", /empty/],
  [{ a: [{ "anything-but": ["x", 1] }] }, "a.0.anything-but", /all strings or all numbers/],
  [{ a: [{ "anything-but": [null] }] }, "a.0.anything-but.0", /only strings and numbers/],
  [{ a: [{ "anything-but": { prefix: "" } }] }, "a.0.anything-but.prefix", /empty prefix/],
  [{ a: [{ "anything-but": { cidr: "10.0.0.0/8" } }] }, "a.0.anything-but", /only prefix/],
  [{ a: [{ numeric: [">", 0, "<"] }] }, "a.0.numeric", /followed by a number/],
  [{ a: [{ numeric: ["<", 5, ">", 0] }] }, "a.0.numeric", /only a lower bound/],
  [{ a: [{ numeric: [">", 5, "<", 5] }] }, "a.0.numeric", /less than the upper/],
  ['{"a":[{"numeric":["=",9007199254740993]}]}', "a.0.numeric", /beyond what can be compared/],
  [{ $or: [{ a: ["x"] }] }, "$or", /at least two/],
  [{ $or: { a: ["x"] } }, "$or", /list of objects/],
  [{ d: { $or: [{ a: ["x"] }, "y"] } }, "d.$or.1", /objects only/],
  [{ $or: [{ numeric: ["x"] }, { a: ["x"] }] }, "", /cannot name a field inside/],
];

describe("event pattern: validation", () => {
  for (const [pattern, path, problem, suggestion] of invalid) {
    const text = typeof pattern === "string" ? pattern : JSON.stringify(pattern);
    it(`refuses ${text}`, () => {
      const parsed = parseEventPattern(text);
      assert.ok(parsed.kind === "invalid");
      assert.equal(parsed.path, path);
      assert.match(parsed.problem, problem);
      assert.equal(parsed.suggestion, suggestion);
    });
  }

  it("names the paths that are written twice", () => {
    const parsed = parseEventPattern('{"detail":{"eventSource":["a"],"eventSource":["b"]}}');
    assert.ok(parsed.kind === "pattern");
    assert.deepEqual(parsed.overridden, ["detail.eventSource"]);
  });

  it("refuses more combinations than AWS does", () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ [`f${index}`]: ["x"] }));
    const cubed = { a: { $or: ten }, b: { $or: ten }, c: { $or: ten } };
    assert.equal(parseEventPattern(cubed).kind, "pattern");
    const more = parseEventPattern({ ...cubed, d: { $or: ten } });
    assert.match(more.kind === "invalid" ? more.problem : "", /more than 1000 combinations/);
  });

  it("doubts a pattern beyond the default quota and refuses one beyond the largest", () => {
    const long = parseEventPattern(JSON.stringify({ a: ["x".repeat(2100)] }));
    assert.match(long.kind === "pattern" ? (long.doubts[0] ?? "") : "", /2048 characters/);
    assert.equal(parseEventPattern(JSON.stringify({ a: ["x".repeat(5000)] })).kind, "invalid");
  });

  it("answers at once on ten megabytes of nesting", () => {
    assert.equal(parseEventPattern('{"a":'.repeat(2_000_000)).kind, "invalid");
    assert.equal(parseEventPattern("[".repeat(4_000)).kind, "invalid");
  });
});
