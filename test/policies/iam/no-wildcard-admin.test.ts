import { declareType, unknown } from "../../support/program";
import policy from "../../../policies/iam/no-wildcard-admin";
import { allow, deny, inlineOf, managed, managedWith, named, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";

const boundary = named("limits", allow(["s3:*", "sqs:*"]));
const bounded = roleForAccount({ permissionsBoundary: boundary.arn });

export default policyTest(policy, {
  pass: [
    { name: "named actions", given: managed(allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::app/*")) },
    { name: "denying everything", given: managed(deny("*")) },
    { name: "a policy that is a boundary by its name", given: named("team-boundary", allow("*"), deny("iam:*")) },
    { name: "everything but IAM", given: managed({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) },
    {
      name: "everything within a boundary that holds little",
      given: [boundary, bounded, inlineOf(bounded, "all", allow("*"))],
    },
    { name: "all of IAM on one role", given: managed(allow("iam:*", "arn:aws:iam::111122223333:role/app")) },
  ],
  fail: [
    {
      name: "everything on everything",
      given: managed(allow("*", "*", { Sid: "All" })),
      findings: [
        {
          id: "everything",
          at: "policy.Statement[0].Action",
          data: { document: "policy `deploy`", statement: "All", resources: "`*`" },
        },
      ],
      controls: ["iam.policy.admin"],
    },
    {
      name: "in the other spelling, in a list",
      given: managed(allow("s3:GetObject"), allow(["ec2:Describe*", "*:*"], ["*"])),
      findings: [{ id: "everything", at: "policy.Statement[1].Action[1]" }],
    },
    {
      name: "split over statements that fill each other's gaps",
      given: managed({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }, allow("iam:*")),
      findings: [{ id: "everything", at: "policy.Statement[1].Action" }],
    },
    {
      name: "everything but what does not matter",
      given: managed({ Effect: "Allow", NotAction: "aws-portal:*", Resource: "*" }),
      findings: [
        {
          id: "allOfIam",
          at: "policy.Statement[0].NotAction",
          data: { document: "policy `deploy`", statement: "Statement[0]", resources: "`*`" },
        },
      ],
    },
    {
      name: "all of IAM",
      given: managed(allow(["iam:*"])),
      findings: [{ id: "allOfIam", at: "policy.Statement[0].Action[0]" }],
      controls: ["iam.policy.iam-full"],
    },
    {
      name: "every action on one bucket",
      given: managed(allow("*", "arn:aws:s3:::app/*")),
      findings: [
        {
          id: "everyAction",
          at: "policy.Statement[0].Action",
          data: { document: "policy `deploy`", statement: "Statement[0]", resources: "`arn:aws:s3:::app/*`" },
        },
      ],
      controls: ["iam.policy.action-star"],
    },
    {
      name: "an inline policy of a permission set",
      given: declareType("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "all", {
        inlinePolicy: JSON.stringify({ Version: "2012-10-17", Statement: allow("*") }),
      }),
      findings: [{ id: "everything", at: "inlinePolicy.Statement.Action" }],
      controls: ["iam.sso.permission-set-admin"],
    },
  ],
  unknown: [
    { name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" },
    {
      name: "everything within a boundary outside the stack",
      given: (() => {
        const role = roleForAccount({ permissionsBoundary: "arn:aws:iam::111122223333:policy/limits" });
        return [inlineOf(role, "all", allow("*")), role];
      })(),
      at: "policy.Statement[0].Action",
    },
  ],
  firmWhenUnknown: {
    "RolePolicy.role": "a document is judged by itself until it is known who holds it, and within which boundary",
  },
});
