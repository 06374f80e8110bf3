import { LogGroup } from "../../lib/aws/logs/log-group";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-require-kms",
  on: LogGroup,
  severity: "medium",
  preset: "recommended",
  summary: "Log groups should be encrypted with a KMS key of your own",
  why: "AWS encrypts log groups in any case, for whoever may read them. With a key its policy says who that is, and each use is recorded.",
  fix: "Set `kmsKeyId` to the ARN of an `aws.kms.Key` whose policy lets CloudWatch Logs use it.",
  practice: 15,
  covers: ["logs.kms"],
  nist: ["AU-9", "SC-28"],
  messages: { noKey: "log group `{group}` has no KMS key" },
  *check(group, { must }) {
    yield* must(isGiven(group.kmsKeyId), "noKey", { group: group.name });
  },
});
