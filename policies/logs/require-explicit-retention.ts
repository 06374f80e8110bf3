import * as z from "zod";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-require-explicit-retention",
  on: LogGroup,
  severity: "medium",
  preset: "recommended",
  summary: "Somebody must decide how long a log group keeps its events",
  why: "AWS keeps events for ever unless told otherwise: that costs more each month, and keeps personal data longer than anybody decided.",
  fix: "Set `retentionInDays`.",
  practice: 15,
  covers: ["logs.retention-set"],
  nist: ["AU-11", "SI-12"],
  config: z.strictObject({
    acceptForEver: z
      .boolean()
      .default(true)
      .describe('Whether 0, "for ever", is a decision. The provider writes 0 where the program says nothing.'),
  }),
  messages: {
    undecided: "nobody decided how long log group `{group}` keeps its events",
    forEver: "log group `{group}` keeps its events for ever",
  },
  *check(group, { config, must }) {
    const { declaredRetentionDays: days } = group;
    yield* must(
      whether(days, () => true, "no"),
      "undecided",
      { group: group.name },
    );
    if (config.acceptForEver || days.kind !== "known") return;
    yield* must(
      whether(days, (count) => count !== 0, "no"),
      "forEver",
      { group: group.name },
    );
  },
});
