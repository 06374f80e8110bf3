import policy from "../../../policies/alarms/require-tls-to-publish";
import { policyTest } from "../../support/policy-test";
import { TopicPolicy } from "../../../lib/aws/sns/topic-policy";
import { declare, unknown } from "../../support/program";
import { lets, topic, topicPolicy } from "./programs";

const refusal = lets("*", { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } });
const alarms = lets({ Service: "cloudwatch.amazonaws.com" });

export default policyTest(policy, {
  pass: [
    { name: "refused", given: [topic, topicPolicy(refusal)] },
    { name: "refused among other statements", given: [topic, topicPolicy(alarms, refusal)] },
  ],
  fail: [
    {
      name: "the default policy",
      given: topic,
      findings: [{ id: "plainHttp", at: "", data: { topic: "alerts" } }],
      controls: ["sns.policy.ssl-publish"],
    },
    {
      name: "a policy that does not speak of it",
      given: [topic, topicPolicy(alarms)],
      findings: [{ id: "plainHttp", on: "alerts", at: "policy" }],
    },
    {
      name: "refused to one account alone",
      given: [
        topic,
        topicPolicy(
          lets({ AWS: "210987654321" }, { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ),
      ],
      findings: [{ id: "plainHttp", on: "alerts", at: "policy" }],
    },
  ],
  unknown: [
    {
      name: "a policy from elsewhere",
      given: [topic, declare(TopicPolicy, "alerts", { arn: topic.arn, policy: unknown() })],
      at: "policy",
    },
  ],
});
