import policy from "../../../policies/iam/prefer-typed-conditions";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "an ARN",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:app" } },
        }),
      ),
    },
    {
      name: "an exact ARN as text, as AWS writes it for trails",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: {
            StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main" },
            StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" },
          },
        }),
      ),
    },
    {
      name: "a wildcard that matches nothing, which another policy reports",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:SourceArn": "*" } } }),
      ),
    },
    {
      name: "a pattern that leaves segments out",
      given: managed(
        allow("iam:PassRole", "arn:aws:iam::111122223333:role/app", {
          Condition: { StringLike: { "iam:AssociatedResourceArn": "arn:aws:codepipeline:*" } },
        }),
      ),
    },
    {
      name: "text",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringLike: { "aws:userid": "AROA*:app" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "an ARN as text",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:app" } },
        }),
      ),
      findings: [
        {
          id: "loose",
          at: "policy.Statement[0].Condition.StringLike.aws:SourceArn",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceArn",
            operator: "StringLike",
            value: "an ARN",
            line: '"ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:app" }',
          },
        },
      ],
      controls: ["iam.condition.string-for-arn"],
    },
    {
      name: "a truth value as text",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:SecureTransport": "true" } } }),
      ),
      findings: [{ id: "loose", at: "policy.Statement[0].Condition.StringEquals.aws:SecureTransport" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
