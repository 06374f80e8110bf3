import { type cloudtrail } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** An event data store of CloudTrail Lake. Defaults as of @pulumi/aws 7.48. */
export const EventDataStore = resourceView<cloudtrail.EventDataStoreArgs>()(
  ["aws:cloudtrail/eventDataStore:EventDataStore"],
  (read) => ({
    kmsKeyId: withoutEmpty(read.text("kmsKeyId")),
    multiRegionEnabled: withDefault(read.boolean("multiRegionEnabled"), true),
    /** Days. */
    retentionPeriod: withDefault(read.number("retentionPeriod"), 2555),
    terminationProtectionEnabled: withDefault(read.boolean("terminationProtectionEnabled"), true),
  }),
);
