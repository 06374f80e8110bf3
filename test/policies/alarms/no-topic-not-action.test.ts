import policy from "../../../policies/alarms/no-topic-not-action";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { TopicPolicy } from "../../../lib/aws/sns/topic-policy";
import { declare, unknown } from "../../support/program";
import { lets } from "./programs";

const inTopic = (statement: object) =>
  declare(Topic, "alerts", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) });
const apart = (statement: object) =>
  declare(TopicPolicy, "alerts", {
    arn: "arn:aws:sns:us-east-1:123456789012:alerts",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  });

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Topic, "alerts") },
    { name: "a service", given: inTopic(lets({ Service: "cloudwatch.amazonaws.com" })) },

    {
      name: "a denial",
      given: inTopic({
        ...{
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          NotAction: "sns:DeleteTopic",
          Resource: "*",
        },
        Effect: "Deny",
      }),
    },
  ],
  fail: [
    {
      name: "all actions but one, in the topic",
      given: inTopic({
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        NotAction: "sns:DeleteTopic",
        Resource: "*",
      }),
      findings: [
        { id: "allBut", at: "policy.Statement[0]", data: { holder: "topic `alerts`", statement: "Statement[0]" } },
      ],
      controls: ["sns.policy.not-action"],
    },
    {
      name: "all actions but one, by itself",
      given: apart({
        ...{
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          NotAction: "sns:DeleteTopic",
          Resource: "*",
        },
        Sid: "Publish",
      }),
      findings: [
        { id: "allBut", at: "policy.Statement[0]", data: { holder: "topic policy `alerts`", statement: "Publish" } },
      ],
    },
  ],
  unknown: [
    {
      name: "a policy from elsewhere",
      given: declare(Topic, "alerts", { policy: unknown() }),
      at: "policy",
    },
  ],
});
