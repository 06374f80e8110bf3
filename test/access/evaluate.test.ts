import assert from "node:assert/strict";
import type { PropertyMap, PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { Truth } from "../../lib/core/truth";
import { absentKey, requestContext } from "../../lib/access/context";
import type { WrittenContext } from "../../lib/access/context";
import type { NamedDocument } from "../../lib/access/document";
import { evaluate } from "../../lib/access/evaluate";
import type { AccessPolicies, AccessRequest } from "../../lib/access/evaluate";
import { parsePolicy } from "../../lib/access/parse";

const here = "111122223333";
const there = "444455556666";
const bob = `arn:aws:iam::${here}:user/bob`;
const deployer = `arn:aws:iam::${here}:role/ci/deployer`;
const session = `arn:aws:sts::${here}:assumed-role/deployer/run-7`;
const root = `arn:aws:iam::${here}:root`;
const foreigner = `arn:aws:iam::${there}:user/eve`;
const object = "arn:aws:s3:::reports/2026.csv";
const key = `arn:aws:kms:eu-west-1:${here}:key/1`;
const role = `arn:aws:iam::${here}:role/target`;

function policy(...statements: PropertyMap[]): NamedDocument {
  return named({ Version: "2012-10-17", Statement: statements });
}

function named(value: PropertyValue): NamedDocument {
  return { name: "the policy", document: parsePolicy(value) };
}

const allow = (Action: PropertyValue, Resource: PropertyValue, more: PropertyMap = {}): PropertyMap => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: PropertyValue, Resource: PropertyValue, more: PropertyMap = {}): PropertyMap => ({
  Effect: "Deny",
  Action,
  Resource,
  ...more,
});
const to = (Principal: PropertyValue): PropertyMap => ({ Principal });

function by(arn: string, action: string, resource: PropertyValue, context: WrittenContext = {}): AccessRequest {
  assert.ok(typeof resource === "string" || resource === unknownValue);
  return {
    principal: { kind: "aws", arn },
    action,
    resource,
    ...(String(resource).startsWith("arn:aws:s3") ? { resourceAccount: here } : {}),
    context: requestContext(context, absentKey),
  };
}

type Case = readonly [name: string, request: AccessRequest, policies: AccessPolicies, decision: Truth];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [name, request, policies, expected] of cases) {
      it(name, () => {
        const { decision, why } = evaluate(request, policies);
        assert.equal(decision, expected, why);
      });
    }
  });
}

const reads = by(bob, "s3:GetObject", object);
const adminPolicy = policy(allow("*", "*"));

table("identity policies", [
  ["no policy at all: denied by default", reads, {}, "no"],
  ["an allow", reads, { identity: [policy(allow("s3:GetObject", "*"))] }, "yes"],
  ["another action", reads, { identity: [policy(allow("s3:PutObject", "*"))] }, "no"],
  ["another resource", reads, { identity: [policy(allow("s3:GetObject", "arn:aws:s3:::other/*"))] }, "no"],
  [
    "the object under the bucket",
    reads,
    { identity: [policy(allow("s3:GetObject", "arn:aws:s3:::reports/*"))] },
    "yes",
  ],
  ["the bucket is not its objects", reads, { identity: [policy(allow("s3:GetObject", "arn:aws:s3:::reports"))] }, "no"],
  ["actions ignore case", reads, { identity: [policy(allow("S3:getobject", "*"))] }, "yes"],
  ["resources do not", reads, { identity: [policy(allow("s3:GetObject", "arn:aws:s3:::Reports/*"))] }, "no"],
  ["a wildcard in the action", reads, { identity: [policy(allow("s3:Get*", "*"))] }, "yes"],
  ["a question mark in the action", reads, { identity: [policy(allow("s3:?etObject", "*"))] }, "yes"],
  ["all actions of the service", reads, { identity: [policy(allow("s3:*", "*"))] }, "yes"],
  ["all actions", reads, { identity: [adminPolicy] }, "yes"],
  ["an action as a prefix only", reads, { identity: [policy(allow("s3:GetObj", "*"))] }, "no"],
  [
    "one of a list",
    reads,
    { identity: [policy(allow(["s3:PutObject", "s3:GetObject"], ["arn:aws:s3:::x", "arn:aws:s3:::reports/*"]))] },
    "yes",
  ],
  ["one of two policies", reads, { identity: [policy(allow("ec2:*", "*")), policy(allow("s3:*", "*"))] }, "yes"],
  ["a deny wins over an allow", reads, { identity: [policy(allow("*", "*"), deny("s3:GetObject", "*"))] }, "no"],
  ["in another policy too", reads, { identity: [adminPolicy, policy(deny("s3:*", "arn:aws:s3:::reports/*"))] }, "no"],
  ["a deny of something else", reads, { identity: [adminPolicy, policy(deny("s3:PutObject", "*"))] }, "yes"],
  [
    "NotAction allows what is not listed",
    reads,
    { identity: [policy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })] },
    "yes",
  ],
  [
    "NotAction leaves out what is listed",
    by(bob, "iam:CreateUser", "*"),
    { identity: [policy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })] },
    "no",
  ],
  [
    "NotAction with Deny denies the rest",
    reads,
    { identity: [adminPolicy, policy({ Effect: "Deny", NotAction: "iam:*", Resource: "*" })] },
    "no",
  ],
  [
    "NotResource covers what is not listed",
    reads,
    { identity: [policy({ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::secret/*" })] },
    "yes",
  ],
  [
    "NotResource leaves out what is listed",
    reads,
    { identity: [policy({ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::reports/*" })] },
    "no",
  ],
  [
    "Deny with NotResource",
    reads,
    { identity: [adminPolicy, policy({ Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::reports/*" })] },
    "yes",
  ],
  [
    "the resource holds the user's name",
    by(bob, "s3:GetObject", "arn:aws:s3:::homes/bob/x", { "aws:username": "bob" }),
    { identity: [policy(allow("s3:*", "arn:aws:s3:::homes/${aws:username}/*"))] },
    "yes",
  ],
  [
    "somebody else's name",
    by(bob, "s3:GetObject", "arn:aws:s3:::homes/eve/x", { "aws:username": "bob" }),
    { identity: [policy(allow("s3:*", "arn:aws:s3:::homes/${aws:username}/*"))] },
    "no",
  ],
  [
    "a variable without value matches nothing",
    by(bob, "s3:GetObject", "arn:aws:s3:::homes//x"),
    { identity: [policy(allow("s3:*", "arn:aws:s3:::homes/${aws:username}/*"))] },
    "no",
  ],
  [
    "a condition that holds",
    by(bob, "s3:GetObject", object, { "aws:MultiFactorAuthPresent": "true" }),
    { identity: [policy(allow("s3:*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }))] },
    "yes",
  ],
  [
    "a condition that does not",
    reads,
    { identity: [policy(allow("s3:*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }))] },
    "no",
  ],
  [
    "deny unless MFA, for keys without MFA",
    reads,
    {
      identity: [
        adminPolicy,
        policy(deny("*", "*", { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } })),
      ],
    },
    "no",
  ],
  [
    "deny if MFA is false does not reach keys",
    reads,
    {
      identity: [
        adminPolicy,
        policy(deny("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } })),
      ],
    },
    "yes",
  ],
  ["a statement without effect does nothing", reads, { identity: [policy({ Action: "*", Resource: "*" })] }, "no"],
  ["the root user needs no policy", by(root, "s3:GetObject", object), {}, "yes"],
  [
    "an action without resources needs `*`",
    by(bob, "ec2:DescribeInstances", "*"),
    { identity: [policy(allow("ec2:*", "arn:aws:ec2:*:*:instance/*"))] },
    "no",
  ],
]);

const grants = (principal: PropertyValue) => ({
  resource: policy(allow("s3:GetObject", "arn:aws:s3:::reports/*", to(principal))),
});

table("resource policies in one account", [
  ["names the user", reads, grants({ AWS: bob }), "yes"],
  ["names another user", reads, grants({ AWS: `arn:aws:iam::${here}:user/alice` }), "no"],
  ["everybody", reads, grants("*"), "yes"],
  ["everybody, the long form", reads, grants({ AWS: "*" }), "yes"],
  ["the account leaves it to its identity policies", reads, grants({ AWS: root }), "no"],
  ["the account by its number", reads, { ...grants({ AWS: here }), identity: [policy(allow("s3:*", "*"))] }, "yes"],
  ["names the role of a session", by(session, "s3:GetObject", object), grants({ AWS: deployer }), "yes"],
  ["names the session", by(session, "s3:GetObject", object), grants({ AWS: session }), "yes"],
  ["names another role", by(session, "s3:GetObject", object), grants({ AWS: `arn:aws:iam::${here}:role/other` }), "no"],
  ["names a service", reads, grants({ Service: "cloudtrail.amazonaws.com" }), "no"],
  [
    "its deny wins over identity policies",
    reads,
    { identity: [adminPolicy], resource: policy(deny("s3:*", "*", to("*"))) },
    "no",
  ],
  [
    "its deny of somebody else",
    reads,
    { identity: [adminPolicy], resource: policy(deny("s3:*", "*", to({ AWS: foreigner }))) },
    "yes",
  ],
  [
    "its deny of the whole account",
    reads,
    { identity: [adminPolicy], resource: policy(deny("s3:*", "*", to({ AWS: root }))) },
    "no",
  ],
  [
    "no need for it",
    reads,
    { identity: [adminPolicy], resource: policy(allow("s3:PutObject", "*", to({ AWS: foreigner }))) },
    "yes",
  ],
  [
    "deny all but the user and the account",
    reads,
    {
      identity: [adminPolicy],
      resource: policy({ Effect: "Deny", NotPrincipal: { AWS: [bob, root] }, Action: "s3:*", Resource: "*" }),
    },
    "yes",
  ],
  [
    "deny all but another",
    reads,
    {
      identity: [adminPolicy],
      resource: policy({ Effect: "Deny", NotPrincipal: { AWS: foreigner }, Action: "s3:*", Resource: "*" }),
    },
    "no",
  ],
  [
    "deny all but the user, account forgotten",
    reads,
    {
      identity: [adminPolicy],
      resource: policy({ Effect: "Deny", NotPrincipal: { AWS: bob }, Action: "s3:*", Resource: "*" }),
    },
    "unknown",
  ],
]);

const evesRead: AccessRequest = by(foreigner, "s3:GetObject", object);
const evesPolicy = { identity: [policy(allow("s3:GetObject", "arn:aws:s3:::reports/*"))] };

table("across accounts", [
  ["the identity policy alone", evesRead, evesPolicy, "no"],
  ["the bucket policy alone", evesRead, grants({ AWS: foreigner }), "no"],
  ["both", evesRead, { ...evesPolicy, ...grants({ AWS: foreigner }) }, "yes"],
  [
    "both, the account named as a whole",
    evesRead,
    { ...evesPolicy, ...grants({ AWS: `arn:aws:iam::${there}:root` }) },
    "yes",
  ],
  ["both, everybody named", evesRead, { ...evesPolicy, ...grants("*") }, "yes"],
  ["both, a third account named", evesRead, { ...evesPolicy, ...grants({ AWS: "777788889999" }) }, "no"],
  [
    "a deny on their side",
    evesRead,
    { identity: [policy(allow("s3:*", "*"), deny("s3:*", "*"))], ...grants("*") },
    "no",
  ],
  [
    "a deny on our side",
    evesRead,
    { ...evesPolicy, resource: policy(allow("s3:*", "*", to("*")), deny("s3:*", "*", to({ AWS: foreigner }))) },
    "no",
  ],
  [
    "the account that owns it is not known yet, both allow",
    { ...evesRead, resourceAccount: unknownValue },
    { ...evesPolicy, ...grants({ AWS: foreigner }) },
    "yes",
  ],
  ["the account is not known yet, one allows", { ...evesRead, resourceAccount: unknownValue }, evesPolicy, "unknown"],
  [
    "the ARN tells the account",
    by(foreigner, "sqs:SendMessage", `arn:aws:sqs:eu-west-1:${here}:q`),
    { identity: [adminPolicy] },
    "no",
  ],
]);

const s3Only = policy(allow("s3:*", "*"));
const ec2Only = policy(allow("ec2:*", "*"));

table("permissions boundaries and session policies", [
  ["a boundary grants nothing", reads, { boundary: adminPolicy }, "no"],
  ["within the boundary", reads, { identity: [adminPolicy], boundary: s3Only }, "yes"],
  ["outside of the boundary", reads, { identity: [adminPolicy], boundary: ec2Only }, "no"],
  [
    "denied by the boundary",
    reads,
    { identity: [adminPolicy], boundary: policy(allow("*", "*"), deny("s3:*", "*")) },
    "no",
  ],
  [
    "a bucket policy that names the user passes the boundary",
    reads,
    { ...grants({ AWS: bob }), boundary: ec2Only },
    "yes",
  ],
  [
    "one that names the role does not",
    by(session, "s3:GetObject", object),
    { ...grants({ AWS: deployer }), boundary: ec2Only },
    "no",
  ],
  [
    "one that names the session does",
    by(session, "s3:GetObject", object),
    { ...grants({ AWS: session }), boundary: ec2Only },
    "yes",
  ],
  ["but not an explicit deny", reads, { ...grants({ AWS: bob }), boundary: policy(deny("s3:*", "*")) }, "no"],
  ["for everybody AWS leaves it open", reads, { ...grants("*"), boundary: ec2Only }, "unknown"],
  [
    "within the session policy",
    by(session, "s3:GetObject", object),
    { identity: [adminPolicy], session: s3Only },
    "yes",
  ],
  [
    "outside of the session policy",
    by(session, "s3:GetObject", object),
    { identity: [adminPolicy], session: ec2Only },
    "no",
  ],
  [
    "boundary and session policy together",
    by(session, "s3:GetObject", object),
    { identity: [adminPolicy], boundary: s3Only, session: ec2Only },
    "no",
  ],
  [
    "across accounts the boundary counts too",
    evesRead,
    { ...evesPolicy, ...grants({ AWS: foreigner }), boundary: ec2Only },
    "no",
  ],
]);

table("service and resource control policies", [
  ["every level allows", reads, { identity: [adminPolicy], serviceControl: [[adminPolicy], [s3Only]] }, "yes"],
  ["one level does not", reads, { identity: [adminPolicy], serviceControl: [[adminPolicy], [ec2Only]] }, "no"],
  [
    "two policies of one level are a union",
    reads,
    { identity: [adminPolicy], serviceControl: [[ec2Only, s3Only]] },
    "yes",
  ],
  ["they grant nothing", reads, { serviceControl: [[adminPolicy]] }, "no"],
  ["they deny", reads, { identity: [adminPolicy], serviceControl: [[adminPolicy, policy(deny("s3:*", "*"))]] }, "no"],
  ["they bind the root user", by(root, "s3:GetObject", object), { serviceControl: [[ec2Only]] }, "no"],
  [
    "they spare service-linked roles",
    by(`arn:aws:iam::${here}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`, "s3:GetObject", object),
    { identity: [adminPolicy], serviceControl: [[ec2Only]] },
    "yes",
  ],
  [
    "a resource control policy that allows",
    reads,
    { identity: [adminPolicy], resourceControl: [[policy(allow("*", "*", to("*")))]] },
    "yes",
  ],
  [
    "a resource control policy that denies strangers",
    by(bob, "s3:GetObject", object, { "aws:PrincipalOrgID": "o-1" }),
    {
      identity: [adminPolicy],
      resourceControl: [
        [
          policy(
            allow("*", "*", to("*")),
            deny("s3:*", "*", {
              Principal: "*",
              Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
            }),
          ),
        ],
      ],
    },
    "yes",
  ],
  [
    "and finds one",
    by(bob, "s3:GetObject", object, { "aws:PrincipalOrgID": "o-2" }),
    {
      identity: [adminPolicy],
      resourceControl: [
        [
          policy(
            allow("*", "*", to("*")),
            deny("s3:*", "*", {
              Principal: "*",
              Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
            }),
          ),
        ],
      ],
    },
    "no",
  ],
]);

const decrypts = by(bob, "kms:Decrypt", key);
const keyPolicy = (principal: PropertyValue) => ({ resource: policy(allow("kms:*", "*", to(principal))) });

table("keys", [
  [
    "the identity policy alone, the key policy names somebody else",
    decrypts,
    { identity: [adminPolicy], ...keyPolicy({ AWS: `arn:aws:iam::${here}:user/alice` }) },
    "no",
  ],
  [
    "the key policy delegates to the account, which allows",
    decrypts,
    { identity: [adminPolicy], ...keyPolicy({ AWS: root }) },
    "yes",
  ],
  ["the key policy delegates, nobody allows", decrypts, keyPolicy({ AWS: root }), "no"],
  ["the key policy names the user", decrypts, keyPolicy({ AWS: bob }), "yes"],
  [
    "the key policy names the role of the session",
    by(session, "kms:Decrypt", key),
    keyPolicy({ AWS: deployer }),
    "yes",
  ],
  ["the default key policy delegates", decrypts, { identity: [adminPolicy] }, "yes"],
  [
    "delegates another action",
    decrypts,
    { identity: [adminPolicy], resource: policy(allow("kms:Describe*", "*", to({ AWS: root }))) },
    "no",
  ],
  [
    "another account needs both",
    by(foreigner, "kms:Decrypt", key),
    { identity: [adminPolicy], ...keyPolicy({ AWS: there }) },
    "yes",
  ],
  ["another account without identity policy", by(foreigner, "kms:Decrypt", key), keyPolicy({ AWS: foreigner }), "no"],
  [
    "the service that the policy names",
    { ...decrypts, principal: { kind: "service", service: "cloudwatch.amazonaws.com" } },
    keyPolicy({ Service: "cloudwatch.amazonaws.com" }),
    "yes",
  ],
  [
    "a delegation to the account is none to services",
    { ...decrypts, principal: { kind: "service", service: "cloudwatch.amazonaws.com" } },
    keyPolicy({ AWS: root }),
    "no",
  ],
]);

const assumes = by(bob, "sts:AssumeRole", role);
const trust = (principal: PropertyValue, more: PropertyMap = {}): AccessPolicies => ({
  resource: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, ...more }),
});

table("trust policies", [
  ["the identity policy alone", assumes, { identity: [adminPolicy], ...trust({ AWS: foreigner }) }, "no"],
  ["names the user of the same account", assumes, trust({ AWS: bob }), "yes"],
  ["names the account, the user may", assumes, { identity: [adminPolicy], ...trust({ AWS: root }) }, "yes"],
  ["names the account, the user may not", assumes, trust({ AWS: root }), "no"],
  [
    "another account, trusted, without identity policy",
    by(foreigner, "sts:AssumeRole", role),
    trust({ AWS: foreigner }),
    "no",
  ],
  [
    "another account, trusted, with identity policy",
    by(foreigner, "sts:AssumeRole", role),
    { identity: [adminPolicy], ...trust({ AWS: there }) },
    "yes",
  ],
  [
    "the external id is missing",
    by(foreigner, "sts:AssumeRole", role),
    { identity: [adminPolicy], ...trust({ AWS: there }, { Condition: { StringEquals: { "sts:ExternalId": "x" } } }) },
    "no",
  ],
  [
    "the external id is right",
    by(foreigner, "sts:AssumeRole", role, { "sts:ExternalId": "x" }),
    { identity: [adminPolicy], ...trust({ AWS: there }, { Condition: { StringEquals: { "sts:ExternalId": "x" } } }) },
    "yes",
  ],
  [
    "a service",
    { ...assumes, principal: { kind: "service", service: "lambda.amazonaws.com" } },
    trust({ Service: "lambda.amazonaws.com" }),
    "yes",
  ],
  [
    "another service",
    { ...assumes, principal: { kind: "service", service: "lambda.amazonaws.com" } },
    trust({ Service: "ec2.amazonaws.com" }),
    "no",
  ],
  [
    "an identity provider",
    {
      ...assumes,
      action: "sts:AssumeRoleWithWebIdentity",
      principal: { kind: "federated", provider: `arn:aws:iam::${here}:oidc-provider/x` },
    },
    {
      resource: policy({
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: `arn:aws:iam::${here}:oidc-provider/x` },
      }),
    },
    "yes",
  ],
  [
    "the wrong action for a provider",
    { ...assumes, action: "sts:AssumeRoleWithWebIdentity", principal: { kind: "federated", provider: "x" } },
    trust({ Federated: "x" }),
    "no",
  ],
  ["the trust policy is not given", assumes, { identity: [adminPolicy] }, "unknown"],
]);

const anonymous: AccessRequest = { ...reads, principal: { kind: "anonymous" } };

table("services and strangers", [
  ["a stranger without policy", anonymous, {}, "no"],
  ["a stranger, everybody may", anonymous, grants("*"), "yes"],
  ["a stranger, the account may", anonymous, grants({ AWS: root }), "no"],
  ["identity policies do not help a stranger", anonymous, { identity: [adminPolicy] }, "no"],
  [
    "a service is named",
    { ...reads, principal: { kind: "service", service: "cloudtrail.amazonaws.com" } },
    grants({ Service: ["config.amazonaws.com", "cloudtrail.amazonaws.com"] }),
    "yes",
  ],
  [
    "the service's regional name is another",
    { ...reads, principal: { kind: "service", service: "logs.eu-west-1.amazonaws.com" } },
    grants({ Service: "logs.amazonaws.com" }),
    "no",
  ],
  [
    "SCPs do not bind services",
    { ...reads, principal: { kind: "service", service: "s.amazonaws.com" } },
    { ...grants({ Service: "s.amazonaws.com" }), serviceControl: [[ec2Only]] },
    "yes",
  ],
  [
    "deny all but one account shuts services out",
    { ...reads, principal: { kind: "service", service: "s.amazonaws.com" } },
    {
      resource: policy(
        allow("s3:*", "*", to({ Service: "s.amazonaws.com" })),
        deny("s3:*", "*", { Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalAccount": here } } }),
      ),
    },
    "no",
  ],
  [
    "deny without TLS does not",
    {
      ...reads,
      principal: { kind: "service", service: "s.amazonaws.com" },
      context: requestContext({ "aws:SecureTransport": "true" }, absentKey),
    },
    {
      resource: policy(
        allow("s3:*", "*", to({ Service: "s.amazonaws.com" })),
        deny("s3:*", "*", { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ),
    },
    "yes",
  ],
]);

table("values not known yet", [
  ["the whole document", reads, { identity: [named(unknownValue)] }, "unknown"],
  ["beside an allow: it may deny", reads, { identity: [s3Only, named(unknownValue)] }, "unknown"],
  ["beside a deny", reads, { identity: [policy(deny("s3:*", "*")), named(unknownValue)] }, "no"],
  ["one resource", reads, { identity: [policy(allow("s3:*", unknownValue))] }, "unknown"],
  [
    "one resource beside one that matches",
    reads,
    { identity: [policy(allow("s3:*", [unknownValue, "arn:aws:s3:::reports/*"]))] },
    "yes",
  ],
  ["a resource of an action that does not match", reads, { identity: [policy(allow("ec2:*", unknownValue))] }, "no"],
  [
    "the request's resource",
    by(bob, "s3:GetObject", unknownValue),
    { identity: [policy(allow("s3:*", "arn:aws:s3:::reports/*"))] },
    "unknown",
  ],
  ["the request's resource under `*`", by(bob, "s3:GetObject", unknownValue), { identity: [s3Only] }, "yes"],
  ["a denied resource", reads, { identity: [s3Only, policy(deny("s3:*", unknownValue))] }, "unknown"],
  ["a principal", reads, grants({ AWS: unknownValue }), "unknown"],
  ["all principals", reads, grants(unknownValue), "unknown"],
  ["an effect", reads, { identity: [policy({ Effect: unknownValue, Action: "*", Resource: "*" })] }, "unknown"],
  ["a statement", reads, { identity: [named({ Version: "2012-10-17", Statement: [unknownValue] })] }, "unknown"],
  ["a boundary", reads, { identity: [adminPolicy], boundary: named(unknownValue) }, "unknown"],
  ["an allow that a boundary rules out", reads, { identity: [named(unknownValue)], boundary: ec2Only }, "no"],
]);

describe("what an evaluation says", () => {
  it("quotes the statement that denies", () => {
    const decision = evaluate(reads, { identity: [policy(allow("*", "*"), deny("s3:*", "*", { Sid: "NoBuckets" }))] });
    assert.deepEqual(decision, {
      decision: "no",
      by: [{ document: "the policy", path: "Statement[1]", sid: "NoBuckets", effect: "Deny" }],
      why: "`s3:GetObject` is denied explicitly by the policy (`NoBuckets`)",
    });
  });

  it("quotes the statement that allows", () => {
    const decision = evaluate(reads, { identity: [s3Only] });
    assert.equal(decision.why, "`s3:GetObject` is allowed by the policy (Statement[0])");
  });

  it("says which side is missing across accounts", () => {
    assert.equal(
      evaluate(evesRead, { ...evesPolicy, resource: policy(allow("s3:*", "*", to({ AWS: bob }))) }).why,
      "the identity policies allow `s3:GetObject`, but the policy does not",
    );
    assert.equal(
      evaluate(evesRead, grants({ AWS: foreigner })).why,
      "the policy allows `s3:GetObject`, but no identity policy does",
    );
  });
});
