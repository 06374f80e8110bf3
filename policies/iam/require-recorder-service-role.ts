import { Recorder, isServiceLinkedRole } from "../../lib/aws/monitoring/recorder";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-recorder-service-role",
  on: Recorder,
  severity: "low",
  preset: "strict",
  summary: "AWS Config should record with its service-linked role",
  why: "A role of one's own falls behind when Config learns new types, and records less than it seems to.",
  fix: "Set `roleArn` to the ARN of an `aws.iam.ServiceLinkedRole` for `config.amazonaws.com`.",
  practice: 15,
  covers: ["iam.monitor.config-role"],
  nist: ["CM-8"],
  messages: { ownRole: "recorder `{name}` of AWS Config uses a role other than its service-linked one" },
  *check({ name, roleArn }, { must }) {
    yield* must(isServiceLinkedRole(roleArn), "ownRole", { name });
  },
});
