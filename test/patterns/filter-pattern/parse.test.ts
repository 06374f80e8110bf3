import assert from "node:assert/strict";
import fc from "fast-check";
import { parseFilterPattern } from "../../../lib/patterns/filter-pattern/parse";

type Row = readonly [pattern: string, position: number, problem: RegExp, suggestion?: string];

const invalid: readonly Row[] = [
  ['{ $.a == "x" }', 6, /no operator `==`/, '{ $.a = "x" }'],
  ['{ $.a <> "x" }', 6, /no operator `<>`/, '{ $.a != "x" }'],
  ["{ $.a = x & $.b = y }", 10, /connected with `&&`/, "{ $.a = x && $.b = y }"],
  ["{ $.a = x or $.b = y }", 10, /connected with `\|\|`, not with `or`/, "{ $.a = x || $.b = y }"],
  ["{ $.a == x AND ($.b = 'y') | $.c = two words }", 6, /`==`/, '{ $.a = x && ($.b = "y") || $.c = "two words" }'],
  ["{ $.a = Failed authentication }", 8, /needs quotation marks/, '{ $.a = "Failed authentication" }'],
  [
    "{ ($.a = ConsoleLogin) && ($.b = Failed authentication) }",
    33,
    /needs quotation marks/,
    '{ ($.a = ConsoleLogin) && ($.b = "Failed authentication") }',
  ],
  ["{ $.a = \u201cx\u201d }", 8, /quoted with ""/, '{ $.a = "x" }'],
  ["{ eventName = x }", 2, /begins with a selector/, "{ $.eventName = x }"],
  ["{ $eventName = x }", 2, /begins with a selector/, "{ $.eventName = x }"],
  ["{ $.a/b = x }", 3, /letters, digits, - and _/, "{ $.['a/b'] = x }"],
  ["{ $.a EXISTS }", 6, /`EXISTS` is not in the language/, "{ $.a = * }"],
  ["{ $.a IS NOT NULL }", 6, /`IS NOT` is not in the language/, "{ $.a = * }"],
  ["{ $.a IS NOT TRUE }", 6, /`IS NOT`/, "{ $.a IS FALSE }"],
  ["{ $.a NOT EXIST }", 10, /followed by EXISTS/, "{ $.a NOT EXISTS }"],
  ['{ !($.a = "x") }', 2, /no negation/],
  ["{ ($.a = x }", 2, /not closed/, "{ ($.a = x )}"],
  ["{ $.a = x) }", 9, /never opened/, "{ $.a = x }"],
  ["{ $.a = x", 9, /closing brace/, "{ $.a = x }"],
  ['{ $.a = "x }', 8, /quotation mark is not closed/],
  ["{ }", 2, /condition is missing/],
  ["{ $.a }", 6, /comparison is missing/],
  ["{ $.a = }", 8, /value is missing/],
  ["{ $ = x }", 2, /begins with a selector/],
  ["{ $.a = x $.b = y }", 8, /needs quotation marks/],
  ["{ ($.a = x) ($.b = y) }", 12, /`&&` or `\|\|` is missing/],
  ["{ $.a[x] = y }", 5, /brackets hold/],
  ["{ $.*.b.* = x }", 2, /at most 1 wildcard selector/],
  ["{ $.a[*] = x && $.b[*] = x && $.c[*] = x && $.d[*] = x }", 44, /at most 3 wildcard selectors/],
  ["{ $.a = %x% && $.b = %y% && $.c = %z% }", 34, /at most 2 regular expressions/],
  ["{ $.a = %(x|y)% }", 9, /cannot hold `\(`/],
  ["%something!%", 10, /cannot hold `!`/],
  ["{ $.a = %[ab% }", 9, /`\[` is not closed/],
  ["{ $.a = %x }", 8, /not closed with `%`/],
  ["[w1=ERROR, w2", 13, /closing bracket/, "[w1=ERROR, w2]"],
  ["[w1=ERROR w2]", 4, /needs quotation marks/, '[w1="ERROR w2"]'],
  ['$.eventName = "StopLogging"', 0, /stands in braces/, '{ $.eventName = "StopLogging" }'],
  ["eventName:StopLogging", 0, /needs quotation marks/, '"eventName:StopLogging"'],
  ['"unpaired', 0, /do not pair/],
];

describe("filter pattern: what is invalid, where, and what was meant", () => {
  for (const [pattern, position, problem, suggestion] of invalid) {
    it(`refuses ${pattern}`, () => {
      const parsed = parseFilterPattern(pattern);
      assert.ok(parsed.kind === "invalid");
      assert.match(parsed.problem, problem);
      assert.equal(parsed.position, position);
      assert.equal(parsed.suggestion, suggestion);
    });
  }

  it("refuses more than 1024 characters", () => {
    const parsed = parseFilterPattern(`{ $.a = ${"x".repeat(1024)} }`);
    assert.match(parsed.kind === "invalid" ? parsed.problem : "", /at most 1024 characters/);
  });
});

describe("filter pattern: reading", () => {
  it("tells which patterns count as regular expressions", () => {
    const uses = ["{ $.a = %x% }", "%x%", "[a=%x%]", "{ $.a = x }"].map((text) => {
      const parsed = parseFilterPattern(text);
      return parsed.kind === "pattern" && parsed.usesRegex;
    });
    assert.deepEqual(uses, [true, true, true, false]);
  });

  it("never throws, and every suggestion is valid", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          ...[
            "{",
            "}",
            "$.a",
            " = ",
            " == ",
            '"',
            "'",
            "(",
            ")",
            "&",
            "|",
            "%",
            "*",
            "[",
            "]",
            " x",
            " or ",
            ",",
            "IS NOT NULL",
          ],
        ),
      }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (inside, braces) => {
        const parsed = parseFilterPattern(braces ? `{${inside}}` : inside);
        if (parsed.kind === "pattern") return;
        assert.ok(parsed.position >= 0 && parsed.problem !== "");
        if (parsed.suggestion !== undefined) assert.equal(parseFilterPattern(parsed.suggestion).kind, "pattern");
      }),
      { numRuns: 3000 },
    );
  });
});
