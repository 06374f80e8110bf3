import { ConfigurationAggregator, Recorder } from "../../lib/aws/monitoring/recorder";
import { Detector, recordsGlobalTypes, runs } from "../../lib/aws/monitoring/watchers";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-partial-monitoring",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "What watches the account's access should be switched on and leave nothing out",
  why: "A recorder without a status, or a detector that is off, looks in the program as if somebody watched.",
  fix: "Switch it on, for all types and regions.",
  practice: 15,
  covers: ["iam.monitor.config-recorder", "iam.monitor.config-aggregator", "iam.monitor.guardduty"],
  nist: ["CA-7", "CM-8", "SI-4"],
  messages: {
    someTypes: {
      what: "recorder `{name}` of AWS Config records only some types of resources",
      fix: "Remove `recordingGroup`'s list, or set `allSupported: true`.",
    },
    noGlobalTypes: {
      what: "no recorder of AWS Config records users, roles and policies",
      fix: "Set `includeGlobalResourceTypes: true` in the `recordingGroup` of one region.",
    },
    stopped: {
      what: "recorder `{name}` of AWS Config is not switched on",
      fix: "Declare an `aws.cfg.RecorderStatus` with `isEnabled: true`.",
    },
    someRegions: {
      what: "aggregator `{name}` of AWS Config leaves regions out",
      fix: "Set `allRegions: true`.",
    },
    detectorOff: { what: "detector `{name}` of GuardDuty is switched off", fix: "Remove `enable: false`." },
  },
  *check(stack, { settings, must }) {
    for (const recorder of Recorder.allIn(stack)) {
      const { name } = recorder;
      yield* must(recorder.recordsAllTypes, "someTypes", { name });
      yield* must(runs(stack, recorder), "stopped", { name });
    }
    if (settings.baseline) yield* must(recordsGlobalTypes(stack), "noGlobalTypes");
    for (const { coversAllRegions, name } of ConfigurationAggregator.allIn(stack))
      yield* must(coversAllRegions, "someRegions", { name });
    for (const { isEnabled, name } of Detector.allIn(stack)) yield* must(isEnabled, "detectorOff", { name });
  },
});
