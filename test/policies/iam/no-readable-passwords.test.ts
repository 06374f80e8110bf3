import { UserLoginProfile } from "../../../lib/aws/iam/user-login-profile";
import policy from "../../../policies/iam/no-readable-passwords";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a key of the user", given: declare(UserLoginProfile, "ada", { user: "ada", pgpKey: "keybase:ada" }) },
    {
      name: "a key that is not known yet",
      given: declare(UserLoginProfile, "ada", { user: "ada", pgpKey: unknown() }),
      only: "preview",
    },
  ],
  fail: [
    {
      name: "no key",
      given: declare(UserLoginProfile, "ada", { user: "ada" }),
      findings: [{ id: "readable", at: "pgpKey", data: { profile: "ada" } }],
      controls: ["iam.login-profile.plaintext-password"],
    },
  ],
  unknown: [
    {
      name: "a value of the wrong shape",
      given: declare(UserLoginProfile, "ada", { user: "ada", pgpKey: [] }),
      at: "pgpKey",
    },
  ],
});
