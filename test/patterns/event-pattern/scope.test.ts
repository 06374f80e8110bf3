import assert from "node:assert/strict";
import { unknownValue, type PropertyValue } from "../../../lib/core/properties";
import { parseEventPattern } from "../../../lib/patterns/event-pattern/parse";
import { deadFor, pathsOf, type EventScope } from "../../../lib/patterns/event-pattern/scope";

const vocabulary = [
  { path: "source", texts: ["aws.cloudtrail", "aws.iam"] },
  { path: "detail-type", texts: ["AWS API Call via CloudTrail"] },
  { path: "resources", texts: [] },
];

function scopeOf(pattern: PropertyValue): EventScope {
  const parsed = parseEventPattern(pattern);
  assert.ok(parsed.kind === "pattern");
  return deadFor(parsed, vocabulary);
}

describe("event pattern: dead for a vocabulary", () => {
  const rows: readonly (readonly [name: string, pattern: PropertyValue, expected: EventScope])[] = [
    ["words that occur", { source: ["aws.iam"], detail: { any: ["x"] } }, { truth: "no", dead: [] }],
    [
      "a misspelt word",
      { "detail-type": ["AWS API call via CloudTrail"] },
      {
        truth: "yes",
        dead: [{ path: "detail-type", wanted: ["AWS API call via CloudTrail"], meant: "AWS API Call via CloudTrail" }],
      },
    ],
    ["a word far from all", { source: ["x"] }, { truth: "yes", dead: [{ path: "source", wanted: ["x"] }] }],
    [
      "a field that is always empty",
      { resources: [{ prefix: "arn:" }] },
      { truth: "yes", dead: [{ path: "resources", wanted: ["arn:"] }] },
    ],
    ["absence of a field that is always empty", { resources: [{ exists: false }] }, { truth: "no", dead: [] }],
    [
      "one living alternative",
      { $or: [{ source: ["x"] }, { source: ["aws.iam"] }] },
      { truth: "no", dead: [{ path: "source", wanted: ["x"] }] },
    ],
    ["an unknown word", { source: [unknownValue] }, { truth: "unknown", dead: [] }],
    ["an unknown part elsewhere", { source: ["aws.iam"], detail: unknownValue }, { truth: "unknown", dead: [] }],
    [
      "a dead field beside an unknown part",
      { source: ["x"], detail: unknownValue },
      { truth: "yes", dead: [{ path: "source", wanted: ["x"] }] },
    ],
  ];
  for (const [name, pattern, expected] of rows) it(name, () => assert.deepEqual(scopeOf(pattern), expected));

  it("lists the paths a pattern looks at", () => {
    const parsed = parseEventPattern({ source: ["x"], detail: { $or: [{ b: ["x"] }, { a: ["x"] }] } });
    assert.ok(parsed.kind === "pattern");
    assert.deepEqual(pathsOf(parsed), ["detail.a", "detail.b", "source"]);
  });
});
