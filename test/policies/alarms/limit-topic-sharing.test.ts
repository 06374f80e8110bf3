import policy from "../../../policies/alarms/limit-topic-sharing";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { TopicPolicy } from "../../../lib/aws/sns/topic-policy";
import { lets, topic, topicPolicy } from "./programs";

const other = { AWS: "arn:aws:iam::210987654321:root" };
const shared = [topicPolicy(lets(other)), topic];

export default policyTest(policy, {
  pass: [
    { name: "a service", given: [topicPolicy(lets({ Service: "cloudwatch.amazonaws.com" })), topic] },
    { name: "the account itself", only: "deployed", given: [topicPolicy(lets({ AWS: "123456789012" })), topic] },
    { name: "a trusted account", settings: { trustedAccounts: ["210987654321"] }, given: shared },
    { name: "a denial", only: "deployed", given: [topicPolicy({ ...lets(other), Effect: "Deny" }), topic] },
  ],
  fail: [
    {
      name: "another account",
      only: "deployed",
      given: shared,
      findings: [
        {
          id: "foreign",
          at: "policy.Statement[0].Principal.AWS",
          data: { holder: "topic policy `alerts`", statement: "Statement[0]", account: "210987654321" },
        },
      ],
      controls: ["sns.policy.cross-account"],
    },
  ],
  unknown: [
    {
      name: "before the first deployment nobody knows the own account",
      given: shared,
      at: "policy.Statement[0].Principal.AWS",
    },
    {
      name: "a policy from elsewhere",
      given: [declare(TopicPolicy, "alerts", { arn: topic.arn, policy: unknown() }), topic],
      at: "policy",
    },
  ],
});
