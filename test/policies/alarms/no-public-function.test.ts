import policy from "../../../policies/alarms/no-public-function";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { permission } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "an organization that is known later", given: permission({ principal: "*", principalOrgId: unknown() }) },
    { name: "a source that is known later", given: permission({ principal: "*", sourceArn: unknown() }) },
    { name: "an account that is known later", given: permission({ principal: "*", sourceAccount: unknown() }) },
    { name: "a service", given: permission() },
    { name: "an organization", given: permission({ principal: "*", principalOrgId: "o-example123" }) },
    {
      name: "one source",
      given: permission({ principal: "*", sourceArn: "arn:aws:events:us-east-1:123456789012:rule/tamper" }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: permission({ principal: "*" }),
      findings: [{ id: "open", at: "principal", data: { permission: "notify" } }],
      controls: ["lambda.permission.public"],
    },
  ],
  unknown: [{ name: "a principal from elsewhere", given: permission({ principal: unknown() }), at: "principal" }],
});
