import { AccessKey } from "../../../lib/aws/iam/access-key";
import { User } from "../../../lib/aws/iam/user";
import { UserLoginProfile } from "../../../lib/aws/iam/user-login-profile";
import policy from "../../../policies/iam/no-mixed-access";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const user = declare(User, "ada");
const password = declare(UserLoginProfile, "ada", { user: user.output("name") });
const key = declare(AccessKey, "ada", { user: user.output("name") });

export default policyTest(policy, {
  pass: [
    { name: "a password", given: [user, password] },
    { name: "a key", given: [user, key] },
    { name: "the key of somebody else", given: [user, password, declare(AccessKey, "ci", { user: "ci" })] },
  ],
  fail: [
    {
      name: "a password and a key",
      given: [user, password, key],
      findings: [{ id: "both", at: "", data: { user: "ada", key: "ada" } }],
      controls: ["iam.credentials.key-at-setup"],
    },
  ],
  unknown: [
    {
      name: "the key of somebody who is not known yet",
      given: [user, password, declare(AccessKey, "x", { user: unknown() })],
      at: "user",
    },
  ],
});
