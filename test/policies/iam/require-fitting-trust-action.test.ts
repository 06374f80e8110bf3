import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-fitting-trust-action";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleWith, tokenTrust, trust } from "../../support/trust";

const saml = { Federated: "arn:aws:iam::123456789012:saml-provider/people" };
const github = { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" };

export default policyTest(policy, {
  pass: [
    { name: "a service", given: roleWith(trust({ Service: "lambda.amazonaws.com" })) },
    { name: "a role", given: roleWith(trust({ AWS: "arn:aws:iam::123456789012:role/ci" })) },
    { name: "an issuer of tokens", given: roleWith(tokenTrust("token.actions.githubusercontent.com")) },
    { name: "a SAML provider", given: roleWith(trust(saml, undefined, "sts:AssumeRoleWithSAML")) },
    { name: "a pattern that covers it", given: roleWith(trust(saml, undefined, "sts:AssumeRole*")) },
    {
      name: "pods of a cluster",
      given: roleWith({
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
      }),
    },
    {
      name: "the rest in another statement",
      given: roleWith(
        trust({ Service: "pods.eks.amazonaws.com" }),
        trust({ Service: "pods.eks.amazonaws.com" }, undefined, "sts:TagSession"),
      ),
    },
    {
      name: "different principals in one statement",
      given: roleWith({
        Effect: "Allow",
        Principal: { ...saml, Service: "ec2.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:AssumeRoleWithSAML"],
      }),
    },
  ],
  fail: [
    {
      name: "tokens without their action",
      given: roleWith(trust(github)),
      findings: [
        {
          id: "mismatch",
          at: "assumeRolePolicy.Statement[0].Principal.Federated",
          data: {
            statement: "Trust",
            role: "deploy",
            principal: github.Federated,
            action: "sts:AssumeRoleWithWebIdentity",
          },
        },
      ],
      controls: ["iam.trust.action-for-principal"],
    },
    {
      name: "assertions with the action of tokens",
      given: roleWith(trust(saml, undefined, "sts:AssumeRoleWithWebIdentity")),
      findings: [{ id: "mismatch", at: "assumeRolePolicy.Statement[0].Principal.Federated" }],
    },
    {
      name: "a service with the action of tokens",
      given: roleWith(trust({ Service: "ec2.amazonaws.com" }, undefined, "sts:AssumeRoleWithWebIdentity")),
      findings: [{ id: "mismatch", at: "assumeRolePolicy.Statement[0].Principal.Service" }],
    },
    {
      name: "Roles Anywhere without tags and source identity",
      given: roleWith(trust({ Service: "rolesanywhere.amazonaws.com" })),
      findings: [
        { id: "mismatch", at: "assumeRolePolicy.Statement[0].Principal.Service" },
        { id: "mismatch", at: "assumeRolePolicy.Statement[0].Principal.Service" },
      ],
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
