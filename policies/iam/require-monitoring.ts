import {
  declaresAnalyzer,
  declaresDetector,
  declaresRecorder,
  declaresSecurityHub,
} from "../../lib/aws/monitoring/watchers";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-monitoring",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "A baseline stack should declare what watches the account's access",
  why: "Access that was opened by mistake stays open until something looks for it.",
  fix: "Declare what the message names, in the baseline of each region that is used.",
  practice: 15,
  covers: [
    "iam.monitor.access-analyzer",
    "iam.monitor.config-recorder",
    "iam.monitor.guardduty",
    "iam.monitor.security-hub",
  ],
  nist: ["CA-7", "RA-5", "SI-4"],
  messages: {
    noAnalyzer: {
      what: "the baseline declares no analyzer of access from outside",
      fix: 'Declare an `aws.accessanalyzer.Analyzer` of type `"ACCOUNT"` or `"ORGANIZATION"`.',
    },
    noRecorder: {
      what: "the baseline declares no recorder of AWS Config",
      fix: "Declare an `aws.cfg.Recorder` with a delivery channel and a status.",
    },
    noDetector: {
      what: "the baseline does not switch GuardDuty on",
      fix: "Declare an `aws.guardduty.Detector`.",
    },
    noHub: { what: "the baseline does not switch Security Hub on", fix: "Declare an `aws.securityhub.Account`." },
  },
  *check(stack, { settings, must }) {
    if (!settings.baseline) return;
    yield* must(declaresAnalyzer(stack), "noAnalyzer");
    yield* must(declaresRecorder(stack), "noRecorder");
    yield* must(declaresDetector(stack), "noDetector");
    yield* must(declaresSecurityHub(stack), "noHub");
  },
});
