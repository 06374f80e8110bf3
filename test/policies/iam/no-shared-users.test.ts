import { User } from "../../../lib/aws/iam/user";
import policy from "../../../policies/iam/no-shared-users";
import { policyTest } from "../../support/policy-test";
import { declare } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a person", given: declare(User, "ada", { name: "ada.lovelace" }) },
    { name: "a program", given: declare(User, "ci", { name: "ci-deploy" }) },
    { name: "a word within another", given: declare(User, "x", { name: "steamboat" }) },
  ],
  fail: [
    {
      name: "a team",
      given: declare(User, "team", { name: "platform-team" }),
      findings: [{ id: "shared", at: "name", data: { user: "team" } }],
    },
    {
      name: "several people",
      given: declare(User, "devs", { name: "Developers" }),
      findings: [{ id: "shared", at: "name" }],
    },
  ],
  unknown: "Where the name is not known yet, the name in the program is judged.",
});
