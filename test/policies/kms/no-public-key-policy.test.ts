import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import policy from "../../../policies/kms/no-public-key-policy";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";

const logs = declare(Key, "logs");

function keyThatAllows(principal: object | string, condition?: object) {
  const statement = { Sid: "Use", Effect: "Allow", Principal: principal, Action: "kms:Decrypt", Resource: "*" };
  return declare(Key, "logs", { policy: document(condition ? { ...statement, Condition: condition } : statement) });
}

function document(...statements: readonly object[]) {
  return jsonStringify({ Version: "2012-10-17", Statement: statements });
}

const everybody = {
  Sid: "Everybody",
  Effect: "Allow",
  Principal: "*",
  Action: ["kms:Encrypt", "kms:Decrypt"],
  Resource: "*",
};

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Key, "logs") },
    { name: "the account", given: keyThatAllows({ AWS: "arn:aws:iam::123456789012:root" }) },
    { name: "a service", given: keyThatAllows({ Service: "cloudtrail.amazonaws.com" }) },
    {
      name: "everybody of one account",
      given: keyThatAllows("*", { StringEquals: { "kms:CallerAccount": "123456789012" } }),
    },
    {
      name: "everybody of one organization",
      given: keyThatAllows({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } }),
    },
    {
      name: "what acts for one account",
      given: keyThatAllows("*", { StringEquals: { "aws:SourceAccount": "123456789012" } }),
    },
    {
      name: "through a service, from one account",
      given: keyThatAllows("*", {
        StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": "123456789012" },
      }),
    },
    {
      name: "one network",
      given: keyThatAllows("*", { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }),
    },
    {
      name: "denied to everybody else",
      given: declare(Key, "logs", {
        policy: document(everybody, {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:*",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } },
        }),
      }),
    },
    {
      name: "a denial",
      given: declare(Key, "logs", {
        policy: document({ Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*" }),
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: keyThatAllows("*"),
      findings: [{ id: "open", at: "policy.Statement[0]", data: { statement: "Use", kind: "key", key: "logs" } }],
      controls: ["kms.policy.wildcard-principal"],
    },
    {
      name: "every account",
      given: keyThatAllows({ AWS: "*" }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "everybody but one",
      given: declare(Key, "logs", {
        policy: document({
          Effect: "Allow",
          NotPrincipal: { AWS: "arn:aws:iam::123456789012:user/intern" },
          Action: "kms:*",
          Resource: "*",
        }),
      }),
      findings: [
        { id: "open", at: "policy.Statement[0]", data: { statement: "Statement[0]", kind: "key", key: "logs" } },
      ],
    },
    {
      name: "a condition that anybody meets",
      given: keyThatAllows("*", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "a condition that takes every account",
      given: keyThatAllows("*", { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:*" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "every address",
      given: keyThatAllows("*", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "a condition that shuts out one account",
      given: keyThatAllows("*", { StringNotEquals: { "kms:CallerAccount": "111111111111" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "a policy of its own",
      given: [logs, declare(KeyPolicy, "open", { keyId: logs.id, policy: document(everybody) })],
      findings: [
        {
          id: "open",
          on: "open",
          at: "policy.Statement[0]",
          data: { statement: "Everybody", kind: "key policy", key: "open" },
        },
      ],
    },
  ],
  unknown: [{ name: "a document not known yet", given: declare(Key, "logs", { policy: unknown() }), at: "policy" }],
  knownMisses: [
    {
      name: "another account by name",
      given: keyThatAllows({ AWS: "arn:aws:iam::999999999999:root" }),
      because: "a stranger's account by name is a matter of trust, not of being public",
    },
  ],
});
