import { z } from "zod";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { referenceOf } from "../../lib/aws/references";
import { inStack } from "../../lib/aws/view";
import { atLeast } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "cloudtrail-require-log-group-retention",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "The log group of a trail must keep its events long enough",
  why: "Intrusions are often found months after they began; by then the events that would tell how are gone.",
  fix: "Set `retentionInDays` of the log group to {minimum} or more, or to 0 to keep events for ever.",
  practice: 15,
  covers: ["logs.retention-min"],
  nist: ["AU-11"],
  config: z.strictObject({
    minimumDays: z.int().min(1).default(365).describe("Shortest acceptable retention, in days."),
  }),
  messages: {
    tooShort:
      "log group `{group}`, to which trail `{trail}` delivers, forgets its events after {days} days, before the {minimum} that are asked for",
  },
  *check({ stack, subject: trail }, { config: { minimumDays: minimum }, must, undetermined }) {
    const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
    if (reference.kind === "unknown") yield undetermined(reference.place, "tooShort");
    if (reference.kind !== "resource") return;
    const { name: group, retentionDays } = LogGroup.view(reference.resource);
    const data = { group, trail: trail.name, days: shown(retentionDays), minimum };
    yield* must(atLeast(retentionDays, minimum), "tooShort", data);
  },
});
