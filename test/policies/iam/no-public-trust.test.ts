import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/no-public-trust";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting, roleWith, trust } from "../../support/trust";

const open = { id: "open", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "a service", given: roleTrusting({ Service: "lambda.amazonaws.com" }) },
    { name: "an account", given: roleTrusting({ AWS: "arn:aws:iam::123456789012:root" }) },
    { name: "one organization", given: roleTrusting("*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }) },
    {
      name: "one account",
      given: roleTrusting({ AWS: "*" }, { StringEquals: { "aws:PrincipalAccount": "123456789012" } }),
    },
    {
      name: "roles of one account by a pattern",
      given: roleTrusting("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/ci-*" } }),
    },
    {
      name: "closed by another statement",
      given: roleWith(trust("*"), {
        Effect: "Deny",
        Principal: "*",
        Action: "sts:AssumeRole",
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
    },
    { name: "a denial", given: roleWith({ ...trust("*"), Effect: "Deny" }) },
    { name: "only the tags of a session", given: roleWith(trust("*", undefined, "sts:TagSession")) },
  ],
  fail: [
    {
      name: "everybody",
      given: roleTrusting("*"),
      findings: [{ ...open, data: { statement: "Trust", role: "deploy" } }],
      controls: ["iam.trust.any-principal"],
    },
    { name: "every account", given: roleTrusting({ AWS: "*" }), findings: [open] },
    {
      name: "everybody among others",
      given: roleTrusting({ AWS: ["arn:aws:iam::123456789012:root", "*"] }),
      findings: [open],
    },
    {
      name: "who knows the external id",
      given: roleTrusting("*", { StringEquals: { "sts:ExternalId": "acme-42" } }),
      findings: [open],
    },
    {
      name: "every account by a pattern",
      given: roleTrusting("*", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/ci" } }),
      findings: [open],
    },
    {
      name: "whoever has MFA",
      given: roleTrusting("*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      findings: [open],
    },
    {
      name: "everybody but one organization",
      given: roleTrusting("*", { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      findings: [open],
    },
    {
      name: "the second statement",
      given: roleWith(trust({ Service: "lambda.amazonaws.com" }), trust("*")),
      findings: [{ id: "open", at: "assumeRolePolicy.Statement[1]" }],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
  knownMisses: [
    {
      name: "everybody but one",
      given: roleWith({
        Effect: "Allow",
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:user/intern" },
        Action: "sts:AssumeRole",
      }),
      because: "`iam-no-not-principal` reports it",
    },
  ],
});
