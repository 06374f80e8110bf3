import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-encrypted-log-group";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external, interpolate, unknown } from "../../support/program";

import { LogGroup } from "../../../lib/aws/logs/log-group";
const arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail";
const plain = declare(LogGroup, "plain");
const encrypted = declare(LogGroup, "encrypted", { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234" });
const audit = declareType("app:index:Audit", "audit");
const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });

export default policyTest(policy, {
  pass: [
    {
      name: "a key that is known later",
      given: [
        trail("main", { cloudWatchLogsGroupArn: interpolate`${plain.arn}:*` }),
        declare(LogGroup, "plain", { kmsKeyId: unknown() }),
      ],
    },
    {
      name: "an encrypted group of the stack",
      given: [trail("main", { cloudWatchLogsGroupArn: interpolate`${encrypted.arn}:*` }), encrypted],
    },
    { name: "a group of another stack", given: trail("main", { cloudWatchLogsGroupArn: external(`${arn}:*`) }) },
    { name: "no group", given: trail("main", {}) },
    {
      name: "another group of the stack",
      given: [trail("main", { cloudWatchLogsGroupArn: interpolate`${encrypted.arn}:*` }), encrypted, plain],
    },
  ],
  fail: [
    {
      name: "a group of the stack without a key",
      given: [trail("main", { cloudWatchLogsGroupArn: interpolate`${plain.arn}:*` }), plain],
      findings: [{ id: "noKey", on: "plain", at: "kmsKeyId", data: { group: "plain", trail: "main" } }],
      controls: ["logs.kms"],
    },
    {
      name: "a group of the stack by its name in an ARN, in a component",
      given: [
        declare(Trail, "main", { s3BucketName: "logs", cloudWatchLogsGroupArn: `${arn}:*` }, { parent: audit }),
        declare(LogGroup, "named", { name: "trail" }, { parent: audit }),
        audit,
      ],
      findings: [{ id: "noKey", on: "named", at: "kmsKeyId" }],
    },
  ],
  unknown: [
    {
      name: "a group not known yet",
      given: trail("main", { cloudWatchLogsGroupArn: unknown() }),
      at: "cloudWatchLogsGroupArn",
    },
  ],
});
