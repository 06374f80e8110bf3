import policy from "../../../policies/alarms/require-permission-source";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { permission } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "an account that is known later", given: permission({ sourceAccount: unknown() }) },
    { name: "a rule", given: permission({ sourceArn: "arn:aws:events:us-east-1:123456789012:rule/tamper" }) },
    { name: "a rule that is known later", given: permission({ sourceArn: unknown() }) },
    { name: "an account", given: permission({ sourceAccount: "123456789012" }) },
    { name: "a role", given: permission({ principal: "arn:aws:iam::123456789012:role/ci" }) },
  ],
  fail: [
    {
      name: "any source",
      given: permission(),
      findings: [
        { id: "anySource", at: "principal", data: { permission: "notify", service: "`events.amazonaws.com`" } },
      ],
      controls: ["lambda.permission.source-arn"],
    },
  ],
  unknown: [{ name: "a principal from elsewhere", given: permission({ principal: unknown() }), at: "principal" }],
});
