import assert from "node:assert/strict";
import type { PropertyMap, PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { Truth } from "../../lib/core/truth";
import { accessByService, allowedActions, allowsEverything, allowsUnconfined, couldAllow } from "../../lib/access/ask";
import type { NamedDocument } from "../../lib/access/document";
import type { PrincipalPolicies } from "../../lib/access/grants";
import { parsePolicy } from "../../lib/access/parse";

function policy(...Statement: PropertyValue[]): NamedDocument {
  return { name: "policy", document: parsePolicy({ Version: "2012-10-17", Statement }) };
}

const allow = (Action: PropertyValue, Resource: PropertyValue = "*", more: PropertyMap = {}): PropertyMap => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: PropertyValue, Resource: PropertyValue = "*", more: PropertyMap = {}): PropertyMap => ({
  Effect: "Deny",
  Action,
  Resource,
  ...more,
});
const of = (...statements: PropertyValue[]): PrincipalPolicies => ({ identity: [policy(...statements)] });
const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
const bucket = "arn:aws:s3:::reports/*";

describe("whether an action can be allowed", () => {
  type Case = readonly [
    name: string,
    policies: PrincipalPolicies,
    action: string,
    resource: string | undefined,
    could: Truth,
    unconfined: Truth,
  ];
  const cases: readonly Case[] = [
    ["on everything", of(allow("s3:*")), "s3:GetObject", undefined, "yes", "yes"],
    ["another service", of(allow("ec2:*")), "s3:GetObject", undefined, "no", "no"],
    ["on one bucket", of(allow("s3:*", bucket)), "s3:GetObject", undefined, "yes", "no"],
    ["on this bucket", of(allow("s3:*", bucket)), "s3:GetObject", "arn:aws:s3:::reports/a", "yes", "no"],
    ["on another bucket", of(allow("s3:*", bucket)), "s3:GetObject", "arn:aws:s3:::other/a", "no", "no"],
    ["under a condition", of(allow("s3:*", "*", mfa)), "s3:GetObject", undefined, "yes", "no"],
    ["denied", of(allow("s3:*"), deny("s3:Get*")), "s3:GetObject", undefined, "no", "no"],
    [
      "denied on this bucket",
      of(allow("s3:*"), deny("s3:*", bucket)),
      "s3:GetObject",
      "arn:aws:s3:::reports/a",
      "no",
      "yes",
    ],
    [
      "denied elsewhere",
      of(allow("s3:*", bucket), deny("s3:*", "arn:aws:s3:::other/*")),
      "s3:GetObject",
      undefined,
      "yes",
      "no",
    ],
    [
      "denied on the only bucket",
      of(allow("s3:*", bucket), deny("s3:*", bucket)),
      "s3:GetObject",
      undefined,
      "no",
      "no",
    ],
    ["denied under a condition", of(allow("s3:*"), deny("s3:*", "*", mfa)), "s3:GetObject", undefined, "yes", "yes"],
    [
      "denied by NotAction",
      of(allow("*"), { Effect: "Deny", NotAction: "ec2:*", Resource: "*" }),
      "s3:GetObject",
      undefined,
      "no",
      "no",
    ],
    [
      "denied by NotResource",
      of(allow("s3:*", "arn:aws:s3:::x/*"), { Effect: "Deny", Action: "*", NotResource: bucket }),
      "s3:GetObject",
      undefined,
      "no",
      "no",
    ],
    [
      "by NotAction",
      of({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
      "s3:GetObject",
      undefined,
      "yes",
      "yes",
    ],
    [
      "left out by NotAction",
      of({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
      "iam:CreateUser",
      undefined,
      "no",
      "no",
    ],
    [
      "within a boundary",
      { ...of(allow("*")), boundary: policy(allow("s3:*", bucket)) },
      "s3:GetObject",
      undefined,
      "yes",
      "no",
    ],
    [
      "outside of a boundary",
      { ...of(allow("*")), boundary: policy(allow("s3:*", bucket)) },
      "ec2:RunInstances",
      undefined,
      "no",
      "no",
    ],
    [
      "under a service control policy",
      { ...of(allow("*")), serviceControl: [[policy(allow("*"))], [policy(allow("*"), deny("s3:*"))]] },
      "s3:GetObject",
      undefined,
      "no",
      "no",
    ],
    [
      "by a document not known yet",
      { identity: [{ name: "x", document: parsePolicy(unknownValue) }] },
      "s3:GetObject",
      undefined,
      "unknown",
      "unknown",
    ],
    ["on a resource not known yet", of(allow("s3:*", unknownValue)), "s3:GetObject", undefined, "unknown", "unknown"],
    [
      "for one user each",
      of(allow("s3:*", "arn:aws:s3:::homes/${aws:username}/*")),
      "s3:GetObject",
      "arn:aws:s3:::homes/bob/x",
      "yes",
      "no",
    ],
  ];
  for (const [name, policies, action, resource, could, unconfined] of cases) {
    it(name, () => {
      assert.equal(couldAllow(policies, action, resource).truth, could);
      assert.equal(allowsUnconfined(policies, action).truth, unconfined);
    });
  }

  it("names the statements", () => {
    assert.deepEqual(
      couldAllow(of(allow("ec2:*"), allow("s3:*", "*", { Sid: "Buckets" })), "s3:GetObject").statements,
      [{ document: "policy", path: "Statement[1]", sid: "Buckets", effect: "Allow" }],
    );
  });
});

describe("whether the policies make an administrator", () => {
  const cases: readonly (readonly [name: string, policies: PrincipalPolicies, truth: Truth])[] = [
    ["everything", of(allow("*")), "yes"],
    ["the long form", of(allow("*:*")), "yes"],
    ["two halves", of({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }, allow("iam:*")), "yes"],
    [
      "NotAction of something that does not exist",
      of({ Effect: "Allow", NotAction: "nothing:*", Resource: "*" }),
      "yes",
    ],
    ["all but IAM", of({ Effect: "Allow", NotAction: ["iam:*", "organizations:*"], Resource: "*" }), "no"],
    ["one service", of(allow("iam:*")), "no"],
    ["under a condition", of(allow("*", "*", mfa)), "no"],
    ["some services denied", of(allow("*"), deny(["aws-portal:*", "ec2:*"])), "yes"],
    ["IAM denied", of(allow("*"), deny("iam:*")), "no"],
    ["within a boundary", { ...of(allow("*")), boundary: policy(allow("s3:*")) }, "no"],
    ["not known yet", { identity: [{ name: "x", document: parsePolicy(unknownValue) }] }, "unknown"],
    ["on a bucket", of(allow("*", bucket)), "no"],
  ];
  for (const [name, policies, truth] of cases) {
    it(name, () => assert.equal(allowsEverything(policies).truth, truth));
  }
});

describe("access by service", () => {
  it("gives the highest level and what shows it", () => {
    assert.deepEqual(
      accessByService(
        of(allow(["s3:GetObject", "s3:ListBucket"]), allow("iam:PassRole", "arn:aws:iam::111122223333:role/x")),
      ),
      [
        {
          service: "iam",
          highest: "Write",
          levels: ["Write"],
          example: "iam:PassRole",
          by: { document: "policy", path: "Statement[1]", effect: "Allow" },
          unconfined: false,
        },
        {
          service: "s3",
          highest: "Read",
          levels: ["List", "Read"],
          example: "s3:GetObject",
          by: { document: "policy", path: "Statement[0]", effect: "Allow" },
          unconfined: true,
        },
      ],
    );
  });

  it("takes off what is denied", () => {
    const [access, ...others] = accessByService(
      of(allow("s3:*"), deny(["s3:Put*", "s3:Delete*", "s3:Create*", "s3:*Object*", "s3:*Tag*"])),
    );
    assert.deepEqual(others, []);
    assert.ok(access?.levels.includes("Read"));
    assert.ok(!access?.levels.includes("Tagging"));
  });

  it("covers every service for an administrator", () => {
    const services = accessByService(of(allow("*")));
    assert.ok(services.length > 300);
    assert.ok(services.every((access) => access.unconfined));
  });
});

describe("allowed actions", () => {
  it("expand wildcards and leave out what is denied", () => {
    const actions = allowedActions(of(allow("iam:*VirtualMFA*"), deny("iam:Delete*"))).map(({ action }) => action.name);
    assert.deepEqual(actions, ["iam:CreateVirtualMFADevice", "iam:ListVirtualMFADevices"]);
  });
});
