import { EventDataStore } from "../../../lib/aws/cloudtrail/event-data-store";
import policy from "../../../policies/cloudtrail/require-event-store-retention";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default of seven years", given: declare(EventDataStore, "lake") },
    { name: "exactly a year", given: declare(EventDataStore, "lake", { retentionPeriod: 365 }) },
    {
      name: "a laxer site",
      config: { minimumDays: 90 },
      given: declare(EventDataStore, "lake", { retentionPeriod: 90 }),
    },
  ],
  fail: [
    {
      name: "ninety days",
      given: declare(EventDataStore, "lake", { retentionPeriod: 90 }),
      findings: [{ id: "tooShort", at: "retentionPeriod", data: { store: "lake", days: "90", minimum: "365" } }],
    },
  ],
  unknown: [
    {
      name: "a figure from another stack",
      given: declare(EventDataStore, "lake", { retentionPeriod: unknown() }),
      at: "retentionPeriod",
    },
  ],
});
