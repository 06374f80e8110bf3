import { AccessKey } from "../../../lib/aws/iam/access-key";
import policy from "../../../policies/iam/no-inactive-keys";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default is active", given: declare(AccessKey, "ci", { user: "ci" }) },
    { name: "explicitly active", given: declare(AccessKey, "ci", { user: "ci", status: "Active" }) },
  ],
  fail: [
    {
      name: "inactive",
      given: declare(AccessKey, "ci", { user: "ci", status: "Inactive" }),
      findings: [{ id: "kept", at: "status", data: { key: "ci" } }],
    },
  ],
  unknown: [
    {
      name: "a state from elsewhere",
      given: declare(AccessKey, "ci", { user: "ci", status: unknown() }),
      at: "status",
    },
  ],
});
