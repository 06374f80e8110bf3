import { Analyzer } from "../../../lib/aws/monitoring/analyzer";
import { Recorder } from "../../../lib/aws/monitoring/recorder";
import { Detector, SecurityHubAccount } from "../../../lib/aws/monitoring/watchers";
import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/require-monitoring";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const settings = { baseline: true };
const analyzer = declare(Analyzer, "analyzer", { analyzerName: "account" });
const recorder = declare(Recorder, "recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
const detector = declare(Detector, "detector");
const hub = declare(SecurityHubAccount, "hub");

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: declare(User, "ci") },
    { name: "all four", settings, given: [analyzer, recorder, detector, hub] },
    {
      name: "an analyzer of the organization",
      settings,
      given: [declare(Analyzer, "all", { analyzerName: "all", type: "ORGANIZATION" }), recorder, detector, hub],
    },
  ],
  fail: [
    {
      name: "no analyzer",
      settings,
      given: [recorder, detector, hub],
      findings: [{ id: "noAnalyzer", on: "", at: "" }],
      controls: ["iam.monitor.access-analyzer"],
    },
    {
      name: "an analyzer of unused access alone",
      settings,
      given: [
        declare(Analyzer, "unused", { analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS" }),
        recorder,
        detector,
        hub,
      ],
      findings: [{ id: "noAnalyzer", on: "", at: "" }],
    },
    {
      name: "no recorder",
      settings,
      given: [analyzer, detector, hub],
      findings: [{ id: "noRecorder", on: "", at: "" }],
      controls: ["iam.monitor.config-recorder"],
    },
    {
      name: "no GuardDuty",
      settings,
      given: [analyzer, recorder, hub],
      findings: [{ id: "noDetector", on: "", at: "" }],
      controls: ["iam.monitor.guardduty"],
    },
    {
      name: "no Security Hub",
      settings,
      given: [analyzer, recorder, detector],
      findings: [{ id: "noHub", on: "", at: "" }],
      controls: ["iam.monitor.security-hub"],
    },
  ],
  unknown: [
    {
      name: "an analyzer of a type not known yet",
      settings,
      given: [declare(Analyzer, "analyzer", { analyzerName: "account", type: unknown() }), recorder, detector, hub],
      at: "type",
    },
  ],
});
