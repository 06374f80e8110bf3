import policy from "../../../policies/alarms/no-public-bus";
import { policyTest } from "../../support/policy-test";
import { EventBusPolicy } from "../../../lib/aws/events/event-bus";
import { declare, unknown } from "../../support/program";

const policyOf = (statement: object) =>
  declare(EventBusPolicy, "custom", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) });
const lets = { Sid: "Put", Effect: "Allow", Action: "events:PutEvents", Resource: "*" };

export default policyTest(policy, {
  pass: [
    { name: "an account", given: policyOf({ ...lets, Principal: { AWS: "210987654321" } }) },
    {
      name: "an organization",
      given: policyOf({
        ...lets,
        Principal: "*",
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example123" } },
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: policyOf({ ...lets, Principal: "*" }),
      findings: [
        { id: "open", at: "policy.Statement[0]", data: { holder: "event bus policy `custom`", statement: "Put" } },
      ],
      controls: ["events.bus.public"],
    },
  ],
  unknown: [
    { name: "a policy from elsewhere", given: declare(EventBusPolicy, "custom", { policy: unknown() }), at: "policy" },
  ],
});
