import { IdentityStoreUser } from "../../../lib/aws/identitystore/user";
import policy from "../../../policies/identitystore/no-handmade-users";
import { policyTest } from "../../support/policy-test";
import { declare, declareType } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a group", given: declareType("aws:identitystore/group:Group", "engineers", { displayName: "engineers" }) },
  ],
  fail: [
    {
      name: "a user",
      given: declare(IdentityStoreUser, "ada", { identityStoreId: "d-1", userName: "ada", displayName: "Ada" }),
      findings: [{ id: "handmade", at: "", data: { user: "ada" } }],
      controls: ["iam.user.identity-store-user"],
    },
  ],
  unknown: "A user is one whatever it is called.",
});
