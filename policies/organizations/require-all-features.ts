import { Organization } from "../../lib/aws/organizations/organization";
import { equals } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "organizations-require-all-features",
  on: Organization,
  severity: "high",
  preset: "recommended",
  summary: "An organization must have all features, not only one bill",
  why: "Without all features there are no service control policies, no organization trail and no central root management.",
  fix: 'Set `featureSet: "ALL"`, or leave it out.',
  practice: 2,
  covers: ["iam.account.in-organization"],
  nist: ["AC-2", "CM-6"],
  messages: { billOnly: "organization `{organization}` shares nothing but the bill" },
  *check(organization, { must }) {
    yield* must(equals(organization.featureSet, "ALL"), "billOnly", { organization: organization.name });
  },
});
