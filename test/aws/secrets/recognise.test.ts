import assert from "node:assert/strict";
import { readings, saysSecret, secretsIn } from "../../../lib/aws/secrets/recognise";

/** The examples of AWS's documentation, which open nothing. */
const keyId = `AKIAIOSFODNN7EXAMPLE`;
const secret = `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`;

describe("credentials in texts", () => {
  const table: readonly [what: string, text: string, name: string, found: readonly string[]][] = [
    ["a user's key id", keyId, "", ["access key id"]],
    ["a session's key id", `x=ASIAIOSFODNN7EXAMPLE;`, "", ["access key id"]],
    ["a key id within a longer word", `A${keyId}B`, "", []],
    ["a role's id", "AROAIOSFODNN7EXAMPLE", "", []],
    ["a secret under its name", secret, "AWS_SECRET_ACCESS_KEY", ["secret access key"]],
    ["a secret under another name", secret, "BLOB", []],
    ["a secret next to its id", `${keyId}\n${secret}`, "", ["access key id", "secret access key"]],
    ["a secret far from an id", `${keyId}${" ".repeat(2000)}${secret}`, "", ["access key id"]],
    ["an assignment", `aws_secret_access_key = ${secret}`, "", ["secret access key"]],
    ["a member of JSON", `{"secretKey": "${secret}"}`, "", ["secret access key"]],
    ["a commit under a name that says secret", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "SECRET_COMMIT", []],
    ["the ARN of a secret", "arn:aws:secretsmanager:us-east-1:123456789012:secret:x", "SECRET_ARN", []],
    ["a UUID", "123e4567-e89b-12d3-a456-426614174000", "clientSecret", []],
    ["an image", `${"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf".repeat(9)}=`, "secretImage", []],
    ["a private key", `-----BEGIN EC PRIVATE KEY-----\nMHc`, "", ["private key"]],
    ["the words about a private key", `paste it below -----BEGIN PRIVATE KEY-----`, "", []],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIC", "", []],
  ];
  for (const [what, text, name, found] of table)
    it(`${what}: ${found.join(" and ") || "none"}`, () => assert.deepEqual(secretsIn(text, name), found));

  it("a name that points at a secret is none", () => {
    assert.deepEqual(["client_secret", "SECRET_NAME", "secretArn", "TABLE"].map(saysSecret), [
      true,
      false,
      false,
      false,
    ]);
  });

  it("base64 is read as well as the text", () => {
    assert.deepEqual(readings(Buffer.from(`export KEY=${keyId}`).toString("base64")).length, 2);
    assert.deepEqual(readings("#!/bin/sh"), ["#!/bin/sh"]);
  });

  it("long texts take linear time", () => {
    const texts = [
      "secret ".repeat(40_000),
      `secret${" ".repeat(200_000)}`,
      "A".repeat(300_000),
      "AKIA".repeat(80_000),
    ];
    const start = performance.now();
    for (const text of texts) secretsIn(text, "secret");
    assert.ok(performance.now() - start < 1000);
  });
});
