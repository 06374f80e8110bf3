import { Key } from "../../../lib/aws/kms/key";
import { Topic } from "../../../lib/aws/sns/topic";
import policy from "../../../policies/alarms/require-key-access";
import { policyTest } from "../../support/policy-test";
import { type Declared, type DeclareOptions, declare, external, unknown } from "../../support/program";
import { alarm, rule, target } from "./programs";

const account = "123456789012";
const root = {
  Sid: "Root",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};

function lets(...Service: readonly string[]): object {
  return {
    Sid: "Publish",
    Effect: "Allow",
    Principal: { Service },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  };
}

function text(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function key(statements: readonly object[], args: object = {}, options: DeclareOptions = {}): Declared {
  return declare(Key, "alerts", { policy: text(...statements), ...args }, options);
}

function topicWith(by: Declared): readonly Declared[] {
  return [declare(Topic, "alerts", { kmsMasterKeyId: by.arn }), by];
}

const cloudwatch = "cloudwatch.amazonaws.com";
const events = "events.amazonaws.com";
const toTopic = target({ arn: declare(Topic, "alerts").arn });
const closed = key([root]);
const missing = {
  key: "alerts",
  topic: "alerts",
  service: cloudwatch,
  actions: "`kms:Decrypt` and `kms:GenerateDataKey`",
  why: `no statement allows it to \`${cloudwatch}\``,
  statement: JSON.stringify({
    Effect: "Allow",
    Principal: { Service: cloudwatch },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  }),
};

export default policyTest(policy, {
  pass: [
    {
      name: "a target that acts through a role that is known later",
      given: [rule(), target({ arn: declare(Topic, "alerts").arn, roleArn: unknown() }), ...topicWith(closed)],
    },
    { name: "an alarm that may", given: [...topicWith(key([root, lets(cloudwatch)])), alarm()] },
    { name: "a rule that may", given: [...topicWith(key([root, lets(cloudwatch, events)])), rule(), toTopic] },
    { name: "nothing publishes", given: topicWith(closed) },
    {
      name: "a key of AWS, of which another policy tells",
      given: [declare(Topic, "alerts", { kmsMasterKeyId: "alias/aws/sns" }), alarm()],
    },
    {
      name: "a key outside the stack",
      given: [
        declare(Topic, "alerts", { kmsMasterKeyId: external(`arn:aws:kms:us-east-1:${account}:key/1`) }),
        alarm(),
      ],
    },
  ],
  fail: [
    {
      name: "an alarm, and the account alone",
      given: [...topicWith(closed), alarm()],
      findings: [{ id: "refused", at: "policy", data: missing }],
    },
    {
      name: "the default policy",
      given: [...topicWith(declare(Key, "alerts")), alarm()],
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "a rule, and alarms alone",
      given: [...topicWith(key([root, lets(cloudwatch)])), rule(), toTopic],
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "an alarm and a rule, each for itself",
      given: [...topicWith(closed), alarm(), rule(), toTopic],
      findings: [
        { id: "refused", at: "policy" },
        { id: "refused", at: "policy" },
      ],
    },
    {
      name: "may decrypt only",
      given: [...topicWith(key([root, { ...lets(cloudwatch), Action: "kms:Decrypt" }])), alarm()],
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "a condition on a principal's organization, which services have none of",
      given: [
        ...topicWith(
          key([root, { ...lets(cloudwatch), Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } }]),
        ),
        alarm(),
      ],
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "a statement that denies",
      given: [
        ...topicWith(
          key([
            root,
            lets(cloudwatch),
            { Sid: "No", Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
          ]),
        ),
        alarm(),
      ],
      findings: [
        {
          id: "denied",
          at: "policy",
          data: {
            service: "cloudwatch.amazonaws.com",
            key: "alerts",
            topic: "alerts",
            actions: "`kms:Decrypt`",
            why: "`kms:Decrypt` is denied explicitly by the policy (`No`)",
            statement: "No",
          },
        },
      ],
    },
    {
      name: "a disabled key",
      given: [...topicWith(key([root, lets(cloudwatch)], { isEnabled: false })), alarm()],
      findings: [
        {
          id: "disabled",
          at: "isEnabled",
          data: { service: "cloudwatch.amazonaws.com", key: "alerts", topic: "alerts" },
        },
      ],
    },
    {
      name: "an asymmetric key",
      given: [...topicWith(key([root, lets(cloudwatch)], { customerMasterKeySpec: "ECC_NIST_P256" })), alarm()],
      findings: [
        {
          id: "wrongKind",
          at: "customerMasterKeySpec",
          data: {
            service: "cloudwatch.amazonaws.com",
            key: "alerts",
            topic: "alerts",
            actions: "",
            why: "",
            statement: "",
          },
        },
      ],
    },
    {
      name: "a key in another region",
      given: [...topicWith(key([root, lets(cloudwatch)], {}, { region: "eu-west-1" })), alarm()],
      findings: [
        {
          id: "elsewhere",
          at: "region",
          data: {
            service: "cloudwatch.amazonaws.com",
            key: "alerts",
            topic: "alerts",
            actions: "",
            why: "",
            statement: "",
          },
        },
      ],
    },
  ].map((each) => ({ ...each, findings: each.findings.map((finding) => ({ on: "alerts", ...finding })) })),
  unknown: [
    {
      name: "a policy from another stack",
      given: [...topicWith(declare(Key, "alerts", { policy: external(text(root)) })), alarm()],
      at: "policy",
    },
    {
      name: "a condition on the source, of which AWS's pages differ",
      given: [
        ...topicWith(
          key([root, { ...lets(cloudwatch), Condition: { StringEquals: { "aws:SourceAccount": account } } }]),
        ),
        alarm(),
      ],
      at: "policy",
    },
  ],
});
