import { EventDataStore } from "../../lib/aws/cloudtrail/event-data-store";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-event-store-kms-encryption",
  on: EventDataStore,
  severity: "medium",
  preset: "recommended",
  summary: "Event data stores must be encrypted with a KMS key of your own",
  why: "With AWS's own key nobody can say who may decrypt the events. It cannot be mended later: a key is chosen when the store is created.",
  fix: "Set `kmsKeyId` to the ARN of an `aws.kms.Key` whose policy lets CloudTrail use it.",
  practice: 15,
  covers: ["ct.eds.cmk"],
  nist: ["AU-9", "SC-28"],
  messages: { noKey: "event data store `{store}` has no KMS key" },
  *check(store, { must }) {
    yield* must(isGiven(store.kmsKeyId), "noKey", { store: store.name });
  },
});
