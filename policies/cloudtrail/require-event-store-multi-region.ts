import { EventDataStore } from "../../lib/aws/cloudtrail/event-data-store";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-event-store-multi-region",
  on: EventDataStore,
  severity: "high",
  preset: "recommended",
  summary: "Event data stores must collect the events of all regions",
  why: "A query over one region finds nothing of what an intruder did in the others.",
  fix: "Remove `multiRegionEnabled: false`, or set it to `true`.",
  practice: 15,
  covers: ["ct.eds.multi-region"],
  nist: ["AU-12", "AU-2"],
  messages: { singleRegion: "event data store `{store}` collects only the events of the region it is in" },
  *check(store, { must }) {
    yield* must(isTrue(store.multiRegionEnabled), "singleRegion", { store: store.name });
  },
});
