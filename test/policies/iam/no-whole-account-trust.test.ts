import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";
import policy from "../../../policies/iam/no-whole-account-trust";
import { policyTest } from "../../support/policy-test";

const account = { AWS: "arn:aws:iam::123456789012:root" };
const at = "assumeRolePolicy.Statement[0].Principal.AWS";

export default policyTest(policy, {
  pass: [
    { name: "a role", given: roleTrusting({ AWS: "arn:aws:iam::123456789012:role/ci" }) },
    {
      name: "roles of a name",
      given: roleTrusting(account, { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/ci-*" } }),
    },
    {
      name: "principals with a tag",
      given: roleTrusting(account, { StringEquals: { "aws:PrincipalTag/team": "platform" } }),
    },
    { name: "a third party", given: roleTrusting(account, { StringEquals: { "sts:ExternalId": "b2a1c0d9" } }) },
  ],
  fail: [
    {
      name: "the account",
      given: roleTrusting(account),
      findings: [{ id: "wholeAccount", at, data: { statement: "Trust", role: "deploy", account: "123456789012" } }],
      controls: ["iam.trust.account-wide"],
    },
    {
      name: "the account by its number",
      given: roleTrusting({ AWS: "123456789012" }),
      findings: [{ id: "wholeAccount", at }],
    },
    {
      name: "any name",
      given: roleTrusting(account, { ArnLike: { "aws:PrincipalArn": "*" } }),
      findings: [{ id: "wholeAccount", at }],
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
