import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-mfa-for-trust";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const account = { AWS: "arn:aws:iam::123456789012:root" };
const at = "assumeRolePolicy.Statement[0].Principal.AWS";

export default policyTest(policy, {
  pass: [
    { name: "a second factor", given: roleTrusting(account, { Bool: { "aws:MultiFactorAuthPresent": "true" } }) },
    {
      name: "a recent second factor",
      given: roleTrusting(account, {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      }),
    },
    { name: "a service", given: roleTrusting({ Service: "lambda.amazonaws.com" }) },
    { name: "a role", given: roleTrusting({ AWS: "arn:aws:iam::123456789012:role/ci" }) },
    { name: "a third party", given: roleTrusting(account, { StringEquals: { "sts:ExternalId": "b2a1c0d9" } }) },
  ],
  fail: [
    {
      name: "an account without a second factor",
      given: roleTrusting(account),
      findings: [
        {
          id: "withoutMfa",
          at,
          data: { statement: "Trust", role: "deploy", principal: "arn:aws:iam::123456789012:root" },
        },
      ],
    },
    {
      name: "a user",
      given: roleTrusting({ AWS: "arn:aws:iam::123456789012:user/alice" }),
      findings: [{ id: "withoutMfa", at }],
    },
    {
      name: "a second factor that need not be",
      given: roleTrusting(account, { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }),
      findings: [{ id: "withoutMfa", at }],
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
