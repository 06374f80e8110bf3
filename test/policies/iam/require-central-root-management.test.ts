import { OrganizationsFeatures } from "../../../lib/aws/iam/organizations-features";
import { Organization } from "../../../lib/aws/organizations/organization";
import policy from "../../../policies/iam/require-central-root-management";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const organization = declare(Organization, "all", { awsServiceAccessPrincipals: ["iam.amazonaws.com"] });
const both = declare(OrganizationsFeatures, "root", { enabledFeatures: ["RootCredentialsManagement", "RootSessions"] });
const settings = { baseline: true };

export default policyTest(policy, {
  pass: [
    { name: "both features", settings, given: [organization, both] },
    { name: "no baseline", given: organization },
    { name: "a baseline of a member account", settings, given: both },
  ],
  fail: [
    {
      name: "an organization without",
      settings,
      given: organization,
      findings: [{ id: "none", at: "", data: { organization: "all" } }],
      controls: ["iam.root.central-management"],
    },
    {
      name: "one feature of the two",
      given: declare(OrganizationsFeatures, "root", { enabledFeatures: ["RootCredentialsManagement"] }),
      findings: [{ id: "missing", at: "enabledFeatures", data: { name: "root", feature: "RootSessions" } }],
    },
  ],
  unknown: [
    {
      name: "features not known yet",
      given: declare(OrganizationsFeatures, "root", { enabledFeatures: unknown() }),
      at: "enabledFeatures",
    },
  ],
});
