import { AccessKey } from "../../../lib/aws/iam/access-key";
import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/no-root-access-key";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const user = declare(User, "ci", { name: "ci" });

export default policyTest(policy, {
  pass: [
    { name: "a user", given: declare(AccessKey, "key", { user: user.output("name") }) },
    { name: "a name with root in it", given: declare(AccessKey, "key", { user: "root-cause-analysis" }) },
  ],
  fail: [
    {
      name: "root",
      given: declare(AccessKey, "key", { user: "root" }),
      findings: [{ id: "rootKey", at: "user", data: { key: "key" } }],
      controls: ["iam.root.access-key"],
    },
    {
      name: "as credential reports call it",
      given: declare(AccessKey, "key", { user: "<root_account>" }),
      findings: [{ id: "rootKey", at: "user" }],
    },
  ],
  unknown: [{ name: "a user not known yet", given: declare(AccessKey, "key", { user: unknown() }), at: "user" }],
});
