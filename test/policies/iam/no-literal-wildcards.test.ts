import policy from "../../../policies/iam/no-literal-wildcards";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "under an operator that takes them",
      given: managed(
        allow("s3:ListBucket", "arn:aws:s3:::app/*", { Condition: { StringLike: { "s3:prefix": "home/*" } } }),
      ),
    },
    {
      name: "an ARN",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:*:111122223333:app" } },
        }),
      ),
    },
    {
      name: "an escaped star",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "s3:prefix": "a${*}" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "under one that does not",
      given: managed(
        allow("s3:ListBucket", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "s3:prefix": ["home/", "home/*"] } },
        }),
      ),
      findings: [
        {
          id: "literal",
          at: "policy.Statement[0].Condition.StringEquals.s3:prefix[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "s3:prefix",
            operator: "StringEquals",
            value: "home/*",
            line: '"StringLike": { "s3:prefix": ["home/","home/*"] }',
          },
        },
      ],
      controls: ["iam.condition.wildcard-no-like"],
    },
    {
      name: "with a variable",
      given: managed(
        deny("s3:ListBucket", "arn:aws:s3:::app/*", {
          Condition: { StringNotEqualsIfExists: { "s3:prefix": "${aws:username}/*" } },
        }),
      ),
      findings: [{ id: "literal", at: "policy.Statement[0].Condition.StringNotEqualsIfExists.s3:prefix" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
