import * as z from "zod";
import { EventDataStore } from "../../lib/aws/cloudtrail/event-data-store";
import { atLeast } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "cloudtrail-require-event-store-retention",
  on: EventDataStore,
  severity: "medium",
  preset: "recommended",
  summary: "Event data stores must keep their events long enough",
  why: "Intrusions are often found months after they began; by then the events that would tell how are gone.",
  fix: "Set `retentionPeriod` to {minimum} or more, or remove it: then AWS keeps events for 2555 days.",
  practice: 15,
  nist: ["AU-11"],
  config: z.strictObject({
    minimumDays: z.int().min(7).max(3653).default(365).describe("Shortest acceptable retention, in days."),
  }),
  messages: {
    tooShort:
      "event data store `{store}` forgets its events after {days} days, before the {minimum} that are asked for",
  },
  *check(store, { config, must }) {
    const longEnough = atLeast(store.retentionPeriod, config.minimumDays);
    const days = shown(store.retentionPeriod);
    yield* must(longEnough, "tooShort", { store: store.name, days, minimum: config.minimumDays });
  },
});
