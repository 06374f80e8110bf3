import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/no-unknown-account-trust";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const settings = { trustedAccounts: ["111122223333"] };
const other = { AWS: "arn:aws:iam::210987654321:role/ci" };

export default policyTest(policy, {
  pass: [
    { name: "a trusted account", given: roleTrusting({ AWS: "arn:aws:iam::111122223333:root" }), settings },
    { name: "the own account", only: "deployed", given: roleTrusting({ AWS: "123456789012" }), settings },
    { name: "a service", given: roleTrusting({ Service: "ec2.amazonaws.com" }), settings },
    { name: "nobody has said whom to trust", given: roleTrusting(other) },
    {
      name: "an account of the organization",
      given: roleTrusting(other, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      settings,
    },
  ],
  fail: [
    {
      name: "another account",
      only: "deployed",
      given: roleTrusting(other),
      settings,
      findings: [
        {
          id: "foreign",
          at: "assumeRolePolicy.Statement[0].Principal.AWS",
          data: { statement: "Trust", role: "deploy", account: "account 210987654321" },
        },
      ],
      controls: ["iam.trust.cross-account"],
    },
    {
      name: "with an external id",
      only: "deployed",
      given: roleTrusting(other, { StringEquals: { "sts:ExternalId": "acme-42" } }),
      settings,
      findings: [{ id: "foreign", at: "assumeRolePolicy.Statement[0].Principal.AWS" }],
    },
  ],
  unknown: [
    {
      name: "the own account is not known yet",
      given: roleTrusting(other),
      settings,
      at: "assumeRolePolicy.Statement[0].Principal.AWS",
    },
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      settings,
      at: "assumeRolePolicy",
    },
  ],
});
