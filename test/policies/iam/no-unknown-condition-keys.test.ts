import policy from "../../../policies/iam/no-unknown-condition-keys";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a global key",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "AWS:principalorgid": "o-abc1234567" } },
        }),
      ),
    },
    {
      name: "a tag",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } }),
      ),
    },
    {
      name: "a tag by the key of its service",
      given: managed(
        allow("secretsmanager:GetSecretValue", "*", {
          Condition: { StringEquals: { "secretsmanager:ResourceTag/team": "a" } },
        }),
      ),
    },
    {
      name: "a key of an identity provider",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "token.actions.githubusercontent.com:sub": "repo:org/app:*" } },
        }),
      ),
    },
    {
      name: "a key that nothing resembles: AWS may have added it",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "s3:SomethingNobodyKnowsYet": "a" } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "a misspelled key",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:SourceAcount": "111122223333" } },
        }),
      ),
      findings: [
        {
          id: "misspelled",
          at: "policy.Statement[0].Condition.StringEquals.aws:SourceAcount",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceAcount",
            operator: "StringEquals",
            value: "aws:SourceAccount",
            line: '"StringEquals": { "aws:SourceAccount": "111122223333" }',
          },
        },
      ],
      controls: ["iam.condition.invalid-key"],
    },
    {
      name: "a claim that AWS does not compare",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "token.actions.githubusercontent.com:repository_owner": "acme" } },
        }),
      ),
      findings: [
        {
          id: "misspelled",
          at: "policy.Statement[0].Condition.StringEquals.token.actions.githubusercontent.com:repository_owner",
        },
      ],
    },
    {
      name: "no service",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { SourceAccount: "111122223333" } } }),
      ),
      findings: [
        {
          id: "noPrefix",
          at: "policy.Statement[0].Condition.StringEquals.SourceAccount",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "SourceAccount",
            operator: "StringEquals",
            value: "",
            line: '"StringEquals": { "SourceAccount": "111122223333" }',
          },
        },
      ],
    },
    {
      name: "a tag without name",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:ResourceTag/": "a" } } }),
      ),
      findings: [
        {
          id: "noTag",
          at: "policy.Statement[0].Condition.StringEquals.aws:ResourceTag/",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:ResourceTag/",
            operator: "StringEquals",
            value: "",
            line: '"StringEquals": { "aws:ResourceTag/team": "a" }',
          },
        },
      ],
      controls: ["iam.condition.tag-key-missing"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
