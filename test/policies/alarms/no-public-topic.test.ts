import policy from "../../../policies/alarms/no-public-topic";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { declare, unknown } from "../../support/program";
import { lets, policyApart, topicWith } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Topic, "alerts") },
    { name: "a service", given: topicWith(lets({ Service: "cloudwatch.amazonaws.com" })) },
    {
      name: "everybody of the account",
      given: topicWith(lets("*", { Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } } })),
    },
    { name: "a denial", given: topicWith({ ...lets("*"), Effect: "Deny" }) },
  ],
  fail: [
    {
      name: "everybody, in the topic",
      given: topicWith(lets("*")),
      findings: [
        { id: "open", at: "policy.Statement[0]", data: { holder: "topic `alerts`", statement: "Statement[0]" } },
      ],
      controls: ["sns.policy.public"],
    },
    {
      name: "everybody, by itself",
      given: policyApart({ ...lets("*"), Sid: "Publish" }),
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
