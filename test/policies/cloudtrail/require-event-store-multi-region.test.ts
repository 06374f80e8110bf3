import { EventDataStore } from "../../../lib/aws/cloudtrail/event-data-store";
import policy from "../../../policies/cloudtrail/require-event-store-multi-region";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default", given: declare(EventDataStore, "lake") },
    {
      name: "explicitly true",
      given: declare(EventDataStore, "lake", { multiRegionEnabled: true, region: "eu-west-1" }),
    },
  ],
  fail: [
    {
      name: "explicitly false",
      given: declare(EventDataStore, "lake", { multiRegionEnabled: false }),
      findings: [{ id: "singleRegion", at: "multiRegionEnabled", data: { store: "lake" } }],
      controls: ["ct.eds.multi-region"],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(EventDataStore, "lake", { multiRegionEnabled: unknown() }),
      at: "multiRegionEnabled",
    },
  ],
});
