import { OrganizationsFeatures } from "../../lib/aws/iam/organizations-features";
import { enablesFeature, rootFeatures } from "../../lib/aws/iam/root-management";
import { Organization } from "../../lib/aws/organizations/organization";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-central-root-management",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "An organization should manage the root users of its accounts centrally",
  why: "Each account's root user has a password that somebody must guard; managed centrally, member accounts need none.",
  fix: 'Declare an `aws.iam.OrganizationsFeatures` with `enabledFeatures: ["RootCredentialsManagement", "RootSessions"]` in the management account.',
  practice: 1,
  covers: ["iam.root.central-management"],
  nist: ["AC-2", "AC-6(2)"],
  messages: {
    none: "organization `{organization}` leaves the root users of its accounts to the accounts",
    missing: "`{name}` does not enable `{feature}`",
  },
  *check(stack, { settings, must, violation }) {
    const features = OrganizationsFeatures.allIn(stack);
    for (const each of features)
      for (const feature of rootFeatures)
        yield* must(enablesFeature(each, feature), "missing", { name: each.name, feature });
    if (!settings.baseline || features.length > 0) return;
    for (const { place, name } of Organization.allIn(stack)) yield violation(place, "none", { organization: name });
  },
});
