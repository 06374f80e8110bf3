import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import policy from "../../../policies/kms/no-lockout-bypass";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "nothing said", given: declare(Key, "logs") },
    { name: "checked", given: declare(Key, "logs", { bypassPolicyLockoutSafetyCheck: false }) },
  ],
  fail: [
    {
      name: "a key that skips it",
      given: declare(Key, "logs", { bypassPolicyLockoutSafetyCheck: true }),
      findings: [{ id: "bypassed", at: "bypassPolicyLockoutSafetyCheck", data: { kind: "key", key: "logs" } }],
      controls: ["kms.policy.lockout-check"],
    },
    {
      name: "a key policy that skips it",
      given: declare(KeyPolicy, "logs", { keyId: "1234abcd", policy: "{}", bypassPolicyLockoutSafetyCheck: true }),
      findings: [{ id: "bypassed", at: "bypassPolicyLockoutSafetyCheck", data: { kind: "key policy", key: "logs" } }],
    },
  ],
  unknown: [
    {
      name: "a setting of another stack",
      given: declare(Key, "logs", { bypassPolicyLockoutSafetyCheck: unknown() }),
      at: "bypassPolicyLockoutSafetyCheck",
    },
  ],
});
