import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-external-id";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const other = { AWS: "arn:aws:iam::210987654321:root" };
const datadog = { AWS: "arn:aws:iam::464622532012:role/integration" };
const at = "assumeRolePolicy.Statement[0].Principal.AWS";

export default policyTest(policy, {
  pass: [
    { name: "an external id", given: roleTrusting(other, { StringEquals: { "sts:ExternalId": "b2a1c0d9" } }) },
    { name: "a second factor", given: roleTrusting(other, { Bool: { "aws:MultiFactorAuthPresent": "true" } }) },
    { name: "an organization", given: roleTrusting(other, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }) },
    { name: "the own account", only: "deployed", given: roleTrusting({ AWS: "arn:aws:iam::123456789012:root" }) },
    { name: "a trusted account", given: roleTrusting(other), settings: { trustedAccounts: ["210987654321"] } },
    {
      name: "an account that another policy reports",
      given: roleTrusting(other),
      settings: { trustedAccounts: ["111122223333"] },
    },
    { name: "one role of another account", given: roleTrusting({ AWS: "arn:aws:iam::210987654321:role/ci" }) },
    { name: "a service", given: roleTrusting({ Service: "ec2.amazonaws.com" }) },
  ],
  fail: [
    {
      name: "another account as a whole",
      only: "deployed",
      given: roleTrusting(other),
      findings: [
        { id: "noExternalId", at, data: { statement: "Trust", role: "deploy", account: "account 210987654321" } },
      ],
      controls: ["iam.trust.external-id"],
    },
    {
      name: "by its number",
      only: "deployed",
      given: roleTrusting({ AWS: "210987654321" }),
      findings: [{ id: "noExternalId", at }],
    },
    {
      name: "a known company, although trusted",
      only: "deployed",
      given: roleTrusting(datadog),
      settings: { trustedAccounts: ["464622532012"] },
      findings: [
        {
          id: "noExternalId",
          at,
          data: { statement: "Trust", role: "deploy", account: "account 464622532012 (Datadog)" },
        },
      ],
    },
    {
      name: "any external id",
      only: "deployed",
      given: roleTrusting(other, { StringLike: { "sts:ExternalId": "*" } }),
      findings: [{ id: "noExternalId", at }],
    },
    {
      name: "all external ids but one",
      only: "deployed",
      given: roleTrusting(other, { StringNotEquals: { "sts:ExternalId": "acme" } }),
      findings: [{ id: "noExternalId", at }],
    },
  ],
  unknown: [
    { name: "the own account is not known yet", given: roleTrusting(other), at },
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
