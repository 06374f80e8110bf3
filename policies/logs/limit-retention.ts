import * as z from "zod";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { atMost } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { valueOf } from "../../lib/core/read";

export default definePolicy({
  id: "logs-limit-retention",
  on: LogGroup,
  severity: "medium",
  preset: "opt-in",
  summary: "Log groups must not keep their events too long",
  why: "What is kept can be stolen, asked for by a court, and must be paid for. Many laws allow personal data no longer than needed.",
  fix: "Set `retentionInDays` to {maximum} or less, and not to 0.",
  practice: 15,
  nist: ["AU-11", "SI-12"],
  config: z.strictObject({
    maximumDays: z.int().min(1).default(3653).describe("Longest acceptable retention, in days."),
  }),
  messages: {
    tooLong: "log group `{group}` keeps its events {duration}, longer than the {maximum} days that are allowed",
  },
  *check(group, { config, must }) {
    const short = atMost(group.retentionDays, config.maximumDays);
    const days = valueOf(group.retentionDays) ?? 0;
    const duration = days === Infinity ? "for ever" : `for ${days} days`;
    yield* must(short, "tooLong", { group: group.name, duration, maximum: config.maximumDays });
  },
});
