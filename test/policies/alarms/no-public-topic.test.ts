import policy from "../../../policies/alarms/no-public-topic";
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
      name: "everybody of the account",
      given: inTopic(lets("*", { Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } } })),
    },
    { name: "a denial", given: inTopic({ ...lets("*"), Effect: "Deny" }) },
  ],
  fail: [
    {
      name: "everybody, in the topic",
      given: inTopic(lets("*")),
      findings: [
        { id: "open", at: "policy.Statement[0]", data: { holder: "topic `alerts`", statement: "Statement[0]" } },
      ],
      controls: ["sns.policy.public"],
    },
    {
      name: "everybody, by itself",
      given: apart({ ...lets("*"), Sid: "Publish" }),
      findings: [
        { id: "open", at: "policy.Statement[0]", data: { holder: "topic policy `alerts`", statement: "Publish" } },
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
