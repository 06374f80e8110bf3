import policy from "../../../policies/alarms/no-topic-not-action";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { declare, unknown } from "../../support/program";
import { lets, policyApart, topicWith } from "./programs";

const allBut = {
  Effect: "Allow",
  Principal: { Service: "cloudwatch.amazonaws.com" },
  NotAction: "sns:DeleteTopic",
  Resource: "*",
};

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Topic, "alerts") },
    { name: "a service", given: topicWith(lets({ Service: "cloudwatch.amazonaws.com" })) },
    {
      name: "a denial",
      given: topicWith({ ...allBut, Effect: "Deny" }),
    },
  ],
  fail: [
    {
      name: "all actions but one, in the topic",
      given: topicWith(allBut),
      findings: [
        { id: "allBut", at: "policy.Statement[0]", data: { holder: "topic `alerts`", statement: "Statement[0]" } },
      ],
      controls: ["sns.policy.not-action"],
    },
    {
      name: "all actions but one, by itself",
      given: policyApart({ ...allBut, Sid: "Publish" }),
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
