import policy from "../../../policies/alarms/require-subscribers";
import { policyTest } from "../../support/policy-test";
import { ChatChannel } from "../../../lib/aws/chatbot/channel";
import { declare, external, unknown } from "../../support/program";
import { alarm, rule, subscription, target, topic } from "./programs";

export default policyTest(policy, {
  pass: [
    {
      name: "a target that acts through a role that is known later",
      given: [rule(), target({ arn: topic.arn, roleArn: unknown() }), topic],
    },
    { name: "a subscription", given: [alarm(), topic, subscription()] },
    {
      name: "a chat channel",
      given: [
        alarm(),
        topic,
        declare(ChatChannel, "security", { snsTopicArns: [topic.arn], slackChannelId: "C1", slackTeamId: "T1" }),
      ],
    },
    { name: "a topic of nobody's alarms", given: topic },
    {
      name: "a topic outside the stack",
      given: alarm({ alarmActions: [external("arn:aws:sns:us-east-1:123456789012:ops")] }),
    },
  ],
  fail: [
    {
      name: "an alarm's topic",
      given: [alarm(), topic],
      findings: [{ id: "unheard", on: "alerts", at: "", data: { topic: "alerts" } }],
    },
    {
      name: "a rule's topic",
      given: [rule(), target({ arn: topic.arn }), topic],
      findings: [{ id: "unheard", on: "alerts", at: "" }],
    },
    {
      name: "an alarm's and a rule's, once",
      given: [alarm(), rule(), target({ arn: topic.arn }), topic],
      findings: [{ id: "unheard", on: "alerts", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a subscription to a topic that is not known yet",
      given: [alarm(), topic, subscription({ topic: unknown() })],
      at: "topic",
    },
  ],
});
