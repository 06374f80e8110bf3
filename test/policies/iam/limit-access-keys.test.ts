import { AccessKey } from "../../../lib/aws/iam/access-key";
import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/limit-access-keys";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const user = declare(User, "ci");
const key = (name: string, args: object = {}) => declare(AccessKey, name, { user: user.output("name"), ...args });

export default policyTest(policy, {
  pass: [
    { name: "one key", given: [user, key("one")] },
    { name: "a second key that is inactive", given: [user, key("one"), key("two", { status: "Inactive" })] },
    {
      name: "keys of another stack's user",
      given: [user, key("one"), declare(AccessKey, "two", { user: external("x") })],
    },
  ],
  fail: [
    {
      name: "two keys",
      given: [user, key("one"), key("two")],
      findings: [{ id: "tooMany", on: "ci", at: "", data: { user: "ci", count: "2", maximum: "1" } }],
      controls: ["iam.access-key.one-per-user"],
    },
    {
      name: "a site without access keys",
      config: { maximum: 0 },
      given: [user, key("one")],
      findings: [{ id: "tooMany", on: "ci", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a key of an unknown user",
      given: [user, key("one"), declare(AccessKey, "two", { user: unknown() })],
      at: "user",
    },
    {
      name: "a key whose state is not known yet",
      given: [user, key("one"), key("two", { status: unknown() })],
      at: "status",
    },
  ],
});
