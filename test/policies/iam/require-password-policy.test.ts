import { AccountPasswordPolicy } from "../../../lib/aws/iam/account-password-policy";
import policy from "../../../policies/iam/require-password-policy";
import { policyTest } from "../../support/policy-test";
import { declare, declareType } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: declareType("aws:iam/user:User", "ada") },
    {
      name: "a baseline with one",
      settings: { baseline: true },
      given: declare(AccountPasswordPolicy, "main"),
    },
  ],
  fail: [
    {
      name: "a baseline without one",
      settings: { baseline: true },
      given: declareType("aws:iam/user:User", "ada"),
      findings: [{ id: "noPolicy", on: "", at: "" }],
    },
  ],
  unknown: "Whether a resource is declared is always known.",
});
