import { type sns } from "@pulumi/aws";
import policy from "../../../policies/alarms/no-unreachable-topic";
import { policyTest } from "../../support/policy-test";
import { Key } from "../../../lib/aws/kms/key";
import { Topic } from "../../../lib/aws/sns/topic";
import { type ArgsGiven, declare, external, jsonStringify, unknown } from "../../support/program";
import { alarm, lets, rule, target, topic, topicPolicy } from "./programs";

const keyFor = (service: string) =>
  declare(Key, "alerts", {
    policy: jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: service },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
        },
      ],
    }),
  });
const open = keyFor("cloudwatch.amazonaws.com");
const closed = keyFor("events.amazonaws.com");
const encrypted = (kmsMasterKeyId: ArgsGiven<sns.TopicArgs>["kmsMasterKeyId"]) =>
  declare(Topic, "alerts", { kmsMasterKeyId });

export default policyTest(policy, {
  pass: [
    {
      name: "a target that acts through a role that is known later",
      given: [rule(), target({ arn: topic.arn, roleArn: unknown() }), topic],
    },
    { name: "the default policy admits alarms", given: [alarm(), topic] },
    {
      name: "a policy that admits them",
      given: [alarm(), topic, topicPolicy(lets({ Service: "cloudwatch.amazonaws.com" }))],
    },
    {
      name: "a policy that admits rules",
      given: [rule(), target({ arn: topic.arn }), topic, topicPolicy(lets({ Service: "events.amazonaws.com" }))],
    },
    { name: "a key that admits alarms", given: [alarm(), encrypted(open.arn), open] },
    {
      name: "a key that admits others, of which another policy tells",
      given: [alarm(), encrypted(closed.arn), closed],
    },
    { name: "a topic that nothing publishes to", given: encrypted("alias/aws/sns") },
    {
      name: "a topic outside the stack",
      given: alarm({ alarmActions: [external("arn:aws:sns:us-east-1:123456789012:ops")] }),
    },
  ],
  fail: [
    {
      name: "a key of AWS",
      given: [alarm(), encrypted("alias/aws/sns")],
      findings: [{ id: "unreachable", on: "alerts", at: "kmsMasterKeyId" }],
    },
    {
      name: "a policy that admits others",
      given: [alarm(), topic, topicPolicy(lets({ Service: "events.amazonaws.com" }))],
      findings: [
        {
          id: "unreachable",
          on: "alerts",
          at: "policy",
          data: {
            what: "topic `alerts` has a policy under which no statement of a policy allows `sns:Publish` to this principal",
            fix: "Let the policy of topic `alerts` allow `sns:Publish` to `cloudwatch.amazonaws.com`.",
          },
        },
      ],
    },
    {
      name: "the default policy does not admit rules",
      given: [rule(), target({ arn: topic.arn }), topic],
      findings: [{ id: "unreachable", on: "alerts", at: "" }],
    },
    {
      name: "many alarms, one finding",
      given: [alarm(), alarm({ metricName: "Other" }), encrypted("alias/aws/sns")],
      findings: [{ id: "unreachable", on: "alerts", at: "kmsMasterKeyId" }],
    },
  ],
  unknown: [
    {
      name: "a key outside the stack",
      given: [alarm(), encrypted(external("arn:aws:kms:us-east-1:123456789012:key/a"))],
      at: "kmsMasterKeyId",
    },
  ],
});
