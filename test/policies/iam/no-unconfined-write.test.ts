import policy from "../../../policies/iam/no-unconfined-write";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "the objects of one bucket", given: managed(allow("s3:PutObject", "arn:aws:s3:::orders/*")) },
    {
      name: "one table",
      given: managed(allow("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:111122223333:table/orders")),
    },
    {
      name: "log events, as AWS writes it for functions",
      given: managed(allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"])),
    },
    { name: "what takes no resource", given: managed(allow(["xray:PutTraceSegments", "cloudwatch:PutMetricData"])) },
    {
      name: "under a condition",
      given: managed(
        allow("ec2:TerminateInstances", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } }),
      ),
    },
    {
      name: "all objects of one bucket, all messages of a queue by name",
      given: managed(
        allow(["s3:PutObject", "s3:DeleteObject"], "arn:aws:s3:::acme-shop-assets/*"),
        allow("sqs:SendMessage", "arn:aws:sqs:*:*:orders"),
      ),
    },
    {
      name: "one's own user and devices, as AWS writes it",
      given: managed(
        allow(
          ["iam:ChangePassword", "iam:CreateVirtualMFADevice", "iam:EnableMFADevice"],
          ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:mfa/*"],
        ),
      ),
    },
    {
      name: "an action on several things, of which one is named",
      given: managed(
        allow("ec2:RunInstances", [
          "arn:aws:ec2:*::image/*",
          "arn:aws:ec2:*:*:instance/*",
          "arn:aws:ec2:*:*:network-interface/*",
          "arn:aws:ec2:*:*:security-group/*",
          "arn:aws:ec2:*:*:volume/*",
          "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0",
        ]),
      ),
    },
    { name: "the own session", given: managed(allow("sts:SetContext", "arn:aws:sts::*:self")) },
    { name: "denied", given: managed(allow("dynamodb:PutItem"), deny("dynamodb:*")) },
    { name: "the use of keys, which changes nothing", given: managed(allow(["kms:Decrypt", "kms:GenerateDataKey*"])) },
    {
      name: "a whole service, which another policy reports",
      given: managed(allow(["s3:*", "s3:PutObject"])),
    },
  ],
  fail: [
    {
      name: "any table and any object",
      given: managed(allow(["dynamodb:PutItem", "s3:DeleteObject"], "*", { Sid: "Write" })),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action[0]",
          data: {
            document: "policy `deploy`",
            statement: "Write",
            actions: "`dynamodb:PutItem` and `s3:DeleteObject`",
          },
        },
      ],
      controls: ["iam.level.write"],
    },
    {
      name: "every object of every bucket, and every table, written as ARNs",
      given: managed(
        allow("s3:PutObject", "arn:aws:s3:::*"),
        allow("dynamodb:PutItem", "arn:aws:dynamodb:*:*:table/*"),
      ),
      findings: [
        { id: "everywhere", at: "policy.Statement[0].Action" },
        { id: "everywhere", at: "policy.Statement[1].Action" },
      ],
    },
    {
      name: "any function",
      given: managed(allow("lambda:Invoke*")),
      findings: [{ id: "everywhere", at: "policy.Statement[0].Action" }],
      controls: ["iam.policy.lambda-invoke-star"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
