import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleWith, tokenTrust, trust } from "../../support/trust";
import policy from "../../../policies/iam/require-saml-audience";
import { policyTest } from "../../support/policy-test";

const provider = { Federated: "arn:aws:iam::123456789012:saml-provider/people" };

function people(condition?: object) {
  return roleWith(trust(provider, condition, "sts:AssumeRoleWithSAML"));
}

const finding = { id: "anyAudience", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "AWS's sign-in", given: people({ StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }) },
    { name: "the issuer", given: people({ StringEquals: { "saml:iss": "https://idp.example.com" } }) },
    { name: "tokens", given: roleWith(tokenTrust("gitlab.com")) },
  ],
  fail: [
    {
      name: "no condition",
      given: people(),
      findings: [{ ...finding, data: { statement: "Trust", role: "deploy" } }],
    },
    {
      name: "every audience but one",
      given: people({ StringNotEquals: { "SAML:aud": "https://other.example.com" } }),
      findings: [finding],
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
