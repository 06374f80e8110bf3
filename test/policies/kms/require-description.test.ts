import { Key } from "../../../lib/aws/kms/key";
import policy from "../../../policies/kms/require-description";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "described", given: declare(Key, "logs", { description: "encrypts audit logs" }) },
    { name: "described by a value not known yet", given: declare(Key, "logs", { description: unknown() }) },
  ],
  fail: [
    {
      name: "nothing said",
      given: declare(Key, "logs"),
      findings: [{ id: "undescribed", at: "description", data: { key: "logs" } }],
      controls: ["kms.description"],
    },
    {
      name: "an empty text",
      given: declare(Key, "logs", { description: "" }),
      findings: [{ id: "undescribed", at: "description" }],
    },
  ],
  unknown: "a value that is not known yet is a description all the same",
});
