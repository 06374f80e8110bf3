import { Key } from "../../../lib/aws/kms/key";
import { Alias } from "../../../lib/aws/kms/key-reference";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/require-key-access";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, external, unknown } from "../../support/program";

const account = "123456789012";
const groupArn = `arn:aws:logs:us-east-1:${account}:log-group:audit`;

type Statement = Readonly<Record<string, unknown>>;

function letsLogs(Condition: object = {}, Service = "logs.us-east-1.amazonaws.com"): Statement {
  const Action = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];
  return { Sid: "Logs", Effect: "Allow", Principal: { Service }, Action, Resource: "*", Condition };
}

const root: Statement = {
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};

function context(arn: string): object {
  return { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn } };
}

function groupWith(key: Declared): readonly Declared[] {
  return [key, declare(LogGroup, "audit", { name: "audit", kmsKeyId: key.arn })];
}

function keyWith(...statements: readonly Statement[]): Declared {
  return declare(Key, "logs", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [root, ...statements] }) });
}

function under(...statements: readonly Statement[]): readonly Declared[] {
  return groupWith(keyWith(...statements));
}

const open = JSON.stringify({ Version: "2012-10-17", Statement: [root, letsLogs()] });
const key = keyWith(letsLogs());
const far = declare(Key, "logs", { policy: open }, { region: "eu-west-1" });

export default policyTest(policy, {
  pass: [
    { name: "as AWS documents it", given: under(letsLogs(context(groupArn))), only: "deployed" },
    {
      name: "any group of the account",
      given: under(letsLogs(context(`arn:aws:logs:*:${account}:*`))),
      only: "deployed",
    },
    { name: "any group of any account", given: under(letsLogs(context("arn:aws:logs:*:*:log-group:*"))) },
    { name: "without a condition", given: groupWith(key) },
    {
      name: "by an alias",
      given: [
        key,
        declare(Alias, "logs", { name: "alias/logs", targetKeyId: key.id }),
        declare(LogGroup, "audit", { kmsKeyId: declare(Alias, "logs", { name: "alias/logs" }).arn }),
      ],
    },
    {
      name: "a key outside the stack",
      given: declare(LogGroup, "audit", { kmsKeyId: external(`arn:aws:kms:us-east-1:${account}:key/1`) }),
    },
    { name: "no key", given: declare(LogGroup, "audit") },
  ],
  fail: [
    {
      name: "only the account",
      given: under(),
      findings: [
        {
          id: "refused",
          at: "policy",
          data: {
            key: "logs",
            group: "audit",
            actions: "`kms:Encrypt` and `kms:Decrypt` and `kms:GenerateDataKey`",
            why: "no statement allows it to `logs.us-east-1.amazonaws.com`",
            statement: JSON.stringify({
              Effect: "Allow",
              Principal: { Service: "logs.us-east-1.amazonaws.com" },
              Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
              Resource: "*",
              Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groupArn } },
            }),
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "the service without its region",
      given: under(letsLogs({}, "logs.amazonaws.com")),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "the service of another region",
      given: under(letsLogs({}, "logs.eu-west-1.amazonaws.com")),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "another group, known before anything is deployed",
      given: under(letsLogs(context("arn:aws:logs:us-east-1:*:log-group:other"))),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "the ARN with its streams",
      given: under(letsLogs({ ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `${groupArn}:*` } })),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "a statement that denies",
      given: under(letsLogs(), { Sid: "No", Effect: "Deny", Principal: "*", Action: "kms:Encrypt", Resource: "*" }),
      findings: [
        {
          id: "denied",
          at: "policy",
          data: {
            actions: "`kms:Encrypt`",
            why: "`kms:Encrypt` is denied explicitly by the policy (`No`)",
            statement: "No",
            key: "logs",
            group: "audit",
          },
        },
      ],
    },
    {
      name: "an asymmetric key",
      given: groupWith(declare(Key, "logs", { policy: open, customerMasterKeySpec: "RSA_2048" })),
      findings: [
        {
          id: "wrongKind",
          at: "customerMasterKeySpec",
          data: { actions: "", why: "", statement: "", key: "logs", group: "audit" },
        },
      ],
    },
    {
      name: "a key in another region",
      given: groupWith(far),
      findings: [
        { id: "elsewhere", at: "region", data: { actions: "", why: "", statement: "", key: "logs", group: "audit" } },
      ],
    },
  ],
  unknown: [
    {
      name: "a policy from another stack",
      given: groupWith(declare(Key, "logs", { policy: external(open) })),
      at: "policy",
    },
    { name: "a group whose account is not known yet", given: under(letsLogs(context(groupArn))), at: "policy" },
    { name: "which key", given: [key, declare(LogGroup, "audit", { kmsKeyId: unknown() })], at: "kmsKeyId" },
  ],
});
