import assert from "node:assert/strict";
import fc from "fast-check";
import type { PropertyValue } from "../../../lib/core/properties";
import type { Truth } from "../../../lib/core/truth";
import { matchesFilterPattern } from "../../../lib/patterns/filter-pattern/match";
import type { FilterPattern } from "../../../lib/patterns/filter-pattern/model";
import { parseFilterPattern } from "../../../lib/patterns/filter-pattern/parse";
import { contradiction, tautology } from "../../../lib/patterns/filter-pattern/scope";

function parsed(text: string): FilterPattern {
  const pattern = parseFilterPattern(text);
  assert.ok(pattern.kind === "pattern", text);
  return pattern;
}

describe("filter pattern: never matching", () => {
  const rows: readonly (readonly [pattern: string, expected: Truth, clause?: string])[] = [
    ["{ $.a = x && $.a = y }", "yes", "$.a = x && $.a = y"],
    ["{ $.a = x || $.a = y }", "no"],
    ["{ $.b = z && ($.a = x || $.a = y) && $.a = v }", "yes", "$.a = x && $.a = v"],
    ["{ ($.a = x && $.a = y) || $.b = z }", "no"],
    ["{ $.a = x && $.a != x }", "yes", "$.a = x && $.a != x"],
    ["{ $.a = Stop* && $.a != StopLogging }", "no"],
    ["{ $.a = StopLogging && $.a != Stop* }", "yes", "$.a = StopLogging && $.a != Stop*"],
    ["{ $.a = Stop* && $.a = Delete* }", "yes", "$.a = Stop* && $.a = Delete*"],
    ["{ $.a = *Trail && $.a = Delete* }", "unknown"],
    ["{ $.a = x && $.a = %^y% }", "yes", "$.a = x && $.a = %^y%"],
    ["{ $.a NOT EXISTS && $.a = x }", "yes", "$.a NOT EXISTS && $.a = x"],
    ["{ $.a NOT EXISTS && $.a.b = x }", "yes", "$.a NOT EXISTS && $.a.b = x"],
    ["{ $.a.b NOT EXISTS && $.a.c = x }", "no"],
    ["{ $.a IS NULL && $.a IS TRUE }", "yes", "$.a IS NULL && $.a IS TRUE"],
    ["{ $.a > 5 && $.a < 3 }", "yes", "$.a > 5 && $.a < 3"],
    ["{ $.a >= 5 && $.a <= 5 }", "no"],
    ["{ $.a = 400 && $.a = 4e2 }", "no"],
    ['{ $.a = 400 && $.a = "400" }', "unknown"],
    ["{ $.a[*] = x && $.a[*] = y }", "unknown"],
    ["{ $.a is null && $.a = x }", "unknown"],
    ["ERROR -ERR", "yes", '-"ERR"'],
    ["ERROR -ERRORS", "no"],
    ["", "no"],
    ["[a, b]", "unknown"],
  ];
  for (const [pattern, expected, clause] of rows) {
    it(`${pattern}: ${expected}`, () => {
      const answer = contradiction(parsed(pattern));
      assert.equal(answer.truth, expected);
      assert.equal(answer.clause, clause);
    });
  }
});

describe("filter pattern: always matching", () => {
  const rows: readonly (readonly [
    pattern: string,
    expected: Truth,
    clause?: string | undefined,
    presumes?: readonly string[],
  ])[] = [
    ["{ $.a != x || $.a != y }", "yes", "$.a != x || $.a != y", ["$.a"]],
    ["{ $.b = z || $.a != x || $.a != y }", "yes", "$.a != x || $.a != y", ["$.a"]],
    ["{ $.a != x && $.a != y }", "no"],
    ["{ $.a != x || $.a = x }", "yes", "$.a != x || $.a = x", ["$.a"]],
    ["{ $.a = Stop* || $.a != StopLogging }", "yes", "$.a = Stop* || $.a != StopLogging", ["$.a"]],
    ["{ $.a = * && $.b = * }", "yes", "$.a = * && $.b = *", ["$.a", "$.b"]],
    ["{ $.a = StopLogging }", "no"],
    ["{ $.a != x || $.b != y }", "no"],
    ["", "yes", undefined, []],
    ["ERROR", "no"],
  ];
  for (const [pattern, expected, clause, presumes = []] of rows) {
    it(`${pattern}: ${expected}`, () => {
      const answer = tautology(parsed(pattern));
      assert.equal(answer.truth, expected);
      assert.equal(answer.clause, clause);
      assert.deepEqual(answer.presumes, presumes);
    });
  }
});

const value = fc.constantFrom("x", "xy", "x*", "*y", '"1"', "1", "2", "%x%");
const leaf = fc.oneof(
  fc.tuple(fc.constantFrom("$.a", "$.b"), fc.constantFrom("=", "!="), value).map((parts) => parts.join(" ")),
  fc
    .tuple(fc.constantFrom("$.a", "$.b"), fc.constantFrom("<", ">"), fc.constantFrom("1", "2"))
    .map((parts) => parts.join(" ")),
  fc.constantFrom("$.a NOT EXISTS", "$.b NOT EXISTS", "$.a IS NULL", "$.a IS TRUE"),
);
const pattern = fc
  .array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => `{ ${rows.map((row) => `(${row.join(" || ")})`).join(" && ")} }`)
  .filter((text) => parseFilterPattern(text).kind === "pattern");
const scalar = fc.constantFrom<PropertyValue>("x", "xy", "zy", "1", "q", 1, 2, 0, 1.5, null, true);
const record = fc.record<Record<string, PropertyValue>>({ a: scalar, b: scalar }, { requiredKeys: [] });

describe("filter pattern: scope, as a property", () => {
  it("what never matches matches nothing, what always matches misses no record with the presumed strings", () => {
    fc.assert(
      fc.property(pattern, record, (text, given) => {
        const truth = matchesFilterPattern(parsed(text), given).truth;
        if (contradiction(parsed(text)).truth === "yes") assert.notEqual(truth, "yes");
        const wide = tautology(parsed(text));
        const presumed = wide.presumes.every((selector) => typeof given[selector.slice(2)] === "string");
        if (wide.truth === "yes" && presumed) assert.notEqual(truth, "no");
      }),
      { numRuns: 5000 },
    );
  });
});
