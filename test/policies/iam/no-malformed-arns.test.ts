import policy from "../../../policies/iam/no-malformed-arns";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "resources of AWS's own, which are in no account",
      given: managed(
        allow("ssm:SendCommand", "arn:aws:ssm:us-east-1::document/AWS-RunShellScript"),
        allow("ec2:RunInstances", "arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0"),
      ),
    },
    {
      name: "ARNs of every kind",
      given: managed(
        allow("*", [
          "*",
          "arn:aws:s3:::app/*",
          "arn:aws-us-gov:s3:::app/*",
          "arn:*:s3:::app/*",
          "arn:aws:sqs:eu-west-1:111122223333:jobs",
          "arn:aws:sqs:us-gov-west-1:111122223333:jobs",
          "arn:aws:sqs:*:*:jobs",
          "arn:aws:iam::aws:policy/*",
          "arn:aws:ec2:*::image/*",
          "arn:aws:sqs:${aws:RequestedRegion}:${aws:PrincipalAccount}:jobs",
          "arn:aws:kms:eu-west-1:1111*:key/*",
        ]),
      ),
    },
  ],
  fail: [
    {
      name: "a partition that does not exist",
      given: managed(allow("s3:GetObject", "arn:amazon:s3:::app/*")),
      findings: [
        {
          id: "partition",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:amazon:s3:::app/*",
            meant: "aws",
          },
        },
      ],
      controls: ["iam.resource.invalid-arn"],
    },
    {
      name: "a service with capitals",
      given: managed(allow("sqs:SendMessage", "arn:aws:SQS:eu-west-1:111122223333:jobs")),
      findings: [
        {
          id: "serviceCase",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:SQS:eu-west-1:111122223333:jobs",
            meant: "sqs",
          },
        },
      ],
      controls: ["iam.resource.invalid-arn"],
    },
    {
      name: "an availability zone",
      given: managed(allow("sqs:SendMessage", ["arn:aws:sqs:eu-west-1a:111122223333:jobs"])),
      findings: [
        {
          id: "region",
          at: "policy.Statement[0].Resource[0]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:sqs:eu-west-1a:111122223333:jobs",
            meant: "eu-west-1",
          },
        },
      ],
      controls: ["iam.resource.invalid-arn"],
    },
    {
      name: "a region without its dash",
      given: managed(allow("sqs:SendMessage", "arn:aws:sqs:eu-west1:111122223333:jobs")),
      findings: [{ id: "region", at: "policy.Statement[0].Resource" }],
    },
    {
      name: "a queue without an account",
      given: managed(allow("sqs:SendMessage", "arn:aws:sqs:us-east-1::orders")),
      findings: [
        {
          id: "noAccount",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:sqs:us-east-1::orders",
            meant: "sqs",
          },
        },
      ],
    },
    {
      name: "an account with eleven digits, and one with dashes",
      given: managed(
        allow("sqs:SendMessage", [
          "arn:aws:sqs:eu-west-1:11112222333:jobs",
          "arn:aws:sqs:eu-west-1:1111-2222-3333:jobs",
        ]),
      ),
      findings: [
        {
          id: "account",
          at: "policy.Statement[0].Resource[0]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:sqs:eu-west-1:11112222333:jobs",
            meant: "11112222333",
          },
        },
        { id: "account", at: "policy.Statement[0].Resource[1]" },
      ],
      controls: ["iam.resource.invalid-arn"],
    },
    {
      name: "no resource",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::")),
      findings: [
        {
          id: "noResource",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:s3:::",
            meant: "arn:aws:s3:::*",
          },
        },
      ],
      controls: ["iam.resource.invalid-arn"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
