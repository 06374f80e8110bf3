import policy from "../../../policies/alarms/no-plain-http";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { subscription } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "mail", given: subscription() },
    { name: "over TLS", given: subscription({ protocol: "https", endpoint: "https://pager.example.com" }) },
  ],
  fail: [
    {
      name: "plain",
      given: subscription({ protocol: "http", endpoint: "http://pager.example.com" }),
      findings: [{ id: "plainHttp", at: "protocol", data: { subscription: "ops" } }],
      controls: ["sns.subscription.https"],
    },
  ],
  unknown: [{ name: "a protocol from elsewhere", given: subscription({ protocol: unknown() }), at: "protocol" }],
});
