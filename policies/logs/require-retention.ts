import * as z from "zod";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { atLeast } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "logs-require-retention",
  on: LogGroup,
  severity: "high",
  preset: "recommended",
  summary: "Log groups must keep their events long enough",
  why: "Intrusions are often found months after they began; by then the events that would tell how are gone.",
  fix: "Set `retentionInDays` to {minimum} or more, or to 0 to keep events for ever; if less will do in general, set `minimumDays` of this policy.",
  practice: 15,
  covers: ["logs.retention-min"],
  nist: ["AU-11"],
  config: z.strictObject({
    minimumDays: z.int().min(1).default(365).describe("Shortest acceptable retention, in days."),
  }),
  messages: {
    tooShort: "log group `{group}` forgets its events after {days} days, before the {minimum} that are asked for",
  },
  *check(group, { config, must }) {
    const longEnough = atLeast(group.retentionDays, config.minimumDays);
    const days = shown(group.retentionDays);
    yield* must(longEnough, "tooShort", { group: group.name, days, minimum: config.minimumDays });
  },
  remediate: (_group, config) => ({ retentionInDays: smallestAllowed(config.minimumDays) }),
});

/** The numbers of days that CloudWatch Logs accepts (PutRetentionPolicy, as of 2026-11). */
const allowedDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** 0, "for ever", where no number is large enough. */
function smallestAllowed(minimumDays: number): number {
  return allowedDays.find((days) => days >= minimumDays) ?? 0;
}
