import policy from "../../../policies/alarms/require-delivery-logging";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "one protocol",
      given: declare(Topic, "alerts", { httpFailureFeedbackRoleArn: "arn:aws:iam::123456789012:role/sns-logs" }),
    },
  ],
  fail: [
    {
      name: "none",
      given: declare(Topic, "alerts"),
      findings: [{ id: "unlogged", at: "", data: { topic: "alerts" } }],
      controls: ["sns.delivery-status-logging"],
    },
  ],
  unknown: "whether a role is given always shows in the program",
});
