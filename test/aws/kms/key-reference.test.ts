import assert from "node:assert/strict";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Key } from "../../../lib/aws/kms/key";
import { Alias, keyReference } from "../../../lib/aws/kms/key-reference";
import { type Declared, type Shape, asStack, declare, external, interpolate, unknown } from "../../support/program";

const key = declare(Key, "logs");
const alias = declare(Alias, "logs", { name: "alias/logs", targetKeyId: key.id });
const aliasOfOther = declare(Alias, "other", {
  name: "alias/other",
  targetKeyId: external("1234abcd-12ab-34cd-56ef-1234567890ab"),
});
const aliasOfSome = declare(Alias, "some", { name: "alias/some", targetKeyId: unknown() });
const program = [key, alias, aliasOfOther, aliasOfSome];

/** What the `kmsKeyId` of a trail refers to, in one word. */
function referenceTo(kmsKeyId: object | string | undefined, shape: Shape): string {
  const trail = declare(Trail, "main", { s3BucketName: "audit-logs", ...(kmsKeyId === undefined ? {} : { kmsKeyId }) });
  const stack = asStack([...program, trail], shape);
  const view = Trail.allIn(stack)[0];
  assert.ok(view);
  const reference = keyReference(stack, view.resource, view.kmsKeyId);
  assert.deepEqual(reference.place, { urn: view.urn, path: "kmsKeyId" });
  return reference.kind === "key" ? reference.key.name : reference.kind;
}

const cases: readonly (readonly [
  what: string,
  kmsKeyId: Declared["id"] | object | string | undefined,
  expected: string,
])[] = [
  ["the ARN of a key", key.arn, "logs"],
  ["the id of a key", key.id, "logs"],
  ["the ARN of an alias", alias.arn, "logs"],
  ["the name of an alias", "alias/logs", "logs"],
  ["an alias written out as an ARN", "arn:aws:kms:us-east-1:123456789012:alias/logs", "logs"],
  ["an alias within a text of outputs", interpolate`${alias.arn}`, "logs"],
  ["an alias of a key outside the stack", aliasOfOther.arn, "external"],
  ["an alias that nobody declares", "alias/elsewhere", "external"],
  [
    "a key that nobody declares",
    "arn:aws:kms:us-east-1:123456789012:key/0000abcd-12ab-34cd-56ef-1234567890ab",
    "external",
  ],
  [
    "a key of another stack",
    external("arn:aws:kms:us-east-1:123456789012:key/0000abcd-12ab-34cd-56ef-1234567890ab"),
    "external",
  ],
  ["AWS's own key", "alias/aws/cloudtrail", "awsManaged"],
  ["AWS's own key by ARN", "arn:aws:kms:us-east-1:123456789012:alias/aws/cloudtrail", "awsManaged"],
  ["nothing", undefined, "absent"],
];

describe("what a property that takes a key refers to", () => {
  for (const [what, kmsKeyId, expected] of cases) {
    for (const shape of ["preview", "deployed"] as const) {
      it(`${what} (${shape}): ${expected}`, () => assert.equal(referenceTo(kmsKeyId, shape), expected));
    }
  }

  it("a value that a preview does not know: unknown", () => assert.equal(referenceTo(unknown(), "preview"), "unknown"));

  it("an alias whose target a preview does not know: unknown", () =>
    assert.equal(referenceTo("alias/some", "preview"), "unknown"));
});
