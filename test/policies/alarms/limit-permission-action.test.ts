import policy from "../../../policies/alarms/limit-permission-action";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { permission } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "to invoke it", given: permission() },
    {
      name: "in the case in which Pulumi's own event handlers write it",
      given: permission({ action: "lambda:invokeFunction" }),
    },
    { name: "to invoke its URL", given: permission({ action: "lambda:InvokeFunctionUrl" }) },
  ],
  fail: [
    {
      name: "everything",
      given: permission({ action: "lambda:*" }),
      findings: [{ id: "tooMuch", at: "action", data: { permission: "notify", action: "lambda:*" } }],
      controls: ["lambda.permission.action"],
    },
    {
      name: "its code",
      given: permission({ action: "lambda:GetFunction" }),
      findings: [{ id: "tooMuch", at: "action" }],
    },
  ],
  unknown: [{ name: "an action from elsewhere", given: permission({ action: unknown() }), at: "action" }],
});
