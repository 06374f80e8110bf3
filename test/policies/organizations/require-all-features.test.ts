import { Organization } from "../../../lib/aws/organizations/organization";
import policy from "../../../policies/organizations/require-all-features";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "the default is all", given: declare(Organization, "main") },
    { name: "all", given: declare(Organization, "main", { featureSet: "ALL" }) },
  ],
  fail: [
    {
      name: "the bill alone",
      given: declare(Organization, "main", { featureSet: "CONSOLIDATED_BILLING" }),
      findings: [{ id: "billOnly", at: "featureSet", data: { organization: "main" } }],
      controls: ["iam.account.in-organization"],
    },
  ],
  unknown: [
    { name: "from elsewhere", given: declare(Organization, "main", { featureSet: unknown() }), at: "featureSet" },
  ],
});
