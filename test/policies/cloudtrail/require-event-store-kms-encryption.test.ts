import { EventDataStore } from "../../../lib/aws/cloudtrail/event-data-store";
import policy from "../../../policies/cloudtrail/require-event-store-kms-encryption";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a key of another stack",
      given: declare(EventDataStore, "lake", { kmsKeyId: external("arn:aws:kms:us-east-1:123456789012:key/1234") }),
    },
    { name: "an alias", given: declare(EventDataStore, "lake", { kmsKeyId: "alias/lake" }) },
  ],
  fail: [
    {
      name: "no key",
      given: declare(EventDataStore, "lake"),
      findings: [{ id: "noKey", at: "kmsKeyId", data: { store: "lake" } }],
      controls: ["ct.eds.cmk"],
    },
  ],
  unknown: [
    { name: "a value of the wrong shape", given: declare(EventDataStore, "lake", { kmsKeyId: [] }), at: "kmsKeyId" },
  ],
});
