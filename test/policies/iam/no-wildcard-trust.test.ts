import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/no-wildcard-trust";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const organization = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const finding = { id: "conditionsOnly", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "a service", given: roleTrusting({ Service: "lambda.amazonaws.com" }) },
    { name: "an account of the organization", given: roleTrusting({ AWS: "123456789012" }, organization) },
    { name: "strangers, whom another policy reports", given: roleTrusting("*") },
  ],
  fail: [
    {
      name: "an organization by a condition",
      given: roleTrusting("*", organization),
      findings: [{ ...finding, data: { statement: "Trust", role: "deploy" } }],
      controls: ["iam.trust.any-principal-with-conditions"],
    },
    { name: "the same in the longer form", given: roleTrusting({ AWS: "*" }, organization), findings: [finding] },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
