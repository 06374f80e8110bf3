import { Key } from "../../../lib/aws/kms/key";
import policy from "../../../policies/kms/require-rotation";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const imported = "aws:kms/externalKey:ExternalKey";
const replica = "aws:kms/replicaKey:ReplicaKey";

export default policyTest(policy, {
  pass: [
    {
      name: "a custom key store that is known later",
      given: declare(Key, "logs", { customKeyStoreId: unknown() }),
    },
    { name: "on", given: declare(Key, "logs", { enableKeyRotation: true }) },
    {
      name: "signing keys do not rotate",
      given: declare(Key, "logs", { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048" }),
    },
    {
      name: "HMAC keys do not rotate",
      given: declare(Key, "logs", { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" }),
    },
    {
      name: "asymmetric encryption keys do not rotate",
      given: declare(Key, "logs", { customerMasterKeySpec: "RSA_4096" }),
    },
    {
      name: "keys of a custom key store do not rotate",
      given: declare(Key, "logs", { customKeyStoreId: "cks-1234567890abcdef0" }),
    },
    { name: "imported material does not rotate", given: declare(Key, "logs", {}, { type: imported }) },
    { name: "a replica rotates with its primary key", given: declare(Key, "logs", {}, { type: replica }) },
  ],
  fail: [
    {
      name: "nothing said",
      given: declare(Key, "logs"),
      findings: [{ id: "notRotated", at: "enableKeyRotation", data: { key: "logs" } }],
      controls: ["kms.rotation"],
    },
    {
      name: "off",
      given: declare(Key, "logs", { enableKeyRotation: false, customKeyStoreId: "" }),
      findings: [{ id: "notRotated", at: "enableKeyRotation" }],
    },
  ],
  unknown: [
    {
      name: "a setting of another stack",
      given: declare(Key, "logs", { enableKeyRotation: unknown() }),
      at: "enableKeyRotation",
    },
    {
      name: "a kind of key that is not known yet",
      given: declare(Key, "logs", { keyUsage: unknown() }),
      at: "keyUsage",
    },
  ],
});
