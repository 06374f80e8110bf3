import { AccessKey } from "../../../lib/aws/iam/access-key";
import policy from "../../../policies/iam/no-readable-secret-keys";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [{ name: "a PGP key", given: declare(AccessKey, "ci", { user: "ci", pgpKey: "keybase:ci" }) }],
  fail: [
    {
      name: "no PGP key",
      given: declare(AccessKey, "ci", { user: "ci" }),
      findings: [{ id: "readable", at: "pgpKey", data: { key: "ci" } }],
    },
  ],
  unknown: [
    { name: "a value of the wrong shape", given: declare(AccessKey, "ci", { user: "ci", pgpKey: {} }), at: "pgpKey" },
  ],
});
