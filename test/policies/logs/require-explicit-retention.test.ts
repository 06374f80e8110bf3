import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/require-explicit-retention";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a number of days", given: declare(LogGroup, "main", { retentionInDays: 30 }) },
    { name: "0 is a decision", given: declare(LogGroup, "main", { retentionInDays: 0 }) },
    {
      name: "a number of days, where 0 is none",
      config: { acceptForEver: false },
      given: declare(LogGroup, "main", { retentionInDays: 30 }),
    },
  ],
  fail: [
    {
      name: "nothing said, and no provider that fills it in",
      given: declare(LogGroup, "main", {}, { unchecked: true }),
      findings: [{ id: "undecided", at: "retentionInDays", data: { group: "main" } }],
      controls: ["logs.retention-set"],
    },
    {
      name: "nothing said, where 0 is no decision",
      config: { acceptForEver: false },
      given: declare(LogGroup, "main"),
      findings: [{ id: "forEver", at: "retentionInDays", data: { group: "main" } }],
      controls: ["logs.retention-set"],
    },
  ],
  unknown: "a figure that is known only after deployment is a decision too; wrong shapes are the provider's to refuse",
  knownMisses: [
    {
      name: "nothing said, with the provider's own check",
      because: "the provider writes 0 into the inputs, as if the program had said it",
      given: declare(LogGroup, "main"),
    },
  ],
});
