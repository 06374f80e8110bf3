import assert from "node:assert/strict";
import fc from "fast-check";
import type { PropertyMap, PropertyValue } from "../../lib/core/properties";
import { isPropertyList, isPropertyMap, unknownValue } from "../../lib/core/properties";
import type { Truth } from "../../lib/core/truth";
import { allowsEverything, couldAllow } from "../../lib/access/ask";
import { absentKey, requestContext } from "../../lib/access/context";
import type { NamedDocument } from "../../lib/access/document";
import { escalationPaths } from "../../lib/access/escalation";
import { evaluate } from "../../lib/access/evaluate";
import type { AccessPolicies, AccessRequest } from "../../lib/access/evaluate";
import { grammarProblems } from "../../lib/access/grammar";
import { parsePolicy } from "../../lib/access/parse";

const account = "111122223333";
const bob = `arn:aws:iam::${account}:user/bob`;
const session = `arn:aws:sts::${account}:assumed-role/ci/run`;
const stranger = "arn:aws:iam::444455556666:user/eve";

const action = fc.constantFrom(
  "*",
  "s3:*",
  "s3:GetObject",
  "s3:Get*",
  "iam:PassRole",
  "kms:Decrypt",
  "sts:AssumeRole",
  "iam:*",
);
const resource = fc.constantFrom(
  "*",
  "arn:aws:s3:::a/*",
  "arn:aws:s3:::a/b",
  "arn:aws:s3:::${aws:username}/*",
  `arn:aws:kms:r:${account}:key/1`,
);
const listed = (values: fc.Arbitrary<string>): fc.Arbitrary<PropertyValue> =>
  fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 2 }));

const condition: fc.Arbitrary<PropertyMap> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<PropertyMap>({}) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringEqualsIfExists",
          "ForAllValues:StringLike",
          "ForAnyValue:StringNotEquals",
          "Null",
          "Bool",
          "ArnLike",
        ),
        fc.constantFrom("aws:username", "aws:PrincipalTag/t", "aws:SourceArn"),
        listed(fc.constantFrom("bob", "x", "*", "true", "${aws:username}", "arn:aws:s3:::*")),
      )
      .map(([operator, key, value]): PropertyMap => ({ [operator]: { [key]: value } })),
  },
);

const principal: fc.Arbitrary<PropertyValue> = fc.constantFrom<PropertyValue>(
  "*",
  { AWS: bob },
  { AWS: account },
  { AWS: [`arn:aws:iam::${account}:role/ci`, stranger] },
  { Service: "s.amazonaws.com" },
);

function statement(effect: fc.Arbitrary<string>): fc.Arbitrary<PropertyMap> {
  return fc
    .tuple(
      effect,
      fc.constantFrom("Action", "NotAction"),
      listed(action),
      fc.constantFrom("Resource", "NotResource"),
      listed(resource),
      condition,
    )
    .map(([Effect, actionName, actions, resourceName, resources, Condition]): PropertyMap => ({
      Effect,
      [actionName]: actions,
      [resourceName]: resources,
      Condition,
    }));
}

const anyEffect = fc.constantFrom("Allow", "Allow", "Deny");
const identityDocument = fc.array(statement(anyEffect), { maxLength: 3 }).map(asDocument);
const allowDocument = fc.array(statement(fc.constant("Allow")), { maxLength: 3 }).map(asDocument);
const denyDocument = fc.array(statement(fc.constant("Deny")), { minLength: 1, maxLength: 2 }).map(asDocument);
const resourceDocument = fc
  .array(fc.tuple(statement(anyEffect), principal, fc.constantFrom("Principal", "Principal", "NotPrincipal")), {
    maxLength: 3,
  })
  .map((statements) =>
    asDocument(statements.map(([written, who, name]): PropertyMap => ({ ...written, [name]: who }))),
  );

function asDocument(statements: readonly PropertyMap[]): PropertyMap {
  return { Version: "2012-10-17", Statement: statements };
}

const request: fc.Arbitrary<AccessRequest> = fc
  .record({
    arn: fc.constantFrom(bob, session, stranger),
    action: fc.constantFrom("s3:GetObject", "s3:PutObject", "kms:Decrypt", "sts:AssumeRole"),
    resource: fc.constantFrom(
      "arn:aws:s3:::a/b",
      "arn:aws:s3:::bob/c",
      `arn:aws:kms:r:${account}:key/1`,
      `arn:aws:iam::${account}:role/x`,
    ),
    name: fc.constantFrom("bob", "x"),
  })
  .map(({ arn, action: name, resource: target, name: username }) => ({
    principal: { kind: "aws", arn },
    action: name,
    resource: target,
    resourceAccount: account,
    context: requestContext({ "aws:username": username, "aws:PrincipalTag/t": ["x", "true"] }, absentKey),
  }));

const named = (value: PropertyValue): NamedDocument => ({ name: "policy", document: parsePolicy(value) });

interface Written {
  readonly identity: PropertyMap;
  readonly resource: PropertyMap;
  readonly boundary: PropertyMap;
}

function policies(written: { readonly [name in keyof Written]: PropertyValue }, bounded: boolean): AccessPolicies {
  return {
    identity: [named(written.identity)],
    resource: named(written.resource),
    ...(bounded ? { boundary: named(written.boundary) } : {}),
  };
}

const written: fc.Arbitrary<Written> = fc.record({
  identity: identityDocument,
  resource: resourceDocument,
  boundary: identityDocument,
});

/** The same tree with the nodes that `hides` picks not known yet. */
function masked(value: PropertyValue, hides: () => boolean): PropertyValue {
  if (hides()) return unknownValue;
  if (isPropertyList(value)) return value.map((item) => masked(item, hides));
  if (!isPropertyMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === "Version" ? item : masked(item, hides)]),
  );
}

/** Picks nodes by a list of numbers, so that a failing case can be shrunk. */
function picker(numbers: readonly number[]): () => boolean {
  let at = 0;
  return () => numbers[at++ % numbers.length] === 0;
}

const picks = fc.array(fc.nat({ max: 6 }), { minLength: 5, maxLength: 40 }).map(picker);

const order: Readonly<Record<Truth, number>> = { no: 0, unknown: 1, yes: 2 };

describe("the laws of evaluation", () => {
  it("adding a deny never allows", () => {
    fc.assert(
      fc.property(request, written, fc.boolean(), denyDocument, (asked, given, bounded, denial) => {
        const before = policies(given, bounded);
        const after = { ...before, identity: [...(before.identity ?? []), named(denial)] };
        assert.ok(order[evaluate(asked, after).decision] <= order[evaluate(asked, before).decision]);
      }),
      { numRuns: 500 },
    );
  });

  it("adding an allow never denies", () => {
    fc.assert(
      fc.property(request, written, fc.boolean(), allowDocument, (asked, given, bounded, grant) => {
        const before = policies(given, bounded);
        const after = { ...before, identity: [...(before.identity ?? []), named(grant)] };
        assert.ok(order[evaluate(asked, after).decision] >= order[evaluate(asked, before).decision]);
      }),
      { numRuns: 500 },
    );
  });

  it("a boundary never allows more", () => {
    fc.assert(
      fc.property(request, written, (asked, given) => {
        const bounded = evaluate(asked, policies(given, true)).decision;
        assert.ok(order[bounded] <= order[evaluate(asked, policies(given, false)).decision]);
      }),
      { numRuns: 500 },
    );
  });

  it("a definite answer holds whatever the unknown parts turn out to be", () => {
    fc.assert(
      fc.property(request, written, fc.boolean(), picks, (asked, given, bounded, hides) => {
        const hidden: { readonly [name in keyof Written]: PropertyValue } = {
          identity: masked(given.identity, hides),
          resource: masked(given.resource, hides),
          boundary: masked(given.boundary, hides),
        };
        const early = evaluate(asked, policies(hidden, bounded)).decision;
        if (early !== "unknown") assert.equal(evaluate(asked, policies(given, bounded)).decision, early);
      }),
      { numRuns: 2000 },
    );
  });

  it("and so for the request", () => {
    fc.assert(
      fc.property(request, written, fc.constantFrom("resource", "resourceAccount"), (asked, given, part) => {
        const early = evaluate({ ...asked, [part]: unknownValue }, policies(given, false)).decision;
        if (early !== "unknown") assert.equal(evaluate(asked, policies(given, false)).decision, early);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the laws of questions", () => {
  it("what is allowed could be allowed", () => {
    fc.assert(
      fc.property(request, identityDocument, (asked, document) => {
        const identity = [named(document)];
        const own = { ...asked, principal: { kind: "aws", arn: bob } as const };
        if (own.action.startsWith("sts:") || evaluate(own, { identity }).decision !== "yes") return;
        assert.equal(couldAllow({ identity }, own.action, String(own.resource)).truth, "yes");
      }),
      { numRuns: 1000 },
    );
  });

  it("a definite answer holds whatever the unknown parts turn out to be", () => {
    fc.assert(
      fc.property(
        identityDocument,
        fc.constantFrom("s3:GetObject", "iam:PassRole"),
        picks,
        (document, asked, hides) => {
          const early = couldAllow({ identity: [named(masked(document, hides))] }, asked).truth;
          if (early !== "unknown") assert.equal(couldAllow({ identity: [named(document)] }, asked).truth, early);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("and so for administrators", () => {
    fc.assert(
      fc.property(identityDocument, picks, (document, hides) => {
        const early = allowsEverything({ identity: [named(masked(document, hides))] }).truth;
        if (early !== "unknown") assert.equal(allowsEverything({ identity: [named(document)] }).truth, early);
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);

  it("nothing throws on documents of any form", () => {
    fc.assert(
      fc.property(resourceDocument, picks, (document, hides) => {
        const odd = named(masked(document, hides));
        escalationPaths({ identity: [odd], boundary: odd });
        assert.ok(Array.isArray(grammarProblems(odd.document, "identity")));
      }),
      { numRuns: 300 },
    );
  });
});

describe("hostile documents", () => {
  it("with a thousand wildcards cost little", () => {
    const hostile = {
      Effect: "Allow",
      Action: [`s3:${"a*".repeat(500)}b`],
      Resource: `arn:aws:s3:::${"a*".repeat(4000)}b`,
    };
    const policy = { identity: [named(asDocument([hostile]))] };
    const target = `arn:aws:s3:::${"a".repeat(2000)}`;
    const asked: AccessRequest = {
      principal: { kind: "aws", arn: bob },
      action: `s3:${"a".repeat(500)}`,
      resource: target,
      context: requestContext({}, absentKey),
    };
    const started = performance.now();
    assert.equal(evaluate(asked, policy).decision, "no");
    assert.equal(couldAllow(policy, "s3:GetObject", target).truth, "no");
    assert.ok(performance.now() - started < 500);
  });
});
