import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/require-retention";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "exactly a year", given: declare(LogGroup, "main", { retentionInDays: 365 }) },
    { name: "absent means for ever", given: declare(LogGroup, "main") },
    { name: "0 means for ever", given: declare(LogGroup, "main", { retentionInDays: 0 }) },
    { name: "a laxer site", config: { minimumDays: 30 }, given: declare(LogGroup, "main", { retentionInDays: 30 }) },
  ],
  fail: [
    {
      name: "thirty days",
      given: declare(LogGroup, "main", { retentionInDays: 30 }),
      findings: [{ id: "tooShort", at: "retentionInDays", data: { group: "main", days: "30", minimum: "365" } }],
      controls: ["logs.retention-min"],
    },
    {
      name: "a stricter site",
      config: { minimumDays: 731 },
      given: declare(LogGroup, "main", { retentionInDays: 365 }),
      findings: [{ id: "tooShort", at: "retentionInDays", data: { group: "main", days: "365", minimum: "731" } }],
    },
  ],
  unknown: [
    {
      name: "a figure from another stack",
      given: declare(LogGroup, "main", { retentionInDays: unknown() }),
      at: "retentionInDays",
    },
  ],
});
