import assert from "node:assert/strict";
import fc from "fast-check";
import { unknownValue, type PropertyValue } from "../../../lib/core/properties";
import type { Truth } from "../../../lib/core/truth";
import { matchesFilterPattern } from "../../../lib/patterns/filter-pattern/match";
import { parseFilterPattern } from "../../../lib/patterns/filter-pattern/parse";

function truthOf(pattern: string, record: PropertyValue, text?: string): Truth {
  const parsed = parseFilterPattern(pattern);
  assert.ok(parsed.kind === "pattern", `${pattern}: ${parsed.kind === "invalid" ? parsed.problem : ""}`);
  return matchesFilterPattern(parsed, record, text).truth;
}

type Row = readonly [pattern: string, record: PropertyValue, expected: Truth];

function table(rows: readonly Row[]): void {
  for (const [pattern, record, expected] of rows) {
    it(`${pattern} on ${JSON.stringify(record)}: ${expected}`, () => assert.equal(truthOf(pattern, record), expected));
  }
}

describe("filter pattern: strings", () => {
  table([
    ['{ $.a = "x" }', { a: "x" }, "yes"],
    ['{ $.a = "x" }', { a: "X" }, "no"],
    ["{ $.a = kms.amazonaws.com }", { a: "kms.amazonaws.com" }, "yes"],
    ["{ $.a = *Operation }", { a: "Client.UnauthorizedOperation" }, "yes"],
    ["{ $.a = AccessDenied* }", { a: "AccessDeniedException" }, "yes"],
    ["{ $.a != 123.123.* }", { a: "111.111.111.111" }, "yes"],
    ['{ $.a = "*b*" }', { a: "abc" }, "yes"],
    ["{ $.a = * }", { a: "x" }, "yes"],
    ["{ $.a = * }", { b: "x" }, "no"],
    ['{ $.a = "Ev*ent" }', { a: "Ev*ent" }, "yes"],
    ['{ $.a = "Ev*ent" }', { a: "EvXent" }, "unknown"],
    ['{ $.a = "Ev*ent" }', { a: "Other" }, "no"],
    ['{ $.a != "Ev*ent" }', { a: "EvXent" }, "unknown"],
    ["{ $.a = 400 }", { a: "400" }, "unknown"],
    ["{ $.a = 400 }", { a: "AccessDenied" }, "no"],
    ["{ $.a != 400 }", { a: "AccessDenied" }, "unknown"],
    ['{ $.a = "400" }', { a: "400" }, "yes"],
    ["{ $.a > 5 }", { a: "7" }, "unknown"],
    ["{ $.a > 5 }", { a: "x" }, "no"],
    ["{ $.a = x# }", { a: "x#" }, "unknown"],
    ['{ $.a = "a\\\\b" }', { a: "a" }, "unknown"],
  ]);
});

describe("filter pattern: absent fields, objects, null, true and false", () => {
  table([
    ['{ $.a != "x" }', { b: "y" }, "no"],
    ['{ $.a.b != "x" }', { a: null }, "no"],
    ["{ $.a NOT EXISTS }", {}, "yes"],
    ["{ $.a NOT EXISTS }", { a: null }, "no"],
    ["{ $.a.b NOT EXISTS }", { a: "text" }, "yes"],
    ['{ $.a != "x" }', { a: ["y"] }, "no"],
    ['{ $.a = "x" }', { a: { b: "x" } }, "no"],
    ["{ $.a IS NULL }", { a: null }, "yes"],
    ["{ $.a IS NULL }", {}, "no"],
    ["{ $.a IS TRUE }", { a: true }, "yes"],
    ["{ $.a IS FALSE }", { a: true }, "no"],
    ["{ $.a IS TRUE }", { a: "true" }, "unknown"],
    ['{ $.a != "x" }', { a: null }, "unknown"],
    ["{ $.a = true }", { a: true }, "unknown"],
    ["{ $.a = false }", { a: true }, "no"],
    ["{ $.a is null }", { a: null }, "unknown"],
    ["{ $.a not exists }", {}, "unknown"],
  ]);
});

describe("filter pattern: numbers", () => {
  table([
    ["{ $.a = 400 }", { a: 400 }, "yes"],
    ["{ $.a = 4.0e2 }", { a: 400 }, "yes"],
    ["{ $.a != 1e+3 }", { a: 1000 }, "no"],
    ["{ $.a >= +60 }", { a: 60 }, "yes"],
    ["{ $.a < -1 }", { a: -1.5 }, "yes"],
    ["{ $.a = 4* }", { a: 404 }, "yes"],
    ["{ $.a = 4* }", { a: 500 }, "no"],
    ['{ $.a = "400" }', { a: 400 }, "unknown"],
    ['{ $.a = "400" }', { a: 401 }, "no"],
    ["{ $.a = %4[0-9]{2}% }", { a: 404 }, "unknown"],
    ["{ $.a = 9007199254740993 }", { a: 9007199254740992 }, "unknown"],
    ["{ $.a != text }", { a: 5 }, "unknown"],
  ]);
});

describe("filter pattern: selectors", () => {
  table([
    ["{ $.a[1].b = x }", { a: [{}, { b: "x" }] }, "yes"],
    ["{ $.a[2].b = x }", { a: [{}, { b: "x" }] }, "no"],
    ["{ $.['a.b'] = x }", { "a.b": "x" }, "yes"],
    ["{ $.a[*] = x }", { a: ["y", "x"] }, "yes"],
    ["{ $.a[*].b = x }", { a: [{ b: "y" }, { b: "x" }] }, "yes"],
    ["{ $.* = x }", { a: 1, b: "x" }, "yes"],
    ["{ $.a[*] != x }", { a: ["y", "z"] }, "yes"],
    ["{ $.a[*] != x }", { a: ["y", "x"] }, "unknown"],
    ["{ $.a[*].b NOT EXISTS }", { a: [{ b: 1 }, {}] }, "unknown"],
    ["{ $['a'] = x }", { a: "x" }, "unknown"],
    ["{ $.toString NOT EXISTS }", {}, "yes"],
  ]);
});

describe("filter pattern: connectives", () => {
  table([
    ["{ $.a = x || $.a = y && $.b = z }", { a: "x" }, "yes"],
    ["{ ($.a = x || $.a = y) && $.b = z }", { a: "x" }, "no"],
    ["{($.a=x)&&($.b=y)}", { a: "x", b: "y" }, "yes"],
    ['{\n  ($.a = "x") ||\n  ($.b = "y")\n}\n', { b: "y" }, "yes"],
    ["{ $.a = true || $.b = x }", { a: true, b: "x" }, "yes"],
    ["{ $.a = true && $.b = x }", { a: true, b: "y" }, "no"],
  ]);
});

describe("filter pattern: regular expressions", () => {
  const rows: readonly (readonly [expression: string, text: string, expected: Truth])[] = [
    ["Trail", "UpdateTrail", "yes"],
    ["^Trail", "UpdateTrail", "no"],
    ["Trail$", "UpdateTrail", "yes"],
    ["^starting|^initializing|^shutting down", "skipping initializing", "no"],
    ["val.{2}", "value", "yes"],
    ["ab[0-9]*c", "abc", "yes"],
    ["ab+c", "ac", "no"],
    ["colou?r", "color", "yes"],
    ["^a{3,5}$", "aaaaaa", "no"],
    ["\\x28\\d\\x29", "(7)", "yes"],
    ["[^a-c]", "abc", "no"],
    ["10\\.10\\.0\\.1", "10010,051", "no"],
    ["\\W", "a_b", "no"],
    ["[]]", "]", "yes"],
    ["a.c", "a\nc", "unknown"],
    ["\\bword", "word", "unknown"],
  ];
  for (const [expression, text, expected] of rows) {
    it(`%${expression}% on ${JSON.stringify(text)}: ${expected}`, () => {
      assert.equal(truthOf(`{ $.a = %${expression}% }`, { a: text }), expected);
    });
  }

  it("agrees with JavaScript on what both read", () => {
    const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w");
    const item = fc
      .tuple(atom, fc.constantFrom("", "*", "+", "?", "{2}", "{1,2}", "{1,}"))
      .map((parts) => parts.join(""));
    const alternative = fc.tuple(
      fc.constantFrom("", "^"),
      fc.array(item, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", "$"),
    );
    const expression = fc.array(
      alternative.map(([head, items, tail]) => head + items.join("") + tail),
      { minLength: 1, maxLength: 3 },
    );
    const text = fc.string({ unit: fc.constantFrom("a", "b", "1", "-"), maxLength: 8 });
    fc.assert(
      fc.property(expression, text, (alternatives, subject) => {
        const source = alternatives.join("|");
        const expected = new RegExp(source).test(subject) ? "yes" : "no";
        assert.equal(truthOf(`{ $.a = %${source}% }`, { a: subject }), expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("filter pattern: terms", () => {
  const record = { eventName: "StopLogging", errorMessage: 'no "access"', list: [1, 2] };
  const rows: readonly (readonly [pattern: string, expected: Truth])[] = [
    ["", "yes"],
    ['" "', "yes"],
    ["StopLogging", "yes"],
    ['"StopLog"', "yes"],
    ["stoplogging", "no"],
    ["StopLogging -eventName", "no"],
    ["?Missing ?StopLogging", "yes"],
    ["?Missing StopLogging", "yes"],
    ['"eventName: StopLogging"', "no"],
    ['"[1,2]"', "unknown"],
    ["%StopLogging%", "yes"],
    ["%^.+$%", "unknown"],
    ["[w1, w2]", "unknown"],
    ["stop-logging", "unknown"],
  ];
  for (const [pattern, expected] of rows) {
    it(`\`${pattern}\` on a record without its text: ${expected}`, () =>
      assert.equal(truthOf(pattern, record), expected));
  }

  it("an unknown part leaves a missing term open", () => {
    assert.equal(truthOf("StopLogging", { eventName: unknownValue }), "unknown");
    assert.equal(truthOf("-StopLogging", { eventName: unknownValue }), "unknown");
  });
});

describe("filter pattern: space-delimited lines", () => {
  const line = '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';
  const rows: readonly (readonly [pattern: string, text: string, expected: Truth])[] = [
    ["[ip, user, name, time, request = *.html*, status = 4*, bytes > 1000]", line, "yes"],
    ["[..., status = 404 || status = 410, bytes]", line, "yes"],
    ["[ip = 127.*, ...]", line, "yes"],
    ["[ip, user, name, time, request, status != 404, bytes]", line, "no"],
    ['[ip, user, name, time, request = "GET*", status, bytes]', line, "unknown"],
    ["[level = ERROR, rest]", "ERROR one two three", "yes"],
    ["[level, rest = one]", "ERROR one two three", "unknown"],
    ["[level, second, third]", "ERROR", "unknown"],
    ["[code = 404.0]", "404", "unknown"],
  ];
  for (const [pattern, text, expected] of rows) {
    it(`${pattern} on \`${text}\`: ${expected}`, () => assert.equal(truthOf(pattern, text, text), expected));
  }
});

const leafText = fc.constantFrom(
  ...["$.a = x", "$.a != x", '$.b.a = "*y*"', "$.a NOT EXISTS", "$.b IS NULL", "$.a > 1", "$.c[*] = x", "$.c[*] != x"],
  ...["$.* = x", "$.c[0] != y", "$.a = 1", "$.a = %^x%", "$.b.a != 1"],
);
const condition: fc.Arbitrary<string> = fc
  .letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      leafText,
      fc
        .tuple(tie("node"), fc.constantFrom("&&", "||"), tie("node"))
        .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
    ),
  }))
  .node.filter((text) => parseFilterPattern(`{ ${text} }`).kind === "pattern");
const scalar = fc.constantFrom<PropertyValue>("x", "xyz", "1", 1, 2, null, true);
const record = fc.record<Record<string, PropertyValue>>(
  {
    a: fc.oneof(scalar, fc.record<Record<string, PropertyValue>>({ a: scalar })),
    b: fc.oneof(scalar, fc.record<Record<string, PropertyValue>>({ a: scalar })),
    c: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

describe("filter pattern: properties", () => {
  it("a field made unknown leaves the answer as it was or opens it", () => {
    fc.assert(
      fc.property(condition, record, fc.constantFrom("a", "b", "c"), (text, given, name) => {
        const known = truthOf(`{ ${text} }`, given);
        const open = truthOf(`{ ${text} }`, { ...given, ...(name in given ? { [name]: unknownValue } : {}) });
        assert.ok(open === "unknown" || open === known, `${known} became ${open}`);
      }),
      { numRuns: 2000 },
    );
  });

  it("an equation and its negation never both hold", () => {
    const comparison = fc.tuple(
      fc.constantFrom("$.a", "$.b.a", "$.c[0]"),
      fc.constantFrom("x", "1", "*y*", '"1"', "%x%"),
    );
    fc.assert(
      fc.property(comparison, record, ([selector, value], given) => {
        const equal = truthOf(`{ ${selector} = ${value} }`, given);
        const differs = truthOf(`{ ${selector} != ${value} }`, given);
        assert.ok(!(equal === "yes" && differs === "yes"));
        assert.equal(equal === "yes" ? "no" : differs, differs);
      }),
    );
  });

  it("every open answer says why", () => {
    fc.assert(
      fc.property(condition, record, (text, given) => {
        const parsed = parseFilterPattern(`{ ${text} }`);
        assert.ok(parsed.kind === "pattern");
        const answer = matchesFilterPattern(parsed, given);
        assert.equal(answer.reason !== undefined, answer.truth === "unknown");
      }),
    );
  });
});

describe("filter pattern: hostile input", () => {
  const megabyte = "a".repeat(1_000_000);

  it("follows no expression through more steps than it has", () => {
    assert.equal(truthOf("{ $.a = %a*a*a*a*a*a*b% }", { a: megabyte }), "no");
    assert.equal(truthOf(`{ $.a = %${"a*".repeat(300)}b% }`, { a: megabyte }), "unknown");
    assert.equal(truthOf("{ $.a = %a{9999}a{9999}% }", { a: megabyte }), "unknown");
  });

  it("finds a long segment in a long text in linear time", () => {
    assert.equal(truthOf(`{ $.a = "*${"a".repeat(900)}b*" }`, { a: megabyte }), "no");
  });

  it("splits a line of opening marks once", () => {
    assert.equal(truthOf("[w1, w2, ...]", "", '[ " '.repeat(250_000)), "yes");
  });

  it("does not follow a record deeper than it can", () => {
    let nested: PropertyValue = "x";
    for (let depth = 0; depth < 100_000; depth++) nested = { a: nested };
    assert.equal(truthOf("StopLogging", nested), "unknown");
    assert.equal(truthOf("{ $.a.a = x }", nested), "no");
  });
});
