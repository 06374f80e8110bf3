import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/limit-retention";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "ten years", given: declare(LogGroup, "main", { retentionInDays: 3653 }) },
    {
      name: "exactly what a stricter site allows",
      config: { maximumDays: 365 },
      given: declare(LogGroup, "main", { retentionInDays: 365 }),
    },
  ],
  fail: [
    {
      name: "nothing said means for ever",
      given: declare(LogGroup, "main"),
      findings: [
        { id: "tooLong", at: "retentionInDays", data: { group: "main", duration: "for ever", maximum: "3653" } },
      ],
    },
    {
      name: "a stricter site",
      config: { maximumDays: 365 },
      given: declare(LogGroup, "main", { retentionInDays: 400 }),
      findings: [
        { id: "tooLong", at: "retentionInDays", data: { group: "main", duration: "for 400 days", maximum: "365" } },
      ],
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
