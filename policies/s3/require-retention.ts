import * as z from "zod";
import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { forgettingRules } from "../../lib/aws/s3/retention";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-retention",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The trail's bucket should keep log files long enough",
  why: "Intrusions are often found months after they began; by then the log files that would tell how are gone.",
  fix: "Set the rule's `expiration.days` to {minimum} or more, or leave the rule out.",
  practice: 15,
  nist: ["AU-11"],
  config: z.strictObject({
    minimumDays: z.int().min(1).default(365).describe("Shortest acceptable retention, in days."),
  }),
  messages: {
    tooShort:
      "rule `{rule}` deletes log files from the trail's bucket `{bucket}` after {days} days, before the {minimum} that are asked for",
  },
  *check(bucket, { config: { minimumDays: minimum }, must }) {
    for (const { rule, days, keeps } of forgettingRules(bucket, minimum)) {
      yield* must(keeps, "tooShort", { bucket: bucket.name, rule, days, minimum });
    }
  },
});
