import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import { Topic } from "../../../lib/aws/sns/topic";
import policy from "../../../policies/iam/require-source-conditions-in-keys";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const actions = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];

function using(service: string, condition?: object, action: string | readonly string[] = actions) {
  const statement = { Sid: "Use", Effect: "Allow", Principal: { Service: service }, Action: action, Resource: "*" };
  return condition === undefined ? statement : { ...statement, Condition: condition };
}

const accountOwns = {
  Sid: "Own",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};

function key(...statements: readonly object[]) {
  return declare(Key, "logs", { policy: documentOf(accountOwns, ...statements) });
}

function trailWith(encryption: Declared) {
  return [encryption, declare(Trail, "main", { s3BucketName: "logs", kmsKeyId: encryption.arn })];
}

const ofLogs = (arn: string) => ({ ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn } });
const ofTrail = {
  StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:123456789012:trail/main" },
  StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:123456789012:trail/*" },
};
const generate = "kms:GenerateDataKey*";
const at = "policy.Statement[1].Principal.Service";
const finding = { id: "forAnybody", at };

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Key, "logs") },
    { name: "the account alone", given: key() },
    {
      name: "log groups of one account, as AWS documents it",
      given: key(using("logs.us-east-1.amazonaws.com", ofLogs("arn:aws:logs:us-east-1:123456789012:*"))),
    },
    {
      name: "a trail, as AWS documents it",
      given: trailWith(
        key(
          using("cloudtrail.amazonaws.com", ofTrail, generate),
          using("cloudtrail.amazonaws.com", undefined, "kms:DescribeKey"),
        ),
      ),
    },
    {
      name: "a trail, as AWS once documented it",
      given: trailWith(key(using("cloudtrail.amazonaws.com", { StringLike: ofTrail.StringLike }, generate))),
    },
    {
      name: "AWS Config, as AWS documents it",
      given: key(using("config.amazonaws.com", { StringEquals: { "AWS:SourceAccount": "123456789012" } })),
    },
    {
      name: "CloudTrail for an encrypted topic, where nobody says what it sends along",
      given: (() => {
        const shared = key(using("cloudtrail.amazonaws.com", undefined, generate));
        return [...trailWith(shared), declare(Topic, "notices", { kmsMasterKeyId: shared.id })];
      })(),
    },
    { name: "a key of which no trail is known", given: key(using("cloudtrail.amazonaws.com", undefined, generate)) },
    { name: "alarms that publish to a topic", given: key(using("cloudwatch.amazonaws.com")) },
  ],
  fail: [
    {
      name: "log groups of anybody",
      given: key(using("logs.us-east-1.amazonaws.com")),
      findings: [
        {
          ...finding,
          data: {
            statement: "Use",
            document: "policy of key `logs`",
            service: "logs.us-east-1.amazonaws.com",
            condition:
              '"ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:<region>:<account id>:log-group:*" }',
          },
        },
      ],
      controls: ["iam.condition.confused-deputy"],
    },
    {
      name: "log groups of a name, in any account",
      given: key(using("logs.us-east-1.amazonaws.com", ofLogs("arn:aws:logs:*:*:log-group:*"))),
      findings: [finding],
    },
    {
      name: "trails of anybody",
      given: trailWith(key(using("cloudtrail.amazonaws.com", undefined, generate))),
      findings: [{ ...finding, on: "logs" }],
    },
    {
      name: "AWS Config of any account, in a policy of its own",
      given: (() => {
        const logs = declare(Key, "logs");
        const own = { keyId: logs.id, policy: documentOf(accountOwns, using("config.amazonaws.com")) };
        return [logs, declare(KeyPolicy, "own", own)];
      })(),
      findings: [{ ...finding, on: "own" }],
    },
  ],
  unknown: [{ name: "a policy not known yet", given: declare(Key, "logs", { policy: unknown() }), at: "policy" }],
});
