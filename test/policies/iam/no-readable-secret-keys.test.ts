import { AccessKey } from "../../../lib/aws/iam/access-key";
import policy from "../../../policies/iam/no-readable-secret-keys";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a PGP key that is known later", given: declare(AccessKey, "ci", { user: "ci", pgpKey: unknown() }) },
    { name: "a PGP key", given: declare(AccessKey, "ci", { user: "ci", pgpKey: "keybase:ci" }) },
  ],
  fail: [
    {
      name: "no PGP key",
      given: declare(AccessKey, "ci", { user: "ci" }),
      findings: [{ id: "readable", at: "pgpKey", data: { key: "ci" } }],
    },
    {
      name: "a secret among the outputs",
      only: "deployed",
      given: [
        declare(AccessKey, "ci", { user: "ci", secret: "stand-in-for-a-secret" }),
        declareType("pulumi:pulumi:Stack", "program-test", {
          user: "ci",
          env: { text: "SECRET=stand-in-for-a-secret" },
        }),
      ],
      findings: [{ id: "exported", at: "", data: { key: "ci", output: "env" } }],
    },
  ],
  unknown: [
    { name: "a value of the wrong shape", given: declare(AccessKey, "ci", { user: "ci", pgpKey: {} }), at: "pgpKey" },
  ],
});
