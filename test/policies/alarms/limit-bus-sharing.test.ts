import policy from "../../../policies/alarms/limit-bus-sharing";
import { policyTest } from "../../support/policy-test";
import { EventBus, EventBusPolicy } from "../../../lib/aws/events/event-bus";
import { declare, unknown } from "../../support/program";

const bus = declare(EventBus, "custom");
const lets = (principal: object | string) => ({
  Effect: "Allow",
  Principal: principal,
  Action: "events:PutEvents",
  Resource: "*",
});
const policyOf = (statement: object) => [
  declare(EventBusPolicy, "custom", {
    eventBusName: bus.output("name"),
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  }),
  bus,
];
const shared = policyOf(lets({ AWS: "210987654321" }));

export default policyTest(policy, {
  pass: [
    { name: "the account itself", only: "deployed", given: policyOf(lets({ AWS: "123456789012" })) },
    { name: "a trusted account", settings: { trustedAccounts: ["210987654321"] }, given: shared },
  ],
  fail: [
    {
      name: "another account",
      only: "deployed",
      given: shared,
      findings: [
        {
          id: "foreign",
          at: "policy.Statement[0].Principal.AWS",
          data: { holder: "event bus policy `custom`", statement: "Statement[0]", account: "210987654321" },
        },
      ],
      controls: ["events.bus.cross-account"],
    },
  ],
  unknown: [
    {
      name: "before the first deployment nobody knows the own account",
      given: shared,
      at: "policy.Statement[0].Principal.AWS",
    },
    {
      name: "a policy from elsewhere",
      given: [declare(EventBusPolicy, "custom", { policy: unknown() })],
      at: "policy",
    },
  ],
});
