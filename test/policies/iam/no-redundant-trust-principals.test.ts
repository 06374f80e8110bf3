import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";
import policy from "../../../policies/iam/no-redundant-trust-principals";
import { policyTest } from "../../support/policy-test";

const account = "arn:aws:iam::123456789012:root";

export default policyTest(policy, {
  pass: [
    { name: "one role", given: roleTrusting({ AWS: "arn:aws:iam::123456789012:role/ci" }) },
    { name: "the account", given: roleTrusting({ AWS: account }) },
    { name: "a role of another account", given: roleTrusting({ AWS: [account, "arn:aws:iam::210987654321:role/ci"] }) },
  ],
  fail: [
    {
      name: "a role next to its account",
      given: roleTrusting({ AWS: [account, "arn:aws:iam::123456789012:role/ci"] }),
      findings: [
        {
          id: "included",
          at: "assumeRolePolicy.Statement[0].Principal.AWS[1]",
          data: {
            statement: "Trust",
            role: "deploy",
            principal: "arn:aws:iam::123456789012:role/ci",
            wider: account,
          },
        },
      ],
      controls: ["iam.trust.redundant-principal"],
    },
    {
      name: "a role next to everybody",
      given: roleTrusting({ AWS: ["*", "arn:aws:iam::123456789012:role/ci"] }),
      findings: [{ id: "included", at: "assumeRolePolicy.Statement[0].Principal.AWS[1]" }],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
