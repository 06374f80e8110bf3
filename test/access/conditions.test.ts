import assert from "node:assert/strict";
import type { PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { Truth } from "../../lib/core/truth";
import { conditionsHold } from "../../lib/access/conditions";
import type { WrittenContext } from "../../lib/access/context";
import { absentKey, requestContext, undeterminedKey } from "../../lib/access/context";
import { parsePolicy } from "../../lib/access/parse";

type Case = readonly [name: string, condition: PropertyValue, context: WrittenContext, holds: Truth];

function holds(condition: PropertyValue, context: WrittenContext, version: string): Truth {
  const document = parsePolicy({ Version: version, Statement: { Effect: "Allow", Action: "*", Condition: condition } });
  const [statement] = document.statements;
  return conditionsHold(statement?.conditions ?? [], requestContext(context, absentKey), version === "2012-10-17");
}

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [name, condition, context, expected] of cases) {
      it(name, () => assert.equal(holds(condition, context, "2012-10-17"), expected));
    }
  });
}

const org = { "aws:PrincipalOrgID": "o-1" };
const tags = { "aws:TagKeys": ["team", "cost"] };

table("string operators", [
  ["equal text", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }, org, "yes"],
  ["other text", { StringEquals: { "aws:PrincipalOrgID": "o-2" } }, org, "no"],
  ["one of several values suffices", { StringEquals: { "aws:PrincipalOrgID": ["o-2", "o-1"] } }, org, "yes"],
  ["key names ignore case", { StringEquals: { "AWS:principalORGid": "o-1" } }, org, "yes"],
  ["values do not ignore case", { StringEquals: { "aws:PrincipalOrgID": "O-1" } }, org, "no"],
  ["unless the operator does", { StringEqualsIgnoreCase: { "aws:PrincipalOrgID": "O-1" } }, org, "yes"],
  ["not equal, ignoring case", { StringNotEqualsIgnoreCase: { "aws:PrincipalOrgID": "O-1" } }, org, "no"],
  ["an asterisk is text to StringEquals", { StringEquals: { "aws:PrincipalOrgID": "o-*" } }, org, "no"],
  ["and a wildcard to StringLike", { StringLike: { "aws:PrincipalOrgID": "o-*" } }, org, "yes"],
  ["a question mark is one character", { StringLike: { "aws:PrincipalOrgID": "o-?" } }, org, "yes"],
  ["and not two", { StringLike: { "aws:PrincipalOrgID": "o?-?" } }, org, "no"],
  ["not equal to all of the list", { StringNotEquals: { "aws:PrincipalOrgID": ["o-2", "o-3"] } }, org, "yes"],
  ["equal to one of the list", { StringNotEquals: { "aws:PrincipalOrgID": ["o-2", "o-1"] } }, org, "no"],
  ["not like", { StringNotLike: { "aws:PrincipalOrgID": "o-*" } }, org, "no"],
  ["an escaped asterisk is itself", { StringLike: { k: "a${*}" } }, { k: "ab" }, "no"],
  ["and matches itself", { StringLike: { k: "a${*}" } }, { k: "a*" }, "yes"],
  ["two keys must both hold", { StringEquals: { a: "1", b: "2" } }, { a: "1", b: "3" }, "no"],
  ["two operators must both hold", { StringEquals: { a: "1" }, Bool: { b: "true" } }, { a: "1", b: "true" }, "yes"],
]);

table("absent keys", [
  ["a positive comparison does not hold", { StringEquals: { k: "v" } }, {}, "no"],
  ["a negated one holds", { StringNotEquals: { k: "v" } }, {}, "yes"],
  ["IfExists holds", { StringEqualsIfExists: { k: "v" } }, {}, "yes"],
  ["IfExists compares what is there", { StringEqualsIfExists: { k: "v" } }, { k: "w" }, "no"],
  ["StringLike of anything needs a key", { StringLike: { k: "*" } }, {}, "no"],
  ["NotIpAddress holds", { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, {}, "yes"],
  ["Bool false does not hold", { Bool: { "aws:MultiFactorAuthPresent": "false" } }, {}, "no"],
  ["BoolIfExists false holds", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }, {}, "yes"],
  ["Null true asks for absence", { Null: { "aws:TokenIssueTime": "true" } }, {}, "yes"],
  ["Null false asks for presence", { Null: { "aws:TokenIssueTime": "false" } }, {}, "no"],
  ["Null true against a present key", { Null: { k: "true" } }, { k: "v" }, "no"],
  ["Null false against a present key", { Null: { k: false } }, { k: "v" }, "yes"],
  ["ArnNotLike holds", { ArnNotLike: { "aws:SourceArn": "arn:aws:s3:::a" } }, {}, "yes"],
  ["NumericLessThan does not hold", { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }, {}, "no"],
  ["NumericLessThanIfExists holds", { NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } }, {}, "yes"],
]);

table("several values under a key", [
  [
    "ForAllValues: each is listed",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost", "x"] } },
    tags,
    "yes",
  ],
  ["ForAllValues: one is not listed", { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }, tags, "no"],
  ["ForAllValues holds for an absent key", { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }, {}, "yes"],
  [
    "ForAllValues holds for no values",
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } },
    { "aws:TagKeys": [] },
    "yes",
  ],
  ["ForAnyValue: one is listed", { "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } }, tags, "yes"],
  ["ForAnyValue: none is listed", { "ForAnyValue:StringEquals": { "aws:TagKeys": ["x"] } }, tags, "no"],
  [
    "ForAnyValue does not hold for an absent key",
    { "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } },
    {},
    "no",
  ],
  ["ForAnyValue negated on an absent key", { "ForAnyValue:StringNotEquals": { "aws:TagKeys": "x" } }, {}, "no"],
  [
    "ForAnyValue negated: one is none of the list",
    { "ForAnyValue:StringNotEquals": { "aws:TagKeys": "team" } },
    tags,
    "yes",
  ],
  ["ForAllValues negated: none is listed", { "ForAllValues:StringNotEquals": { "aws:TagKeys": ["x"] } }, tags, "yes"],
  ["ForAllValues negated: one is listed", { "ForAllValues:StringNotLike": { "aws:TagKeys": ["te*"] } }, tags, "no"],
  ["a qualifier's case does not count", { "foranyvalue:StringLike": { "aws:TagKeys": "te*" } }, tags, "yes"],
  [
    "ForAnyValue with IfExists on an absent key",
    { "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "x" } },
    {},
    "yes",
  ],
]);

table("numbers, dates, booleans, bytes", [
  ["numbers compare as numbers", { NumericEquals: { "s3:max-keys": "10.0" } }, { "s3:max-keys": "10" }, "yes"],
  ["a number may be written bare", { NumericLessThanEquals: { "s3:max-keys": 10 } }, { "s3:max-keys": "10" }, "yes"],
  ["less than", { NumericLessThan: { k: "10" } }, { k: "10" }, "no"],
  ["greater than", { NumericGreaterThan: { k: "9" } }, { k: "10" }, "yes"],
  ["greater or equal", { NumericGreaterThanEquals: { k: "11" } }, { k: "10" }, "no"],
  ["not equal", { NumericNotEquals: { k: "11" } }, { k: "10" }, "yes"],
  ["text is no number", { NumericEquals: { k: "ten" } }, { k: "10" }, "no"],
  ["dates compare as times", { DateLessThan: { k: "2026-01-01T00:00:00Z" } }, { k: "2025-12-31T23:59:59Z" }, "yes"],
  ["seconds since 1970 are a date", { DateGreaterThan: { k: "1767225600" } }, { k: "2026-01-01T00:00:01Z" }, "yes"],
  ["a day is a date", { DateGreaterThanEquals: { k: "2026-01-01" } }, { k: "2026-01-01T00:00:00Z" }, "yes"],
  [
    "same moment in another zone",
    { DateEquals: { k: "2026-01-01T01:00:00+01:00" } },
    { k: "2026-01-01T00:00:00Z" },
    "yes",
  ],
  ["different dates", { DateNotEquals: { k: "2026-01-01" } }, { k: "2026-01-02" }, "yes"],
  [
    "a boolean may be written bare",
    { Bool: { "aws:SecureTransport": false } },
    { "aws:SecureTransport": "false" },
    "yes",
  ],
  ["booleans ignore case", { Bool: { "aws:SecureTransport": "True" } }, { "aws:SecureTransport": "true" }, "yes"],
  ["bytes in base64", { BinaryEquals: { k: "QmluYXJ5" } }, { k: "QmluYXJ5" }, "yes"],
  ["other bytes", { BinaryEquals: { k: "QmluYXJ5" } }, { k: "qmluYXJ5" }, "no"],
]);

table("addresses", [
  ["in a block", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": "203.0.113.9" }, "yes"],
  ["outside of a block", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": "203.0.114.9" }, "no"],
  ["one address", { IpAddress: { "aws:SourceIp": "203.0.113.9" } }, { "aws:SourceIp": "203.0.113.9" }, "yes"],
  ["an odd block", { IpAddress: { k: "203.0.113.128/25" } }, { k: "203.0.113.127" }, "no"],
  ["not in a block", { NotIpAddress: { k: ["10.0.0.0/8", "203.0.113.0/24"] } }, { k: "203.0.113.9" }, "no"],
  ["version six", { IpAddress: { k: "2001:db8:1234::/48" } }, { k: "2001:db8:1234:5::1" }, "yes"],
  ["version six, outside", { IpAddress: { k: "2001:db8:1234::/48" } }, { k: "2001:db8:1235::1" }, "no"],
  ["versions do not mix", { IpAddress: { k: "0.0.0.0/0" } }, { k: "2001:db8::1" }, "no"],
  ["no address at all", { IpAddress: { k: "0.0.0.0/0" } }, { k: "cloudformation.amazonaws.com" }, "no"],
]);

const trail = { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" };

table("ARNs", [
  ["equal", { ArnEquals: { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" } }, trail, "yes"],
  [
    "ArnEquals takes wildcards",
    { ArnEquals: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } },
    trail,
    "yes",
  ],
  ["each segment by itself", { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:trail/*:x" } }, trail, "no"],
  [
    "a wildcard stays in its segment",
    { ArnLike: { "aws:SourceArn": "arn:aws:*:111122223333:trail/main:y" } },
    trail,
    "no",
  ],
  ["another account", { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:444455556666:*" } }, trail, "no"],
  ["not like", { ArnNotLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:444455556666:*" } }, trail, "yes"],
  [
    "the last segment holds colons",
    { ArnLike: { k: "arn:aws:logs:*:*:log-group:a:*" } },
    { k: "arn:aws:logs:r:1:log-group:a:b:c" },
    "yes",
  ],
  ["no ARN", { ArnLike: { k: "arn:aws:s3:::*" } }, { k: "text" }, "no"],
  ["a pattern that is no ARN", { ArnLike: { "aws:SourceArn": "*" } }, trail, "unknown"],
  ["StringLike may run across segments", { StringLike: { "aws:SourceArn": "arn:aws:*:trail/main" } }, trail, "yes"],
]);

const bob = { "aws:username": "bob", "aws:PrincipalTag/team": "red" };

table("policy variables", [
  [
    "a variable takes the request's value",
    { StringEquals: { "s3:prefix": "home/${aws:username}" } },
    { ...bob, "s3:prefix": "home/bob" },
    "yes",
  ],
  ["its name ignores case", { StringEquals: { k: "${AWS:UserName}" } }, { ...bob, k: "bob" }, "yes"],
  ["another value", { StringLike: { k: "${aws:username}/*" } }, { ...bob, k: "alice/x" }, "no"],
  ["wildcards around it", { StringLike: { k: "${aws:username}/*" } }, { ...bob, k: "bob/x" }, "yes"],
  [
    "a wildcard in the value is text",
    { StringLike: { k: "${aws:username}" } },
    { "aws:username": "*", k: "bob" },
    "no",
  ],
  ["a default", { StringEquals: { k: "${aws:PrincipalTag/unit, 'none'}" } }, { ...bob, k: "none" }, "yes"],
  ["no value and no default", { StringEquals: { k: "${aws:PrincipalTag/unit}" } }, { ...bob, k: "" }, "no"],
  [
    "negated, without a value, is left open",
    { StringNotEquals: { k: "${aws:PrincipalTag/unit}" } },
    { ...bob, k: "x" },
    "unknown",
  ],
  [
    "in an ARN",
    { ArnLike: { k: "arn:aws:iam::1:user/${aws:username}" } },
    { ...bob, k: "arn:aws:iam::1:user/bob" },
    "yes",
  ],
  [
    "tags compared with tags",
    { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
    { ...bob, "aws:ResourceTag/team": "red" },
    "yes",
  ],
  [
    "a value that is not known yet",
    { StringEquals: { k: "${aws:username}" } },
    { "aws:username": unknownValue, k: "bob" },
    "unknown",
  ],
  [
    "which cannot match all the same",
    { StringLike: { k: "home/${aws:username}" } },
    { "aws:username": unknownValue, k: "away/bob" },
    "no",
  ],
]);

table("values not known yet", [
  ["of the request", { StringEquals: { k: "v" } }, { k: unknownValue }, "unknown"],
  ["of the document", { StringEquals: { k: unknownValue } }, { k: "v" }, "unknown"],
  ["one of the list already matches", { StringEquals: { k: [unknownValue, "v"] } }, { k: "v" }, "yes"],
  ["StringLike of anything", { StringLike: { k: "*" } }, { k: unknownValue }, "yes"],
  ["a key that may be there", { StringEquals: { k: "v" } }, { k: undeterminedKey }, "unknown"],
  ["IfExists of anything holds either way", { StringLikeIfExists: { k: "*" } }, { k: undeterminedKey }, "yes"],
  ["Null of a key that may be there", { Null: { k: "true" } }, { k: undeterminedKey }, "unknown"],
  ["the whole condition", unknownValue, {}, "unknown"],
  ["one operator's keys", { StringEquals: unknownValue }, {}, "unknown"],
  ["beside one that fails", { StringEquals: { a: unknownValue, b: "x" } }, { a: "1", b: "y" }, "no"],
  ["an operator AWS does not know", { StringMatches: { k: "v" } }, { k: "v" }, "unknown"],
]);

describe("documents of the older version", () => {
  it("takes variables as text", () => {
    assert.equal(holds({ StringEquals: { k: "${aws:username}" } }, { ...bob, k: "bob" }, "2008-10-17"), "no");
    assert.equal(
      holds({ StringEquals: { k: "${aws:username}" } }, { ...bob, k: "${aws:username}" }, "2008-10-17"),
      "yes",
    );
  });
});
