import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/require-kms";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external } from "../../support/program";

const key = declareType("aws:kms/key:Key", "logs");

export default policyTest(policy, {
  pass: [
    { name: "a key of the stack", given: [declare(LogGroup, "main", { kmsKeyId: key.arn }), key] },
    {
      name: "a key of another stack",
      given: declare(LogGroup, "main", { kmsKeyId: external("arn:aws:kms:us-east-1:123456789012:key/1234") }),
    },
  ],
  fail: [
    {
      name: "no key",
      given: declare(LogGroup, "main"),
      findings: [{ id: "noKey", at: "kmsKeyId", data: { group: "main" } }],
      controls: ["logs.kms"],
    },
    {
      name: "an empty key",
      given: declare(LogGroup, "main", { kmsKeyId: "" }),
      findings: [{ id: "noKey", at: "kmsKeyId" }],
    },
  ],
  unknown: [{ name: "a value of the wrong shape", given: declare(LogGroup, "main", { kmsKeyId: [] }), at: "kmsKeyId" }],
});
