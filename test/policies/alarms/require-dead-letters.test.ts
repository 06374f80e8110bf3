import policy from "../../../policies/alarms/require-dead-letters";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { target } from "./programs";

export default policyTest(policy, {
  pass: [
    {
      name: "a queue",
      given: target({
        arn: "arn:aws:sns:us-east-1:123456789012:ops",
        deadLetterConfig: { arn: "arn:aws:sqs:us-east-1:123456789012:lost" },
      }),
    },
    {
      name: "a queue that is known later",
      given: target({ arn: "arn:aws:sns:us-east-1:123456789012:ops", deadLetterConfig: { arn: unknown() } }),
    },
  ],
  fail: [
    {
      name: "no queue",
      given: target({ arn: "arn:aws:sns:us-east-1:123456789012:ops" }),
      findings: [{ id: "lost", at: "deadLetterConfig", data: { target: "tamper" } }],
      controls: ["events.target.dlq"],
    },
  ],
  unknown: "whether a queue is given always shows in the program",
});
