import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PropertyMap, PropertyValue } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { DocumentKind } from "../../lib/access/grammar";
import { grammarProblems, sizeProblem, sizeQuotas } from "../../lib/access/grammar";
import { parsePolicy } from "../../lib/access/parse";

const allow: PropertyMap = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const trust: PropertyMap = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
const grant: PropertyMap = { ...allow, Principal: { AWS: "111122223333" } };
const control: PropertyMap = { Effect: "Deny", Action: "s3:*", Resource: "*", Principal: "*" };

function without(map: PropertyMap, name: string): PropertyMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}

function condition(operator: string, value: PropertyValue): PropertyMap {
  return { ...allow, Condition: { [operator]: { "aws:key": value } } };
}

type Case = readonly [name: string, kind: DocumentKind, statement: PropertyMap, codes: readonly string[], fix?: string];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [name, kind, statement, codes, fix] of cases) {
      it(name, () => {
        const problems = grammarProblems(parsePolicy({ Version: "2012-10-17", Statement: [statement] }), kind);
        assert.deepEqual(
          problems.map((problem) => problem.code),
          codes,
        );
        if (fix !== undefined) assert.equal(problems[0]?.fix, fix);
      });
    }
  });
}

table("what AWS takes", [
  ["an identity policy", "identity", allow, []],
  ["a resource policy", "resource", grant, []],
  ["a resource policy without resource, as registries have it", "resource", without(grant, "Resource"), []],
  ["a trust policy", "trust", trust, []],
  ["an empty statement id", "trust", { ...trust, Sid: "" }, []],
  ["a statement id in words, on a key", "resource", { ...grant, Sid: "Allow use of the key" }, []],
  ["a service control policy", "serviceControl", allow, []],
  ["a resource control policy", "resourceControl", control, []],
  ["an endpoint policy", "vpcEndpoint", { ...allow, Principal: "*" }, []],
  ["an ARN with wildcards", "identity", { ...allow, Resource: "arn:aws:*" }, []],
  ["a variable in place of an ARN", "identity", { ...allow, Resource: "${aws:PrincipalTag/bucket}" }, []],
  ["a short resource on an API", "resource", { ...grant, Resource: "execute-api:/*" }, []],
  ["a unique id in place of an ARN", "trust", { ...trust, Principal: { AWS: "AROAEXAMPLEEXAMPLE123" } }, []],
  ["conditions of every type", "identity", condition("NumericLessThan", 5), []],
  ["a block of version six", "identity", condition("IpAddress", "2001:db8::/32"), []],
  ["a variable where a date belongs", "identity", condition("DateLessThan", "${aws:CurrentTime}"), []],
  ["a statement that is not known yet", "identity", { ...allow, Action: unknownValue, Resource: unknownValue }, []],
]);

table("elements", [
  ["no effect", "identity", without(allow, "Effect"), ["missingElement"]],
  ["no action", "identity", without(allow, "Action"), ["missingElement"]],
  ["both action elements", "identity", { ...allow, NotAction: "iam:*" }, ["bothElements"]],
  ["no resource", "identity", without(allow, "Resource"), ["missingElement"]],
  ["both resource elements", "identity", { ...allow, NotResource: "*" }, ["bothElements"]],
  ["a principal in an identity policy", "identity", { ...allow, Principal: "*" }, ["forbiddenElement"]],
  ["a principal in a service control policy", "serviceControl", { ...allow, Principal: "*" }, ["forbiddenElement"]],
  ["no principal in a resource policy", "resource", allow, ["missingElement"]],
  ["no principal in a trust policy", "trust", without(trust, "Principal"), ["missingElement"]],
  ["a resource in a trust policy", "trust", { ...trust, Resource: "*" }, ["forbiddenElement"]],
  ["an empty list of actions", "identity", { ...allow, Action: [] }, ["emptyList"]],
  ["an empty list of resources", "identity", { ...allow, Resource: [] }, ["emptyList"]],
  [
    "a misspelt element is said once",
    "identity",
    { ...without(allow, "Resource"), Resources: "*" },
    ["unknownElement"],
    "write `Resource`",
  ],
  ["a resource control policy that allows", "resourceControl", { ...control, Effect: "Allow" }, ["invalidEffect"]],
  [
    "a resource control policy about one account",
    "resourceControl",
    { ...control, Principal: { AWS: "111122223333" } },
    ["invalidPrincipal"],
  ],
]);

table("values", [
  ["an id with a space", "identity", { ...allow, Sid: "Read all" }, ["invalidSid"], "write `Readall`"],
  [
    "an action without colon",
    "identity",
    { ...allow, Action: "s3GetObject" },
    ["invalidAction"],
    "write `s3:GetObject`",
  ],
  [
    "an action with a full stop",
    "identity",
    { ...allow, Action: "s3.GetObject" },
    ["invalidAction"],
    "write `s3:GetObject`",
  ],
  ["an action with a wildcard service", "identity", { ...allow, Action: "s*:GetObject" }, ["invalidAction"]],
  ["an action with a space", "identity", { ...allow, Action: "s3: GetObject" }, ["invalidAction"]],
  [
    "a trust policy about buckets",
    "trust",
    { ...trust, Action: "s3:GetObject" },
    ["invalidAction"],
    "write `sts:AssumeRole`",
  ],
  ["a bucket's name", "identity", { ...allow, Resource: "my-bucket" }, ["invalidResource"]],
  [
    "an ARN without its head",
    "identity",
    { ...allow, Resource: "s3:::my-bucket/*" },
    ["invalidResource"],
    "write `arn:aws:s3:::my-bucket/*`",
  ],
  ["an ARN cut short", "identity", { ...allow, Resource: "arn:aws:s3" }, ["invalidResource"]],
  [
    "a wildcard in a principal",
    "trust",
    { ...trust, Principal: { AWS: "arn:aws:iam::111122223333:role/*" } },
    ["invalidPrincipal"],
  ],
  [
    "a group as principal",
    "resource",
    { ...grant, Principal: { AWS: "arn:aws:iam::111122223333:group/devs" } },
    ["invalidPrincipal"],
  ],
  ["a name as principal", "trust", { ...trust, Principal: { AWS: "bob" } }, ["invalidPrincipal"]],
  [
    "a service's short name",
    "trust",
    { ...trust, Principal: { Service: "ec2" } },
    ["invalidPrincipal"],
    "write `ec2.amazonaws.com`",
  ],
]);

table("conditions", [
  ["a misspelt operator", "identity", condition("StringEqual", "x"), ["unknownOperator"], "write `StringEquals`"],
  [
    "with its qualifier",
    "identity",
    condition("ForAnyValue:StringLikes", "x"),
    ["unknownOperator"],
    "write `ForAnyValue:StringLike`",
  ],
  ["Null with IfExists", "identity", condition("NullIfExists", "true"), ["unknownOperator"], "write `Null`"],
  ["a word for a number", "identity", condition("NumericEquals", "ten"), ["invalidConditionValue"]],
  ["a word for a date", "identity", condition("DateGreaterThan", "tomorrow"), ["invalidConditionValue"]],
  ["yes for true", "identity", condition("Bool", "yes"), ["invalidConditionValue"], "write `true` or `false`"],
  ["yes for Null", "identity", condition("Null", "yes"), ["invalidConditionValue"]],
  ["a block that is too long", "identity", condition("IpAddress", "10.0.0.0/33"), ["invalidConditionValue"]],
  [
    "an address with a number too large",
    "identity",
    condition("NotIpAddress", "10.0.0.256"),
    ["invalidConditionValue"],
  ],
]);

describe("whole documents", () => {
  it("must have a known version", () => {
    const [problem] = grammarProblems(parsePolicy({ Version: "2012-10-18", Statement: [allow] }), "identity");
    assert.deepEqual([problem?.code, problem?.fix], ["invalidVersion", "write `2012-10-17`"]);
  });

  it("must have statements", () => {
    assert.equal(grammarProblems(parsePolicy({ Statement: [] }), "identity")[0]?.code, "missingElement");
    assert.deepEqual(grammarProblems(parsePolicy(unknownValue), "identity"), []);
    assert.deepEqual(grammarProblems(parsePolicy({ Statement: unknownValue }), "identity"), []);
  });

  it("must not repeat a statement id", () => {
    const twice = parsePolicy({
      Statement: [
        { ...allow, Sid: "a" },
        { ...allow, Sid: "a" },
      ],
    });
    assert.deepEqual(
      grammarProblems(twice, "identity").map((problem) => `${problem.code} ${problem.path}`),
      ["repeatedSid Statement[1].Sid"],
    );
  });

  it("may begin with whitespace, which the provider takes away before IAM sees it", () => {
    const text = `\n  ${JSON.stringify({ Statement: [allow] })}\n`;
    assert.deepEqual(grammarProblems(parsePolicy(text), "identity"), []);
  });

  it("say where in a text", () => {
    const text = '{\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3GetObject", "Resource": "*" }\n  ]\n}';
    assert.deepEqual(grammarProblems(parsePolicy(text), "identity")[0]?.position, { line: 3, column: 26 });
  });

  it("have a size that AWS takes", () => {
    const long = {
      Version: "2012-10-17",
      Statement: [{ ...trust, Action: Array.from({ length: 600 }, () => "sts:AssumeRole") }],
    };
    assert.equal(grammarProblems(parsePolicy(long), "trust")[0]?.code, "tooLong");
    assert.equal(sizeProblem(6145, sizeQuotas.managed, "the policy")?.code, "tooLong");
    assert.equal(sizeProblem(6144, sizeQuotas.managed, "the policy"), undefined);
  });
});

const corpus = join(__dirname, "../../../../shared/corpora/aws-managed-policies.json");

(existsSync(corpus) ? describe : describe.skip)("AWS's own policies", () => {
  it("are sound, but for the size of some", () => {
    const { policies } = JSON.parse(readFileSync(corpus, "utf8")) as {
      policies: Record<string, { document: PropertyValue }>;
    };
    const found = Object.values(policies).flatMap(({ document }) => grammarProblems(parsePolicy(document), "identity"));
    assert.deepEqual(
      found.filter((problem) => problem.code !== "tooLong"),
      [],
    );
  });
});
