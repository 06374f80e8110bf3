import policy from "../../../policies/iam/require-conditions";
import { allow, attached, deny, managed, managedWith, named, roleFor } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { jsonStringify, unknown } from "../../support/program";

const role = "arn:aws:iam::111122223333:role/app";
const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const at = "policy.Statement[0].Action";
const under = (condition: object) => ({ Condition: condition });

const boundary = named("boundary", allow("kms:*", "*", under({ Bool: { "kms:GrantIsForAWSResource": "true" } })));
const ci = roleFor("codebuild.amazonaws.com", { permissionsBoundary: boundary.arn });
const outside = roleFor("codebuild.amazonaws.com", { permissionsBoundary: "arn:aws:iam::111122223333:policy/limit" });
const grants = managed(allow("kms:CreateGrant", key));

export default policyTest(policy, {
  pass: [
    {
      name: "a role for one service",
      given: managed(
        allow("iam:PassRole", role, under({ StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } })),
      ),
    },
    {
      name: "grants for AWS's own use, the key in another case",
      given: managed(allow("kms:CreateGrant", key, under({ Bool: { "KMS:GrantIsForAwsResource": "true" } }))),
    },
    {
      name: "what a denial demands",
      given: managed(
        allow("iam:CreateRole", role),
        deny(
          "iam:CreateRole",
          "*",
          under({ StringNotEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/b" } }),
        ),
      ),
    },
    {
      name: "a condition on something else that was chosen",
      given: managed(allow("ec2:CreateTags", "*", under({ StringEquals: { "aws:ResourceTag/team": "blue" } }))),
    },
    { name: "every role: that is another matter", given: managed(allow("iam:PassRole", "*")) },
    {
      name: "every role of the account: that is another matter",
      given: managed(allow("iam:PassRole", "arn:aws:iam::111122223333:role/*")),
    },
    { name: "a whole service on one key", given: managed(allow("kms:*", key)) },
    { name: "everything: that is another matter", given: managed(allow("*")) },
    { name: "a role of one account", given: managed(allow("sts:AssumeRole", "arn:aws:iam::111122223333:role/reader")) },
    { name: "a denial", given: managed(deny("iam:PassRole", role)) },
    { name: "within a boundary that asks", given: [grants, boundary, ci, attached(ci, "gives", grants)] },
  ],
  fail: [
    {
      name: "a role for whatever service",
      given: managed(allow("iam:PassRole", role)),
      findings: [
        {
          id: "unconditional",
          at,
          data: {
            statement: "Statement[0]",
            document: "policy `deploy`",
            actions: "`iam:PassRole`",
            open: "to any service that the role trusts",
            condition: '"StringEquals": { "iam:PassedToService": "<service>.amazonaws.com" }',
          },
        },
      ],
    },
    {
      name: "grants to anybody, by a wildcard",
      given: managed(allow(["kms:Encrypt", "kms:Create*"], key)),
      findings: [{ id: "unconditional", at: "policy.Statement[0].Action[1]" }],
    },
    {
      name: "two matters in one statement",
      given: managed(allow(["iam:CreateRole", "iam:AttachRolePolicy"], role)),
      findings: [
        { id: "unconditional", at: "policy.Statement[0].Action[1]" },
        { id: "unconditional", at: "policy.Statement[0].Action[0]" },
      ],
    },
    {
      name: "under circumstances alone",
      given: managed(allow("iam:PassRole", role, under({ Bool: { "aws:SecureTransport": "true" } }))),
      findings: [{ id: "unconditional", at }],
    },
    {
      name: "tags on everything, which no other policy reports",
      given: managed(allow("ec2:CreateTags")),
      findings: [{ id: "unconditional", at }],
    },
    {
      name: "a role of a name, in any account",
      given: managed(allow("sts:AssumeRole", "arn:aws:iam::*:role/reader")),
      findings: [{ id: "unconditional", at }],
    },
    {
      name: "an action that takes no resource",
      given: managed(allow("organizations:EnableAWSServiceAccess")),
      findings: [{ id: "unconditional", at }],
    },
  ],
  unknown: [
    { name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" },
    {
      name: "an action that is known after deployment",
      given: managedWith(jsonStringify({ Statement: [allow(["s3:GetObject", unknown()], key)] })),
      at: "policy",
    },
    {
      name: "a boundary outside the stack",
      given: [grants, outside, attached(outside, "gives", grants)],
      at: "policy.Statement[0].Action",
    },
  ],
  firmWhenUnknown: {
    "RolePolicyAttachment.role":
      "a document is judged by itself until it is known who holds it, and within which boundary",
    "RolePolicyAttachment.policyArn":
      "a document is judged by itself until it is known who holds it, and within which boundary",
  },
});
