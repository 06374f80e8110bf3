import policy from "../../../policies/alarms/require-redrive-policy";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { subscription } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "a queue that is known later", given: subscription({ redrivePolicy: unknown() }) },
    {
      name: "a queue",
      given: subscription({
        redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:lost"}',
      }),
    },
  ],
  fail: [
    {
      name: "no queue",
      given: subscription(),
      findings: [{ id: "lost", at: "redrivePolicy", data: { subscription: "ops" } }],
      controls: ["sns.subscription.redrive"],
    },
  ],
  unknown: "whether a queue is given always shows in the program",
});
