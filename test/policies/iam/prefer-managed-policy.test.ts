import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import policy from "../../../policies/iam/prefer-managed-policy";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";

const written = (...statements: readonly object[]) =>
  declare(ManagedPolicy, "queues", { policy: jsonStringify({ Version: "2012-10-17", Statement: statements }) });

/** What AmazonSQSReadOnlyAccess says, in an order and a case of its own. */
const reads = [
  "sqs:ListQueues",
  "SQS:GetQueueUrl",
  "sqs:ListQueueTags",
  "sqs:GetQueueAttributes",
  "sqs:ListMessageMoveTasks",
  "sqs:ListDeadLetterSourceQueues",
];

export default policyTest(policy, {
  pass: [
    {
      name: "confined to a queue",
      given: written({ Effect: "Allow", Action: reads, Resource: "arn:aws:sqs:us-east-1:123456789012:orders" }),
    },
    {
      name: "one action more",
      given: written({ Effect: "Allow", Action: [...reads, "sqs:SendMessage"], Resource: "*" }),
    },
    {
      name: "two wildcards, which the policy of a service's own role happens to hold as well",
      given: written({ Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: "*" }),
    },
    {
      name: "what AWS attaches to service-linked roles alone",
      given: written({
        Effect: "Allow",
        Action: [
          "organizations:ListAccounts",
          "organizations:DescribeOrganization",
          "organizations:DescribeAccount",
          "organizations:ListAWSServiceAccessForOrganization",
        ],
        Resource: "*",
      }),
    },
    { name: "no policy at all", given: declare(ManagedPolicy, "queues", { policy: "not JSON" }) },
  ],
  fail: [
    {
      name: "a copy with the actions in another order and a Sid of its own",
      given: written({ Sid: "ReadQueues", Effect: "Allow", Action: reads, Resource: ["*"] }),
      findings: [{ id: "copied", at: "policy", data: { policy: "queues", managed: "AmazonSQSReadOnlyAccess" } }],
    },
  ],
  unknown: [
    {
      name: "a document of another stack",
      given: declare(ManagedPolicy, "queues", { policy: unknown() }),
      at: "policy",
    },
  ],
});
