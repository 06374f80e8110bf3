import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PropertyMap, PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { NamedDocument } from "../../lib/access/document";
import {
  actionsThatReturnCredentials,
  dataExfiltrationActions,
  escalationPaths,
  knownEscalationPaths,
} from "../../lib/access/escalation";
import type { PrincipalPolicies } from "../../lib/access/grants";
import { parsePolicy } from "../../lib/access/parse";

function policy(name: string, ...Statement: PropertyValue[]): NamedDocument {
  return { name, document: parsePolicy({ Version: "2012-10-17", Statement }) };
}

const allow = (Action: PropertyValue, Resource: PropertyValue = "*", Condition: PropertyMap = {}): PropertyMap => ({
  Effect: "Allow",
  Action,
  Resource,
  Condition,
});
const deny = (Action: PropertyValue, Resource: PropertyValue = "*", Condition: PropertyMap = {}): PropertyMap => ({
  Effect: "Deny",
  Action,
  Resource,
  Condition,
});
const union = (...identity: NamedDocument[]): PrincipalPolicies => ({ identity });

function found(policies: PrincipalPolicies, self?: string): readonly string[] {
  return escalationPaths(policies, self === undefined ? {} : { self }).map(({ path, truth }) =>
    truth === "yes" ? path.id : `${path.id} ${truth}`,
  );
}

describe("each published path", () => {
  for (const path of knownEscalationPaths()) {
    const [first = "", ...rest] = path.actions;
    describe(path.id, () => {
      it("is found as written", () => assert.ok(found(union(policy("a", allow(path.actions)))).includes(path.id)));

      it("is found under wildcards", () => {
        const wildcards = path.actions.map((action) => `${action.slice(0, -1)}*`);
        assert.ok(found(union(policy("a", allow(wildcards)))).includes(path.id));
      });

      it("is found under NotAction", () => {
        const statement = { Effect: "Allow", NotAction: "account:*", Resource: "*" };
        assert.ok(found(union(policy("a", statement))).includes(path.id));
      });

      it("is found over two policies, and both are named", () => {
        const halves = union(policy("one", allow(first)), policy("two", allow(rest.length === 0 ? first : rest)));
        const finding = escalationPaths(halves).find((candidate) => candidate.path.id === path.id);
        const names = new Set(finding?.grantedBy.flatMap(({ grants }) => grants.map((grant) => grant.document)));
        assert.deepEqual([...names].sort(), ["one", "two"]);
      });

      it("is not found with one action missing", () => {
        assert.ok(!found(union(policy("a", allow(rest.length === 0 ? "s3:ListBucket" : rest)))).includes(path.id));
      });

      it("is not found with one action denied", () => {
        assert.ok(!found(union(policy("a", allow("*"), deny(first)))).includes(path.id));
      });

      it("is not found outside of a boundary", () => {
        const boundary = policy("limit", allow("*"), deny(first));
        assert.ok(!found({ identity: [policy("a", allow("*"))], boundary }).includes(path.id));
      });
    });
  }
});

describe("what ties a path down", () => {
  const roles = "arn:aws:iam::111122223333:role/";
  const passing = "ec2:RunInstances+iam:PassRole";
  const user = "arn:aws:iam::111122223333:user/";
  type Case = readonly [name: string, policies: PrincipalPolicies, expected: readonly string[], self?: string];
  const cases: readonly Case[] = [
    [
      "all roles of the account",
      union(policy("a", allow("ec2:RunInstances"), allow("iam:PassRole", `${roles}*`))),
      [passing],
    ],
    ["one role", union(policy("a", allow("ec2:RunInstances"), allow("iam:PassRole", `${roles}app`))), []],
    ["roles by a prefix", union(policy("a", allow("ec2:RunInstances"), allow("iam:PassRole", `${roles}app-*`))), []],
    [
      "the right service",
      union(
        policy(
          "a",
          allow("ec2:RunInstances"),
          allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
        ),
      ),
      [passing],
    ],
    [
      "another service",
      union(
        policy(
          "a",
          allow("ec2:RunInstances"),
          allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }),
        ),
      ),
      [],
    ],
    [
      "all services but the right one",
      union(
        policy(
          "a",
          allow("ec2:RunInstances"),
          allow("iam:PassRole", "*", { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
        ),
      ),
      [],
    ],
    [
      "passing denied but to another service",
      union(
        policy(
          "a",
          allow(["ec2:RunInstances", "iam:PassRole"]),
          deny("iam:PassRole", "*", { StringNotEquals: { "iam:PassedToService": "lambda.amazonaws.com" } }),
        ),
      ),
      [],
    ],
    [
      "only with MFA is no tie",
      union(policy("a", allow("iam:PutUserPolicy", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }))),
      ["iam:PutUserPolicy"],
    ],
    [
      "a required boundary is one",
      union(
        policy(
          "a",
          allow("iam:PutRolePolicy", "*", {
            StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limit" },
          }),
        ),
      ),
      [],
    ],
    [
      "demanded by a deny too",
      union(
        policy(
          "a",
          allow("iam:PutRolePolicy"),
          deny("iam:PutRolePolicy", "*", {
            StringNotEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limit" },
          }),
        ),
      ),
      [],
    ],
    [
      "policies that may be attached",
      union(
        policy(
          "a",
          allow("iam:AttachRolePolicy", "*", {
            ArnLike: { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" },
          }),
        ),
      ),
      [],
    ],
    [
      "a deny of some roles leaves the others",
      union(policy("a", allow("iam:PutRolePolicy"), deny("iam:PutRolePolicy", `${roles}admin`))),
      ["iam:PutRolePolicy"],
    ],
    [
      "a deny of all but some leaves those",
      union(policy("a", allow("iam:PutRolePolicy"), { Effect: "Deny", Action: "iam:*", NotResource: `${roles}app-*` })),
      [],
    ],
    [
      "the user itself",
      union(policy("a", allow("iam:PutUserPolicy", `${user}\${aws:username}`))),
      ["iam:PutUserPolicy"],
    ],
    [
      "the user itself by name",
      union(policy("a", allow("iam:PutUserPolicy", `${user}bob`))),
      ["iam:PutUserPolicy"],
      `${user}bob`,
    ],
    ["another user by name", union(policy("a", allow("iam:PutUserPolicy", `${user}eve`))), [], `${user}bob`],
    ["one's own keys", union(policy("a", allow("iam:CreateAccessKey", `${user}\${aws:username}`))), []],
    ["everybody's keys", union(policy("a", allow("iam:CreateAccessKey", `${user}*`))), ["iam:CreateAccessKey"]],
    [
      "rights over resources of another kind",
      union(policy("a", allow("iam:*", "arn:aws:iam::111122223333:mfa/*"))),
      [],
    ],
    [
      "one function",
      union(policy("a", allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:111122223333:function:app"))),
      [],
    ],
    [
      "all functions",
      union(policy("a", allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:111122223333:function:*"))),
      ["lambda:UpdateFunctionCode"],
    ],
    ["assuming one role", union(policy("a", allow("sts:AssumeRole", `${roles}app`))), []],
    [
      "a command that runs no script",
      union(policy("a", allow("ssm:SendCommand", ["arn:aws:ssm:*:*:document/Mine", "arn:aws:ec2:*:*:instance/*"]))),
      [],
    ],
    [
      "a command by documents of one tag",
      union(
        policy(
          "a",
          allow("ssm:SendCommand", "arn:aws:ssm:*:*:document/*", { StringEquals: { "aws:ResourceTag/a": "b" } }),
        ),
        policy("b", allow("ssm:SendCommand", "arn:aws:ec2:*:*:instance/*")),
      ),
      [],
    ],
    [
      "a command that runs scripts",
      union(
        policy(
          "a",
          allow("ssm:SendCommand", "arn:aws:ssm:*:*:document/AWS-RunShellScript"),
          allow("ssm:SendCommand", "arn:aws:ec2:*:*:instance/*"),
        ),
      ),
      ["ssm:SendCommand"],
    ],
    [
      "a boundary that names resources",
      { identity: [policy("a", allow("iam:PutRolePolicy"))], boundary: policy("b", allow("*", `${roles}app-*`)) },
      [],
    ],
    [
      "a service control policy",
      {
        identity: [policy("a", allow("iam:PutRolePolicy"))],
        serviceControl: [[policy("b", allow("*"), deny("iam:Put*"))]],
      },
      [],
    ],
    [
      "a resource that is not known yet",
      union(policy("a", allow("iam:PutRolePolicy", unknownValue))),
      ["iam:PutRolePolicy unknown"],
    ],
    [
      "a policy that is not known yet, and may deny",
      {
        identity: [
          policy("a", allow("iam:PutRolePolicy")),
          {
            name: "b",
            document: parsePolicy({ Statement: [{ Effect: "Deny", Action: unknownValue, Resource: "*" }] }),
          },
        ],
      },
      ["iam:PutRolePolicy unknown"],
    ],
  ];
  for (const [name, policies, expected, self] of cases) {
    it(name, () => assert.deepEqual(found(policies, self), expected));
  }
});

describe("lists of dangerous actions", () => {
  it("are spelled as AWS does", () => {
    assert.ok(actionsThatReturnCredentials().includes("ecr:GetAuthorizationToken"));
    assert.ok(dataExfiltrationActions().includes("s3:GetObject"));
  });
});

const corpus = join(__dirname, "../../../../shared/corpora/aws-managed-policies.json");

(existsSync(corpus) ? describe : describe.skip)("AWS's own policies", () => {
  const read = () =>
    (JSON.parse(readFileSync(corpus, "utf8")) as { policies: Record<string, { document: PropertyValue }> }).policies;

  it("open what they are known to open", () => {
    const policies = read();
    const of = (name: string) => found(union({ name, document: parsePolicy(policies[name]?.document) }));
    for (const name of ["ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess"]) assert.deepEqual(of(name), [], name);
    assert.ok(of("IAMFullAccess").includes("iam:AttachUserPolicy"));
    assert.ok(of("AWSLambda_FullAccess").includes("iam:PassRole+lambda:CreateFunction+lambda:InvokeFunction"));
  });

  it("are all judged", () => {
    for (const [name, { document }] of Object.entries(read())) {
      const count = escalationPaths(union({ name, document: parsePolicy(document) })).length;
      assert.ok(count < knownEscalationPaths().length / 2, name);
    }
  });
});
