import policy from "../../../policies/iam/no-mistyped-conditions";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "an address",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
        }),
      ),
    },
    {
      name: "text for an ARN: loose, but it works",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } },
        }),
      ),
    },
    {
      name: "seconds since 1970",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { NumericLessThan: { "aws:EpochTime": 1900000000 } },
        }),
      ),
    },
    {
      name: "ARNs, a wildcard and a variable",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { ArnLike: { "aws:SourceArn": ["arn:aws:sns:*:*:orders", "*", "${aws:PrincipalTag/topic}"] } },
        }),
      ),
    },
    {
      name: "existence",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Null: { "aws:SourceIp": "false" } } })),
    },
  ],
  fail: [
    {
      name: "a name for an ARN",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/app", "role/app"] } },
        }),
      ),
      findings: [
        {
          id: "noArn",
          at: "policy.Statement[0].Condition.ArnLike.aws:PrincipalArn[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:PrincipalArn",
            operator: "ArnLike",
            value: "role/app",
            line: '"ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/app","role/app"] }',
          },
        },
      ],
    },
    {
      name: "an address as text",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:SourceIp": "203.0.113.0/24" } },
        }),
      ),
      findings: [
        {
          id: "mistyped",
          at: "policy.Statement[0].Condition.StringEquals.aws:SourceIp",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceIp",
            operator: "StringEquals",
            value: "an address",
            line: '"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }',
          },
        },
      ],
      controls: ["iam.condition.type-mismatch"],
    },
    {
      name: "text as a truth value",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Bool: { "aws:PrincipalOrgID": "true" } } }),
      ),
      findings: [{ id: "mistyped", at: "policy.Statement[0].Condition.Bool.aws:PrincipalOrgID" }],
    },
    {
      name: "a date as text",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringLikeIfExists: { "aws:CurrentTime": "2026*" } },
        }),
      ),
      findings: [{ id: "mistyped", at: "policy.Statement[0].Condition.StringLikeIfExists.aws:CurrentTime" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
