import * as z from "zod";
import { keysOfLogs } from "../../lib/aws/kms/keys-of-logs";
import { atLeast, negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "kms-limit-deletion-window",
  on: keysOfLogs,
  severity: "medium",
  preset: "recommended",
  summary: "Keys of trails and logs should not be deleted in a hurry",
  why: "With the key the logs are lost for ever; the waiting period is the only time in which anybody can stop it.",
  fix: "Set `deletionWindowInDays` to {minimum}.",
  practice: 15,
  covers: ["kms.deletion-window"],
  nist: ["AU-9", "SC-12"],
  config: z.strictObject({
    minimumDays: z.int().min(7).max(30).default(30).describe("Shortest acceptable waiting period, in days."),
  }),
  messages: { tooShort: "key `{key}` is gone {days} days after its deletion is ordered, and {encrypts} with it" },
  *check({ key, encrypts, isOfLogs }, { config, must }) {
    const data = { key: key.name, days: shown(key.deletionWindowDays), encrypts, minimum: config.minimumDays };
    yield* must(some(atLeast(key.deletionWindowDays, config.minimumDays), negate(isOfLogs)), "tooShort", data);
  },
});
