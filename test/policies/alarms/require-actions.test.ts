import policy from "../../../policies/alarms/require-actions";
import { policyTest } from "../../support/policy-test";
import { CompositeAlarm } from "../../../lib/aws/cloudwatch/composite-alarm";
import { declare, interpolate, unknown } from "../../support/program";
import { alarm, topic } from "./programs";

const silent = alarm({ alarmActions: null });
const composite = (actions: object) =>
  declare(CompositeAlarm, "any", {
    alarmName: "any",
    alarmRule: interpolate`ALARM("${silent.output("name")}")`,
    ...actions,
  });

export default policyTest(policy, {
  pass: [
    { name: "a topic", given: [alarm(), topic] },
    { name: "a composite alarm acts for it", given: [silent, composite({ alarmActions: [topic.arn] }), topic] },
    { name: "a topic outside the stack", given: alarm({ alarmActions: ["arn:aws:sns:us-east-1:123456789012:ops"] }) },
  ],
  fail: [
    {
      name: "switched off",
      given: [alarm({ actionsEnabled: false }), topic],
      findings: [
        {
          id: "noAction",
          at: "actionsEnabled",
          data: {
            what: "the actions of alarm `tamper` are switched off",
            fix: "Leave `actionsEnabled` out, or set it to true.",
          },
        },
      ],
      controls: ["alarm.actions-enabled"],
    },
    {
      name: "no action",
      given: silent,
      findings: [{ id: "noAction", at: "alarmActions" }],
      controls: ["alarm.has-action"],
    },
    {
      name: "only when all is well",
      given: [alarm({ alarmActions: [], okActions: [topic.arn] }), topic],
      findings: [{ id: "noAction", at: "alarmActions" }],
    },
    {
      name: "a composite alarm without an action",
      given: [silent, composite({})],
      findings: [{ id: "noAction", at: "alarmActions", on: "any" }],
    },
  ],
  unknown: [
    { name: "a switch from elsewhere", given: [alarm({ actionsEnabled: unknown() }), topic], at: "actionsEnabled" },
  ],
});
