import { InstanceMetadataDefaults } from "../../../lib/aws/ec2/instance-metadata-defaults";
import policy from "../../../policies/ec2/require-account-imdsv2";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const settings = { baseline: true };
const other = declareType("aws:iam/user:User", "ada");

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: other },
    { name: "tokens required", settings, given: declare(InstanceMetadataDefaults, "main", { httpTokens: "required" }) },
  ],
  fail: [
    {
      name: "a baseline without defaults",
      settings,
      given: other,
      findings: [{ id: "noDefaults", on: "", at: "" }],
      controls: ["iam.ec2.imdsv2-account"],
    },
    {
      name: "tokens optional",
      settings,
      given: declare(InstanceMetadataDefaults, "main", { httpTokens: "optional" }),
      findings: [{ id: "notRequired", at: "httpTokens", data: { defaults: "main" } }],
    },
  ],
  unknown: [
    {
      name: "a setting from elsewhere",
      settings,
      given: declare(InstanceMetadataDefaults, "main", { httpTokens: unknown() }),
      at: "httpTokens",
    },
  ],
});
