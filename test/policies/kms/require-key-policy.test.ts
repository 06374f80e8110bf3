import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import policy from "../../../policies/kms/require-key-policy";
import { policyTest } from "../../support/policy-test";
import { declare, external, jsonStringify, unknown } from "../../support/program";

const bare = declare(Key, "logs");
const policyText = jsonStringify({ Version: "2012-10-17", Statement: [] });

export default policyTest(policy, {
  pass: [
    { name: "a policy in the key", given: declare(Key, "logs", { policy: policyText }) },
    { name: "a policy in the key that is not known yet", given: declare(Key, "logs", { policy: external("{}") }) },
    { name: "a policy of its own", given: [bare, declare(KeyPolicy, "logs", { keyId: bare.id, policy: policyText })] },
  ],
  fail: [
    {
      name: "none",
      given: bare,
      findings: [{ id: "noPolicy", at: "policy", data: { key: "logs" } }],
      controls: ["kms.policy.defined"],
    },
    {
      name: "a policy of another key",
      given: [bare, declare(KeyPolicy, "other", { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policyText })],
      findings: [{ id: "noPolicy", at: "policy" }],
    },
  ],
  unknown: [
    {
      name: "a policy of a key not known yet",
      given: [bare, declare(KeyPolicy, "some", { keyId: unknown(), policy: policyText })],
      at: "keyId",
    },
  ],
});
