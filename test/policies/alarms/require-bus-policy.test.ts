import policy from "../../../policies/alarms/require-bus-policy";
import { policyTest } from "../../support/policy-test";
import { EventBus, EventBusPolicy, EventPermission } from "../../../lib/aws/events/event-bus";
import { type Output, type Unknown, declare, unknown } from "../../support/program";

const bus = declare(EventBus, "custom");
const policyOn = (eventBusName: Output | Unknown | string) =>
  declare(EventBusPolicy, "custom", { eventBusName, policy: '{"Statement":[]}' });

export default policyTest(policy, {
  pass: [
    { name: "a policy", given: [bus, policyOn(bus.output("name"))] },
    {
      name: "a permission, the older form",
      given: [
        bus,
        declare(EventPermission, "custom", {
          eventBusName: bus.output("name"),
          principal: "210987654321",
          statementId: "put",
        }),
      ],
    },
  ],
  fail: [
    {
      name: "no policy",
      given: bus,
      findings: [{ id: "noPolicy", at: "", data: { bus: "custom" } }],
      controls: ["events.bus.policy"],
    },
    {
      name: "a policy of another bus",
      given: [bus, policyOn("default")],
      findings: [{ id: "noPolicy", at: "" }],
    },
  ],
  unknown: [{ name: "a policy of a bus that is not known yet", given: [bus, policyOn(unknown())], at: "" }],
});
