import policy from "../../../policies/alarms/no-dead-alarm";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";
import { alarm, filter } from "./programs";

export default policyTest(policy, {
  pass: [
    { name: "a sum", given: [alarm(), filter()] },
    {
      name: "an alarm on another metric",
      given: [alarm({ metricName: "CPUUtilization", namespace: "AWS/EC2", statistic: "Average", threshold: 90 })],
    },
    {
      name: "an average of a metric that nothing of the stack publishes",
      given: alarm({ statistic: "Average", threshold: 12 }),
    },
    { name: "many events in a period", given: [alarm({ threshold: 10 }), filter()] },
    {
      name: "many periods in a row",
      given: [alarm({ evaluationPeriods: 3, treatMissingData: "notBreaching" }), filter()],
    },
    {
      name: "an average without a default value",
      given: [alarm({ statistic: "Average" }), filter()],
    },
  ],
  fail: [
    {
      name: "an average with default 0",
      given: [
        alarm({ statistic: "Average" }),
        filter({ metricTransformation: { name: "Tamper", namespace: "Security", value: "1", defaultValue: "0" } }),
      ],
      findings: [
        {
          id: "dead",
          at: "statistic",
          data: {
            what: "alarm `tamper` never fires: Average of 1 and default 0 stays below threshold 1",
            fix: "Use statistic `Sum`.",
          },
        },
      ],
    },
    {
      name: "an average that is asked to be twelve",
      given: [alarm({ statistic: "Average", threshold: 12 }), filter()],
      findings: [{ id: "dead", at: "threshold" }],
    },
    {
      name: "missing data as breaching",
      given: [alarm({ treatMissingData: "breaching" }), filter()],
      findings: [{ id: "dead", at: "treatMissingData" }],
    },
    {
      name: "ignored missing data",
      given: [alarm({ treatMissingData: "ignore" }), filter()],
      findings: [
        {
          id: "dead",
          at: "treatMissingData",
          data: {
            what: "alarm `tamper` fires once and then stays in ALARM for ever, since missing data is ignored: a later event changes nothing",
            fix: "Set `treatMissingData` to `notBreaching`.",
          },
        },
      ],
    },
    {
      name: "a default that breaches",
      given: [
        alarm({ statistic: "SampleCount" }),
        filter({ metricTransformation: { name: "Tamper", namespace: "Security", value: "1", defaultValue: "0" } }),
      ],
      findings: [{ id: "dead", at: "statistic" }],
    },
  ],
  unknown: [
    { name: "a threshold from elsewhere", given: [alarm({ threshold: unknown() }), filter()], at: "threshold" },
    {
      name: "a heartbeat, which rings when events stop",
      given: [alarm({ comparisonOperator: "LessThanThreshold", treatMissingData: "breaching" }), filter()],
      at: "threshold",
    },
  ],
  knownMisses: [
    {
      name: "another namespace than the filter's",
      given: [alarm({ namespace: "CISBenchmark" }), filter()],
      because: "something outside the stack may publish that metric; the alarms that detections need are judged whole",
    },
  ],
});
