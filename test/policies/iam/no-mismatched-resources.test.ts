import policy from "../../../policies/iam/no-mismatched-resources";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "objects", given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*")) },
    { name: "a bucket", given: managed(allow("s3:ListBucket", "arn:aws:s3:::app")) },
    {
      name: "both in one statement",
      given: managed(allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::app", "arn:aws:s3:::app/*"])),
    },
    { name: "a service's actions, of which some apply", given: managed(allow("s3:*", "arn:aws:s3:::app")) },
    { name: "everything", given: managed(allow("s3:GetObject")) },
    { name: "a service that is left open", given: managed(allow("s3:GetObject", "arn:aws:*:::app")) },
    {
      name: "a variable that may hold the rest",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::${aws:PrincipalTag/path}")),
    },
    {
      name: "an action that AWS lists without resources",
      given: managed(allow("s3:ListAllMyBuckets", "arn:aws:s3:::*")),
    },
    {
      name: "descriptions, of which some are of an instance",
      given: managed(allow("ec2:Describe*", "arn:aws:ec2:eu-west-1:111122223333:instance/*")),
    },
    {
      name: "an action that is not known here",
      given: managed(allow("s3:GetBucketTurbo", "arn:aws:s3:::app/*")),
    },
    {
      name: "a function's version",
      given: managed(allow("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:api:1")),
    },
    {
      name: "a log group's streams",
      given: managed(allow("logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/api:*")),
    },
  ],
  fail: [
    {
      name: "objects by the bucket's ARN",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app")),
      findings: [
        {
          id: "mismatch",
          at: "policy.Statement[0].Action",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "s3:GetObject",
            meant: "arn:aws:s3:::app",
          },
        },
      ],
      controls: ["iam.resource.mismatch"],
    },
    {
      name: "a bucket by its objects",
      given: managed(deny("s3:DeleteBucket", ["arn:aws:s3:::app/*"])),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action" }],
      controls: ["iam.resource.mismatch"],
    },
    {
      name: "one action of several",
      given: managed(
        allow(["s3:GetObject", "s3:ListBucket", "s3:List*"], ["arn:aws:s3:::app/*", "arn:aws:s3:::logs/*"]),
      ),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action[1]" }],
    },
    {
      name: "a role with a region",
      given: managed(allow("iam:PassRole", "arn:aws:iam:eu-west-1:111122223333:role/api")),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action" }],
    },
    {
      name: "another service's resource",
      given: managed(allow("sqs:SendMessage", "arn:aws:sns:eu-west-1:111122223333:jobs")),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action" }],
    },
    {
      name: "instances described by their ARN",
      given: managed(allow("ec2:DescribeInstances", "arn:aws:ec2:eu-west-1:111122223333:instance/*")),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action" }],
    },
    {
      name: "a bucket policy",
      given: declareType("aws:s3/bucketPolicy:BucketPolicy", "data", {
        bucket: "app-data",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            allow("s3:GetObject", "arn:aws:s3:::app-data", {
              Principal: { AWS: "arn:aws:iam::111122223333:role/api" },
            }),
          ],
        }),
      }),
      findings: [{ id: "mismatch", at: "policy.Statement[0].Action" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
