import { ConfigurationAggregator, Recorder, RecorderStatus } from "../../../lib/aws/monitoring/recorder";
import { Detector } from "../../../lib/aws/monitoring/watchers";
import policy from "../../../policies/iam/no-partial-monitoring";
import { policyTest } from "../../support/policy-test";
import { type ArgsGiven, declare, unknown } from "../../support/program";

const roleArn = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

function recorderWith(more: ArgsGiven<object> = {}) {
  return declare(Recorder, "recorder", { name: "recorder", roleArn, ...more });
}

function running(recorder = recorderWith(), isEnabled = true) {
  return [recorder, declare(RecorderStatus, "status", { name: recorder.output("name"), isEnabled })];
}

const everything = { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } };

export default policyTest(policy, {
  pass: [
    { name: "a recorder that runs", given: running() },
    {
      name: "of a baseline, with global types",
      settings: { baseline: true },
      given: running(recorderWith(everything)),
    },
    { name: "a detector", given: declare(Detector, "detector") },
    {
      name: "an aggregator of all regions",
      given: declare(ConfigurationAggregator, "all", {
        organizationAggregationSource: { allRegions: true, roleArn: "arn:aws:iam::123456789012:role/aggregate" },
      }),
    },
  ],
  fail: [
    {
      name: "a recorder that nothing switches on",
      given: recorderWith(),
      findings: [{ id: "stopped", at: "", data: { name: "recorder" } }],
      controls: ["iam.monitor.config-recorder"],
    },
    {
      name: "a recorder that is switched off",
      given: running(recorderWith(), false),
      findings: [{ id: "stopped", on: "status", at: "isEnabled" }],
    },
    {
      name: "some types",
      given: running(recorderWith({ recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] } })),
      findings: [{ id: "someTypes", at: "recordingGroup.allSupported", data: { name: "recorder" } }],
    },
    {
      name: "all types but some",
      given: running(
        recorderWith({ recordingGroup: { recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }] } }),
      ),
      findings: [{ id: "someTypes", at: "recordingGroup.recordingStrategies[0].useOnly" }],
    },
    {
      name: "a baseline without users, roles and policies",
      settings: { baseline: true },
      given: running(),
      findings: [{ id: "noGlobalTypes", at: "recordingGroup" }],
    },
    {
      name: "an aggregator of one region",
      given: declare(ConfigurationAggregator, "one", {
        accountAggregationSource: { accountIds: ["123456789012"], regions: ["us-east-1"] },
      }),
      findings: [{ id: "someRegions", at: "accountAggregationSource.allRegions", data: { name: "one" } }],
      controls: ["iam.monitor.config-aggregator"],
    },
    {
      name: "a detector that is off",
      given: declare(Detector, "detector", { enable: false }),
      findings: [{ id: "detectorOff", at: "enable", data: { name: "detector" } }],
      controls: ["iam.monitor.guardduty"],
    },
  ],
  unknown: [
    { name: "a detector that may be off", given: declare(Detector, "detector", { enable: unknown() }), at: "enable" },
    {
      name: "a group of types not known yet",
      given: running(recorderWith({ recordingGroup: unknown() })),
      at: "recordingGroup",
    },
  ],
});
