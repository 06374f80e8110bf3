import { EventDataStore } from "../../lib/aws/cloudtrail/event-data-store";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-event-store-termination-protection",
  on: EventDataStore,
  severity: "high",
  preset: "recommended",
  summary: "Event data stores must be protected from deletion",
  why: "Deleting the store is the quickest way to remove the evidence of years.",
  fix: "Remove `terminationProtectionEnabled: false`, or set it to `true`.",
  practice: 15,
  nist: ["AU-9"],
  messages: { unprotected: "event data store `{store}` can be deleted in one call" },
  *check(store, { must }) {
    yield* must(isTrue(store.terminationProtectionEnabled), "unprotected", { store: store.name });
  },
});
