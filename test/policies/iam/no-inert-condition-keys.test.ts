import policy from "../../../policies/iam/no-inert-condition-keys";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a key of the action",
      given: managed(
        allow("s3:ListBucket", "arn:aws:s3:::app/*", { Condition: { StringLike: { "s3:prefix": "home/*" } } }),
      ),
    },
    {
      name: "a key of one of the actions",
      given: managed(
        allow(["s3:GetObject", "s3:ListBucket"], "arn:aws:s3:::app/*", {
          Condition: { StringLike: { "s3:prefix": "home/*" } },
        }),
      ),
    },
    {
      name: "a tag by the key of a service, and a key that AWS's own policies use beyond its listing",
      given: managed(
        allow("ssm:DeregisterManagedInstance", "*", { Condition: { StringEquals: { "ssm:resourceTag/team": "a" } } }),
        allow("aws-marketplace:Subscribe", "*", {
          Condition: { "ForAllValues:StringEquals": { "aws-marketplace:ProductId": ["prod-1"] } },
        }),
      ),
    },
    {
      name: "a tag of IAM's on an action of another service that carries it",
      given: managed(
        allow("sts:AssumeRole", "*", { Condition: { StringEquals: { "iam:ResourceTag/team": "a" } } }),
        allow(["ec2:*", "iam:Get*"], "*", { Condition: { StringEquals: { "iam:ResourceTag/team": "a" } } }),
      ),
    },
    {
      name: "a key of a service that every request may carry",
      given: managed(
        allow("s3:PutObject", "*", {
          Condition: { ArnLike: { "lambda:SourceFunctionArn": "arn:aws:lambda:us-east-1:111122223333:function:app" } },
        }),
      ),
    },
    {
      name: "a global key",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } },
        }),
      ),
    },
    {
      name: "an action that AWS does not list",
      given: managed(
        allow("s3:NotListedYet", "arn:aws:s3:::app/*", { Condition: { StringLike: { "s3:prefix": "home/*" } } }),
      ),
    },
    {
      name: "a tag where the service knows tags",
      given: managed(
        allow("ec2:StopInstances", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:ResourceTag/team": "a" } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "a key of a service beside whole services of others",
      given: managed(
        allow(["ec2:*", "s3:*"], "*", { Condition: { StringNotEquals: { "iam:ResourceTag/status": "prod" } } }),
      ),
      findings: [
        {
          id: "alwaysMet",
          at: "policy.Statement[0].Condition.StringNotEquals.iam:ResourceTag/status",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "iam:ResourceTag/status",
            operator: "StringNotEquals",
            value: "",
            line: '"StringNotEquals": { "iam:ResourceTag/status": "prod" }',
          },
        },
      ],
    },
    {
      name: "a key of another action",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringLike: { "s3:prefix": "home/*" } } }),
      ),
      findings: [
        {
          id: "neverMet",
          at: "policy.Statement[0].Condition.StringLike.s3:prefix",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "s3:prefix",
            operator: "StringLike",
            value: "",
            line: '"StringLike": { "s3:prefix": "home/*" }',
          },
        },
      ],
      controls: ["iam.condition.key-for-action"],
    },
    {
      name: "one that is always met",
      given: managed(
        allow("iam:CreateRole", "arn:aws:s3:::app/*", {
          Condition: { StringEqualsIfExists: { "iam:PassedToService": "ec2.amazonaws.com" } },
        }),
      ),
      findings: [{ id: "alwaysMet", at: "policy.Statement[0].Condition.StringEqualsIfExists.iam:PassedToService" }],
    },
    {
      name: "a denial by tags of a service without tags",
      given: managed(
        deny("aws-portal:ViewBilling", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:ResourceTag/team": "a" } },
        }),
      ),
      findings: [
        {
          id: "denyNeverMet",
          at: "policy.Statement[0].Condition.StringEquals.aws:ResourceTag/team",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:ResourceTag/team",
            operator: "StringEquals",
            value: "",
            line: '"StringEquals": { "aws:ResourceTag/team": "a" }',
          },
        },
      ],
      controls: ["iam.condition.unsupported-tag-key"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
