import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/require-source-conditions";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

function queue(service: string, condition?: object, ...more: readonly object[]) {
  const statement = {
    Sid: "Send",
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sqs:SendMessage",
    Resource: "*",
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  return declare(Queue, "jobs", { policy: documentOf(statement, ...more) });
}

function bucket(action: string, resource: string) {
  const statement = {
    Sid: "Write",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: action,
    Resource: resource,
    Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
  };
  return declareType("aws:s3/bucketPolicy:BucketPolicy", "logs", { bucket: "logs", policy: documentOf(statement) });
}

function topic(service: string) {
  const statement = { Effect: "Allow", Principal: { Service: service }, Action: "sns:Publish", Resource: "*" };
  return declareType("aws:sns/topicPolicy:TopicPolicy", "alerts", { arn: "alerts", policy: documentOf(statement) });
}

const at = "policy.Statement[0].Principal.Service";
const finding = { id: "forAnybody", at };

export default policyTest(policy, {
  pass: [
    {
      name: "one topic",
      given: queue("sns.amazonaws.com", {
        ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:alerts" },
      }),
    },
    {
      name: "one account",
      given: queue("sns.amazonaws.com", { StringEquals: { "AWS:SourceAccount": "123456789012" } }),
    },
    {
      name: "one organization",
      given: queue("sns.amazonaws.com", { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }),
    },
    {
      name: "one bucket, which has no account in its ARN",
      given: queue("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:uploads" } }),
    },
    {
      name: "other accounts are denied",
      given: queue("sns.amazonaws.com", undefined, {
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: "*",
        Condition: {
          StringNotEqualsIfExists: { "aws:SourceOrgID": "o-a1b2c3d4e5" },
          Bool: { "aws:PrincipalIsAWSService": "true" },
        },
      }),
    },
    { name: "a service that acts for its own account alone", given: queue("lambda.amazonaws.com") },
    { name: "a rule of EventBridge to a topic", given: topic("events.amazonaws.com") },
    { name: "the account's own folder", given: bucket("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/123456789012/*") },
    { name: "a look at the bucket", given: bucket("s3:GetBucketAcl", "arn:aws:s3:::logs") },
    {
      name: "a role",
      given: declare(Queue, "jobs", {
        policy: documentOf({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:role/ci" },
          Action: "sqs:SendMessage",
          Resource: "*",
        }),
      }),
    },
    {
      name: "a key that only one caller has",
      given: queue("ses.amazonaws.com", { StringEquals: { "kms:EncryptionContext:aws:ses:rule": "inbound" } }),
    },
  ],
  fail: [
    {
      name: "no condition",
      given: queue("sns.amazonaws.com"),
      findings: [
        { ...finding, data: { statement: "Send", document: "policy of queue `jobs`", service: "sns.amazonaws.com" } },
      ],
      controls: ["iam.condition.confused-deputy"],
    },
    {
      name: "a topic of any account",
      given: queue("sns.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:sns:us-east-1:*:alerts" } }),
      findings: [finding],
    },
    {
      name: "any bucket",
      given: queue("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }),
      findings: [finding],
    },
    {
      name: "a condition that need not be",
      given: queue("events.amazonaws.com", { StringNotEquals: { "aws:SourceAccount": "111122223333" } }),
      findings: [finding],
    },
    {
      name: "only how, not for whom",
      given: bucket("s3:PutObject", "arn:aws:s3:::logs/*"),
      findings: [finding],
    },
    {
      name: "any account's alarms to a topic",
      given: topic("cloudwatch.amazonaws.com"),
      findings: [finding],
    },
    {
      name: "a service of one region",
      given: queue("logs.eu-west-1.amazonaws.com"),
      findings: [finding],
    },
  ],
  unknown: [{ name: "a document not known yet", given: declare(Queue, "jobs", { policy: unknown() }), at: "policy" }],
});
