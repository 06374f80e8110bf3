import policy from "../../../policies/alarms/no-topic-not-principal";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { declare, unknown } from "../../support/program";
import { lets, policyApart, topicWith } from "./programs";

const everybodyBut = {
  Effect: "Allow",
  NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "sns:Publish",
  Resource: "*",
};

export default policyTest(policy, {
  pass: [
    { name: "AWS's default policy", given: declare(Topic, "alerts") },
    { name: "a service", given: topicWith(lets({ Service: "cloudwatch.amazonaws.com" })) },
    {
      name: "a denial",
      given: topicWith({ ...everybodyBut, Effect: "Deny" }),
    },
  ],
  fail: [
    {
      name: "everybody but one, in the topic",
      given: topicWith(everybodyBut),
      findings: [
        {
          id: "everybodyBut",
          at: "policy.Statement[0]",
          data: { holder: "topic `alerts`", statement: "Statement[0]" },
        },
      ],
      controls: ["sns.policy.not-principal"],
    },
    {
      name: "everybody but one, by itself",
      given: policyApart({ ...everybodyBut, Sid: "Publish" }),
      findings: [
        {
          id: "everybodyBut",
          at: "policy.Statement[0]",
          data: { holder: "topic policy `alerts`", statement: "Publish" },
        },
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
