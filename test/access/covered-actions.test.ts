import assert from "node:assert/strict";
import { allowsEverything, couldAllow } from "../../lib/access/ask";
import { type Statement } from "../../lib/access/document";
import { coversAction } from "../../lib/access/evaluate";
import { parsePolicy } from "../../lib/access/parse";
import { type PropertyMap, type PropertyValue, unknownValue } from "../../lib/core/properties";

/** Long enough for the list to be taken as a whole. */
const others = Array.from({ length: 20 }, (_, index) => `sqs:*Message${index}*`);

function statementOf(parts: PropertyMap): Statement {
  const [statement] = parsePolicy({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Resource: "*", ...parts }],
  }).statements;
  if (statement === undefined) throw new Error("no statement");
  return statement;
}

const cases: readonly { name: string; parts: PropertyMap; answers: Readonly<Record<string, string>> }[] = [
  {
    name: "Action",
    parts: { Action: [...others, "*:get*", "s3:putobject"] },
    answers: { "s3:GetObject": "yes", "s3:PutObject": "yes", "s3:DeleteObject": "no", "new:GetThing": "yes" },
  },
  {
    name: "Action with one that is not known yet",
    parts: { Action: [...others, "*:get*", unknownValue] },
    answers: { "s3:GetObject": "yes", "s3:PutObject": "unknown", "new:PutThing": "unknown" },
  },
  {
    name: "NotAction",
    parts: { NotAction: [...others, "*:get*", "iam*"] },
    answers: { "s3:GetObject": "no", "s3:PutObject": "yes", "iam:CreateRole": "no", "new:GetThing": "no" },
  },
  {
    name: "NotAction with one that is not known yet",
    parts: { NotAction: [...others, "*:get*", unknownValue] },
    answers: { "s3:GetObject": "no", "s3:PutObject": "unknown", "new:PutThing": "unknown" },
  },
];

describe("long lists of actions", () => {
  for (const { name, parts, answers } of cases) {
    for (const [action, answer] of Object.entries(answers)) {
      it(`${name}: ${action}, ${answer}`, () => {
        const statement = statementOf(parts);
        assert.equal(coversAction(statement, action), answer);
        const document = parsePolicy({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Resource: "*", ...parts }],
        });
        assert.equal(couldAllow({ identity: [{ name: "it", document }] }, action).truth, answer);
      });
    }
  }
});

function administrator(...statements: readonly PropertyValue[]): string {
  const document = parsePolicy({ Version: "2012-10-17", Statement: statements });
  return allowsEverything({ identity: [{ name: "it", document }] }).truth;
}

function allow(parts: PropertyMap): PropertyMap {
  return { Effect: "Allow", Resource: "*", ...parts };
}

describe("administrators by NotAction", () => {
  const gap = [...others, "s3:*"];
  it("are none with a gap", () => {
    assert.equal(administrator(allow({ NotAction: gap })), "no");
  });
  it("are some where another statement fills the gap", () => {
    assert.equal(administrator(allow({ NotAction: gap }), allow({ Action: ["sqs:*", "s3:*"] })), "yes");
    assert.equal(administrator(allow({ NotAction: gap }), allow({ NotAction: ["ec2:*"] })), "yes");
  });
  it("are none where the gap is filled under a condition", () => {
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    assert.equal(administrator(allow({ NotAction: gap }), allow({ Action: ["sqs:*", "s3:*"], Condition })), "no");
  });
  it("may be some where what fills the gap is not known yet", () => {
    assert.equal(administrator(allow({ NotAction: gap }), allow({ Action: [unknownValue] })), "unknown");
    assert.equal(administrator(allow({ NotAction: [unknownValue] })), "unknown");
  });
});
