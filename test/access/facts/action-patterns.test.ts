import assert from "node:assert/strict";
import {
  actionsIn,
  addMatchingActions,
  expandActionFacts,
  expandInTurn,
  expandActions,
  noActions,
} from "../../../lib/access/facts/actions";
import { listedActions } from "../../../lib/access/facts/service-facts";
import { compileWildcard, wildcardMatches } from "../../../lib/access/wildcards";

const all = expandActions("*");

function matchedBySet(...patterns: readonly string[]): readonly string[] {
  const found = noActions();
  for (const pattern of patterns) addMatchingActions(pattern, found);
  return actionsIn(found).map(({ name }) => name);
}

function matchedOneByOne(...patterns: readonly string[]): readonly string[] {
  const compiled = patterns.map((pattern) => compileWildcard(pattern.toLowerCase()));
  return all.filter((name) => compiled.some((pattern) => wildcardMatches(pattern, name.toLowerCase())));
}

const patterns = [
  "*",
  "**",
  "*:*",
  "?*",
  "*?",
  "",
  ":",
  "*:",
  "*:*:*",
  "s3:*",
  "S3:GetObject",
  "s3:Get*",
  "s3:?et*",
  "s?:*",
  "s?",
  "*:get*",
  "*:*e",
  "*:*tags*",
  "*role",
  "*r?le*",
  "iam*",
  "iam?createrole",
  "iam:create???e",
  "*ec2*:*instances",
  "*:*?*?*?*?z*",
  "no:Such*",
  "*:é*",
  "*%*",
  "*:\uffff*",
  "s3:\uffff",
  "ec2:*s",
  "ec2:d?s*-*",
  "*:*2*",
  "*-*:*",
  `*${"?".repeat(200)}`,
];

describe("patterns of actions", () => {
  for (const pattern of patterns) {
    it(`\`${pattern.slice(0, 30)}\` covers what it matches one by one`, () => {
      assert.deepEqual(matchedBySet(pattern), matchedOneByOne(pattern));
    });
  }

  it("cover the same once many have been asked about", () => {
    for (const letter of "abcdefghijklmnopqrstuvwxyz") matchedBySet(`*:*${letter}?`, `ec2:*${letter}?`);
    for (const pattern of patterns) assert.deepEqual(matchedBySet(pattern), matchedOneByOne(pattern), pattern);
  });

  it("cover together what any of them covers", () => {
    const several = ["*:*tag*", "s3:*", "*:*e", "iam:PassRole", "*:*tags*"];
    assert.deepEqual(matchedBySet(...several), matchedOneByOne(...several));
  });

  it("expand to nothing without a colon, but for `*`", () => {
    assert.deepEqual(expandActions("iam*"), []);
    assert.equal(expandActions("*").length, listedActions());
  });

  it("expand in turn: what an earlier one covers is not told again", () => {
    const given = ["s3:GetObject", "s3:Get*", "*:GetObject", "iam*", "s3:Get*"];
    const [first, second, third, ...rest] = expandInTurn(given).map((found) => found.map(({ name }) => name));
    assert.deepEqual(first, ["s3:GetObject"]);
    assert.deepEqual(
      second,
      expandActions("s3:Get*").filter((name) => name !== "s3:GetObject"),
    );
    assert.deepEqual(
      third,
      expandActions("*:GetObject").filter((name) => name !== "s3:GetObject"),
    );
    assert.deepEqual(rest, [[], []]);
  });

  it("number the actions in the order of the list", () => {
    const numbers = expandActionFacts("*").map(({ number }) => number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index),
    );
  });

  it("leave over what a set has not", () => {
    const found = noActions();
    addMatchingActions("s3:*", found);
    const rest = actionsIn(found.complement()).map(({ name }) => name);
    assert.deepEqual(
      rest,
      all.filter((name) => !name.startsWith("s3:")),
    );
    assert.equal(found.isFull(), false);
    for (const { number } of actionsIn(found.complement())) found.add(number);
    assert.equal(found.isFull(), true);
  });
});
