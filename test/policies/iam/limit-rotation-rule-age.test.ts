import { ConfigRule } from "../../../lib/aws/cfg/rule";
import policy from "../../../policies/iam/limit-rotation-rule-age";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const source = { owner: "AWS", sourceIdentifier: "ACCESS_KEYS_ROTATED" };

export default policyTest(policy, {
  pass: [
    { name: "AWS's default is 90 days", given: declare(ConfigRule, "keys", { source }) },
    { name: "fewer days", given: declare(ConfigRule, "keys", { source, inputParameters: '{"maxAccessKeyAge":"60"}' }) },
    {
      name: "another rule",
      given: declare(ConfigRule, "mfa", { source: { owner: "AWS", sourceIdentifier: "IAM_USER_MFA_ENABLED" } }),
    },
  ],
  fail: [
    {
      name: "a year",
      given: declare(ConfigRule, "keys", { source, inputParameters: '{"maxAccessKeyAge":"365"}' }),
      findings: [{ id: "tooOld", at: "inputParameters", data: { rule: "keys", days: "365", maximum: "90" } }],
      controls: ["iam.access-key.rotation-config-rule"],
    },
    {
      name: "a stricter site",
      config: { maximumDays: 30 },
      given: declare(ConfigRule, "keys", { source }),
      findings: [{ id: "tooOld", at: "inputParameters" }],
    },
  ],
  unknown: [
    {
      name: "parameters from elsewhere",
      given: declare(ConfigRule, "keys", { source, inputParameters: unknown() }),
      at: "inputParameters",
    },
  ],
});
