import assert from "node:assert/strict";
import fc from "fast-check";
import type { PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import { parsePolicy } from "../../lib/access/parse";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

describe("reading a policy document", () => {
  it("reads text and object alike", () => {
    const value = { Version: "2012-10-17", Id: "x", Statement: [statement] };
    const { positionOf: _text, ...fromText } = parsePolicy(JSON.stringify(value));
    const { positionOf: _object, ...fromObject } = parsePolicy(value);
    assert.deepEqual(fromText, fromObject);
    assert.deepEqual(fromText.problems, []);
  });

  it("keeps the place of each value", () => {
    const [read] = parsePolicy({ Statement: [{ Effect: "Allow", Action: ["a:B", "a:C"], Resource: "*" }] }).statements;
    assert.deepEqual(
      read?.actions?.map((action) => action.path),
      ["Statement[0].Action[0]", "Statement[0].Action[1]"],
    );
    assert.equal(read.resources?.[0]?.path, "Statement[0].Resource");
  });

  it("takes one statement without a list", () => {
    const document = parsePolicy({ Statement: statement });
    assert.equal(document.singleStatement, true);
    assert.equal(document.statements[0]?.actions?.[0]?.path, "Statement.Action");
  });

  it("types its principals", () => {
    const Principal = { AWS: ["*", "111122223333"], Service: "s.amazonaws.com", Federated: "x", CanonicalUser: "79a" };
    const [read] = parsePolicy({ Statement: { ...statement, Principal } }).statements;
    assert.deepEqual(
      read?.principals?.map((principal) => principal.kind),
      ["star", "aws", "service", "federated", "canonicalUser"],
    );
  });

  it("takes operators apart", () => {
    const Condition = { "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a", 1, true] } };
    const [read] = parsePolicy({ Statement: { ...statement, Condition } }).statements;
    assert.deepEqual(read?.conditions, [
      {
        operator: "ForAnyValue:StringLikeIfExists",
        comparison: "StringLike",
        qualifier: "ForAnyValue",
        ifExists: true,
        key: "aws:TagKeys",
        values: [
          { value: "a", path: "Statement.Condition.ForAnyValue:StringLikeIfExists.aws:TagKeys[0]" },
          { value: "1", path: "Statement.Condition.ForAnyValue:StringLikeIfExists.aws:TagKeys[1]" },
          { value: "true", path: "Statement.Condition.ForAnyValue:StringLikeIfExists.aws:TagKeys[2]" },
        ],
        path: "Statement.Condition.ForAnyValue:StringLikeIfExists.aws:TagKeys",
        unknown: false,
      },
    ]);
  });

  it("counts characters as AWS does, without whitespace", () => {
    const value = { Version: "2012-10-17", Statement: [statement, { Action: [] }] };
    assert.equal(parsePolicy(JSON.stringify(value, null, 4)).size, JSON.stringify(value).length);
    assert.equal(parsePolicy(value).size, JSON.stringify(value).length);
  });
});

describe("parts that are not known yet", () => {
  const cases: readonly (readonly [name: string, value: PropertyValue, parts: readonly string[]])[] = [
    ["the document", unknownValue, [""]],
    ["the statements", { Statement: unknownValue }, ["Statement"]],
    ["one statement", { Statement: [statement, unknownValue] }, ["Statement[1]"]],
    ["an effect", { Statement: { ...statement, Effect: unknownValue } }, ["Statement.Effect"]],
    ["one resource", { Statement: [{ ...statement, Resource: ["*", unknownValue] }] }, ["Statement[0].Resource[1]"]],
    ["all principals", { Statement: { ...statement, Principal: unknownValue } }, ["Statement.Principal"]],
    ["one principal", { Statement: { ...statement, Principal: { AWS: unknownValue } } }, ["Statement.Principal.AWS"]],
    ["the conditions", { Statement: { ...statement, Condition: unknownValue } }, ["Statement.Condition"]],
    [
      "a condition's values",
      { Statement: { ...statement, Condition: { Bool: { k: unknownValue } } } },
      ["Statement.Condition.Bool.k"],
    ],
    ["the version", { Version: unknownValue, Statement: statement }, ["Version"]],
  ];
  for (const [name, value, parts] of cases) {
    it(name, () => {
      const document = parsePolicy(value);
      assert.deepEqual(document.unknownParts, parts);
      assert.deepEqual(document.problems, []);
    });
  }
});

describe("what cannot be read", () => {
  type Case = readonly [name: string, value: PropertyValue, code: string, place: string, message: string, fix?: string];
  const cases: readonly Case[] = [
    ["nothing", "", "invalidJson", "1:1", "the document is empty"],
    [
      "a trailing comma",
      '{\n  "Version": "2012-10-17",\n}',
      "invalidJson",
      "3:1",
      "there is a comma before the closing `}`",
      "remove the comma",
    ],
    ["a missing comma", '{"a": 1 "b": 2}', "invalidJson", "1:9", '`,` or `}` is expected, not `"`'],
    ["single quotes", "{'a': 1}", "invalidJson", "1:2", "a name in double quotes is expected, not `'`"],
    ["a text that stops", '{"a": [1', "invalidJson", "1:9", "the text ends where `]` is expected", "add `]`"],
    [
      "an open string",
      '{"a": "b',
      "invalidJson",
      "1:7",
      "a string is opened here and never closed",
      'add the closing `"`',
    ],
    ["a bad escape", '{"a": "\\d"}', "invalidJson", "1:8", "`\\d` is no escape of JSON", "write a backslash as `\\\\`"],
    ["a comment", '{"a": // b\n1}', "invalidJson", "1:7", "JSON has no comments", "remove the comment"],
    ["more after the end", "{} {}", "invalidJson", "1:4", "there is more text after the document's end: `{`"],
    [
      "encoded twice",
      '"{}"',
      "encodedTwice",
      "1:1",
      "the document is a JSON string that holds JSON: it was encoded twice",
      "call `JSON.stringify` once",
    ],
    ["a list", [], "wrongType", "", "a policy document is an object, not a list"],
    ["null", null, "wrongType", "", "a policy document is an object, not null"],
    ["nesting without end", "[".repeat(100_000), "invalidJson", "1:66", "values are nested more than 64 levels deep"],
    [
      "a repeated element",
      '{"Statement": [],\n "Statement": []}',
      "repeatedElement",
      "2:2",
      "`Statement` is written twice in one object: only the later one counts",
      "put both values in one list, or both rules in two statements",
    ],
    [
      "a misspelt element",
      { Statement: { ...statement, Resources: "*" } },
      "unknownElement",
      "",
      "`Resources` is no element of a policy",
      "write `Resource`",
    ],
    [
      "an element in lower case",
      { statement },
      "elementCase",
      "",
      "`statement` is not how AWS writes this element",
      "write `Statement`",
    ],
    [
      "an effect in lower case",
      { Statement: { ...statement, Effect: "allow" } },
      "invalidEffect",
      "",
      "`allow` is no effect: AWS knows `Allow` and `Deny`, spelled so",
      "write `Allow`",
    ],
    [
      "a number for an action",
      { Statement: { ...statement, Action: 1 } },
      "wrongType",
      "",
      "a string is expected, not a number",
    ],
    ["a statement that is text", { Statement: ["x"] }, "wrongType", "", "a statement is an object, not a string"],
    [
      "a condition that is a list",
      { Statement: { ...statement, Condition: [] } },
      "wrongType",
      "",
      "a condition is an object of operators, not a list",
    ],
    [
      "an unknown principal type",
      { Statement: { ...statement, Principal: { Services: "x" } } },
      "unknownElement",
      "",
      "`Services` is no element of a policy",
      "write `Service`",
    ],
  ];
  for (const [name, value, code, place, message, fix] of cases) {
    it(name, () => {
      const [problem, ...rest] = parsePolicy(value).problems;
      assert.deepEqual(rest, []);
      const position = problem?.position === undefined ? "" : `${problem.position.line}:${problem.position.column}`;
      assert.deepEqual([problem?.code, position, problem?.message, problem?.fix], [code, place, message, fix]);
    });
  }
});

const anyProperty: fc.Arbitrary<PropertyValue> = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<PropertyValue>(null, true, 7, "*", "Allow", "s3:*", unknownValue, "arn:aws:iam::111122223333:root"),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "Statement",
        "Version",
        "Effect",
        "Action",
        "Resource",
        "Principal",
        "Condition",
        "Sid",
        "AWS",
        "Bool",
        "x",
      ),
      tie("value"),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

describe("whatever it is given", () => {
  it("never throws on objects", () => {
    fc.assert(fc.property(anyProperty, (value) => Array.isArray(parsePolicy(value).statements)));
  });

  it("never throws on text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\u0aS* \n')) }), (text) =>
        Array.isArray(parsePolicy(text).statements),
      ),
    );
  });

  it("reads JSON as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wrapped = { Statement: [{ Condition: { StringEquals: { k: JSON.stringify(value) } } }] };
        const [condition] = parsePolicy(JSON.stringify(wrapped)).statements[0]?.conditions ?? [];
        assert.equal(condition?.values[0]?.value, JSON.stringify(value));
      }),
    );
  });

  it("takes a megabyte in stride", () => {
    const text = JSON.stringify({ Statement: Array.from({ length: 12_000 }, () => statement) });
    assert.equal(parsePolicy(text).statements.length, 12_000);
  });
});
