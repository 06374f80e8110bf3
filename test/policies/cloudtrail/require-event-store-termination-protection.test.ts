import { EventDataStore } from "../../../lib/aws/cloudtrail/event-data-store";
import policy from "../../../policies/cloudtrail/require-event-store-termination-protection";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default", given: declare(EventDataStore, "lake") },
    {
      name: "explicitly true",
      given: declare(EventDataStore, "lake", { terminationProtectionEnabled: true, region: "eu-west-1" }),
    },
  ],
  fail: [
    {
      name: "explicitly false",
      given: declare(EventDataStore, "lake", { terminationProtectionEnabled: false }),
      findings: [{ id: "unprotected", at: "terminationProtectionEnabled", data: { store: "lake" } }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(EventDataStore, "lake", { terminationProtectionEnabled: unknown() }),
      at: "terminationProtectionEnabled",
    },
  ],
});
