import { InstanceMetadataDefaults } from "../../lib/aws/ec2/instance-metadata-defaults";
import { wholeStack } from "../../lib/aws/view";
import { equals } from "../../lib/core/claim";
import { definePolicy, nowhere } from "../../lib/core/policy";

export default definePolicy({
  id: "ec2-require-account-imdsv2",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "A baseline stack must make session tokens for instance metadata the account's default",
  why: "Instances that are launched by hand, or by tools that say nothing, then need tokens too.",
  fix: 'Declare an `aws.ec2.InstanceMetadataDefaults` with `httpTokens: "required"`.',
  practice: 13,
  covers: ["iam.ec2.imdsv2-account"],
  nist: ["AC-3", "CM-6"],
  messages: {
    noDefaults: "the baseline declares no defaults for instance metadata",
    notRequired: "the defaults `{defaults}` do not require session tokens",
  },
  *check(stack, { settings, must, violation }) {
    if (!settings.baseline) return;
    const defaults = InstanceMetadataDefaults.allIn(stack);
    if (defaults.length === 0) yield violation(nowhere, "noDefaults");
    for (const each of defaults)
      yield* must(equals(each.httpTokens, "required"), "notRequired", { defaults: each.name });
  },
});
