import assert from "node:assert/strict";
import { parsePolicy } from "../../../lib/access/parse";
import { accountsNamedIn, arnIn, organizationsNamedIn } from "../../../lib/aws/delivery/arns";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Role } from "../../../lib/aws/iam/role";
import { Key } from "../../../lib/aws/kms/key";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { unknownValue } from "../../../lib/core/properties";
import { type Declared, type Shape, asStack, declare, unknown } from "../../support/program";

const account = "111122223333";

function arnOf(declared: Declared, shape: Shape) {
  const [resource] = asStack([declared], shape).resources;
  assert.ok(resource);
  return arnIn(resource, account);
}

describe("the ARN that a resource will have", () => {
  const cases: readonly (readonly [name: string, declared: Declared, arn: string | symbol])[] = [
    ["a trail", declare(Trail, "main", { name: "main" }), `arn:aws:cloudtrail:us-east-1:${account}:trail/main`],
    [
      "a log group of China",
      declare(LogGroup, "a", { name: "a" }, { region: "cn-north-1" }),
      `arn:aws-cn:logs:cn-north-1:${account}:log-group:a`,
    ],
    ["a bucket", declare(Bucket, "audit", { bucket: "audit-logs" }), "arn:aws:s3:::audit-logs"],
    ["a role with a path", declare(Role, "ci", { name: "ci", path: "/team/" }), `arn:aws:iam::${account}:role/team/ci`],
    ["a name not known yet", declare(LogGroup, "a", { name: unknown() }), unknownValue],
    ["a region not known yet", declare(LogGroup, "a", { name: "a", region: unknown() }), unknownValue],
    ["a key, whose id AWS makes up", declare(Key, "audit"), unknownValue],
  ];
  for (const [name, declared, arn] of cases) {
    it(`of ${name}`, () => assert.equal(arnOf(declared, "preview"), arn));
  }

  it("is its own, once it is deployed", () =>
    assert.equal(
      arnOf(declare(Trail, "main", { name: "main" }), "deployed"),
      "arn:aws:cloudtrail:us-east-1:123456789012:trail/main",
    ));
});

describe("what a document names", () => {
  const document = parsePolicy({
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${account}:root`, "444455556666"] },
        Action: "s3:PutObject",
        Resource: ["arn:aws:s3:::logs-1234567890123/*", "arn:aws:s3:::logs/AWSLogs/o-abcdefghij/*", unknownValue],
        Condition: { StringEquals: { "aws:SourceAccount": ["777788889999", account] } },
      },
    ],
  });

  it("as accounts, each once and no longer figures", () =>
    assert.deepEqual(accountsNamedIn([document]), [account, "444455556666", "777788889999"]));

  it("as organizations", () => assert.deepEqual(organizationsNamedIn(document), ["o-abcdefghij"]));
});
