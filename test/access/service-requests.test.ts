import assert from "node:assert/strict";
import type { PropertyMap } from "../../lib/core/properties";
import { unknownValue } from "../../lib/core/properties";
import type { Truth } from "../../lib/core/truth";
import { all } from "../../lib/core/truth";
import { evaluate } from "../../lib/access/evaluate";
import type { AccessRequest } from "../../lib/access/evaluate";
import { parsePolicy } from "../../lib/access/parse";
import {
  alarmPublishes,
  logGroupUsesKey,
  publisherUsesKey,
  ruleInvokes,
  rulePublishes,
  serviceAssumes,
  trailUsesBucket,
  trailUsesKey,
} from "../../lib/access/service-requests";

const account = "111122223333";
const topic = `arn:aws:sns:eu-west-1:${account}:alarms`;
const alarm = { arn: `arn:aws:cloudwatch:eu-west-1:${account}:alarm:root`, account, topic };
const trailArn = `arn:aws:cloudtrail:eu-west-1:${account}:trail/main`;
const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:f`;
const ruleArn = `arn:aws:events:eu-west-1:${account}:rule/r`;

const defaultTopicPolicy: PropertyMap = {
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: "sns:Publish",
  Resource: topic,
  Condition: { StringEquals: { "AWS:SourceOwner": account } },
};

function to(service: string, Action: string, Condition: PropertyMap = {}): PropertyMap {
  return { Effect: "Allow", Principal: { Service: service }, Action, Resource: "*", Condition };
}

function decide(requests: readonly AccessRequest[], ...statements: PropertyMap[]): Truth {
  const resource = { name: "policy", document: parsePolicy({ Version: "2012-10-17", Statement: statements }) };
  return all(requests.map((request) => evaluate(request, { resource }).decision));
}

const trailKeyCondition = {
  StringEquals: { "aws:SourceArn": trailArn },
  StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
};
const folder = `AWSLogs/${account}/`;
const store = { trail: trailArn, bucket: "arn:aws:s3:::trails", folder };
const bucketStatements: readonly PropertyMap[] = [
  to("cloudtrail.amazonaws.com", "s3:GetBucketAcl", { StringEquals: { "aws:SourceArn": trailArn } }),
  to("cloudtrail.amazonaws.com", "s3:PutObject", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
];
const logsKey = logGroupUsesKey({ arn: `arn:aws:logs:eu-west-1:${account}:log-group:g`, region: "eu-west-1", key });
const logsCondition = {
  ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${account}:log-group:g` },
};

describe("what AWS services may", () => {
  type Case = readonly [
    name: string,
    requests: readonly AccessRequest[],
    statements: readonly PropertyMap[],
    may: Truth,
  ];
  const cases: readonly Case[] = [
    ["an alarm publishes under a topic's default policy", [alarmPublishes(alarm)], [defaultTopicPolicy], "yes"],
    ["a rule does not", [rulePublishes({ topic })], [defaultTopicPolicy], "no"],
    [
      "a rule publishes where it is named",
      [rulePublishes({ topic })],
      [to("events.amazonaws.com", "sns:Publish")],
      "yes",
    ],
    [
      "under a condition nobody can tell",
      [rulePublishes({ topic })],
      [to("events.amazonaws.com", "sns:Publish", { ArnLike: { "aws:SourceArn": ruleArn } })],
      "unknown",
    ],
    [
      "an alarm by its ARN",
      [alarmPublishes(alarm)],
      [
        to("cloudwatch.amazonaws.com", "sns:Publish", {
          ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:*:${account}:alarm:*` },
        }),
      ],
      "yes",
    ],
    [
      "an alarm whose ARN is not known yet",
      [alarmPublishes({ ...alarm, arn: unknownValue })],
      [
        to("cloudwatch.amazonaws.com", "sns:Publish", {
          ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:*:${account}:alarm:*` },
        }),
      ],
      "unknown",
    ],
    [
      "an alarm of another account",
      [alarmPublishes(alarm)],
      [to("cloudwatch.amazonaws.com", "sns:Publish", { StringEquals: { "aws:SourceAccount": "444455556666" } })],
      "no",
    ],
    [
      "an alarm is in no organization of its own",
      [alarmPublishes(alarm)],
      [to("cloudwatch.amazonaws.com", "sns:Publish", { StringEquals: { "aws:PrincipalOrgID": "o-1" } })],
      "no",
    ],
    [
      "its source's organization is not known",
      [alarmPublishes(alarm)],
      [to("cloudwatch.amazonaws.com", "sns:Publish", { StringEquals: { "aws:SourceOrgID": "o-1" } })],
      "unknown",
    ],
    [
      "TLS only",
      [alarmPublishes(alarm)],
      [
        defaultTopicPolicy,
        {
          Effect: "Deny",
          Principal: "*",
          Action: "*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
      "yes",
    ],
    [
      "a rule invokes its function",
      [ruleInvokes({ arn: ruleArn, function: functionArn })],
      [to("events.amazonaws.com", "lambda:InvokeFunction", { ArnLike: { "AWS:SourceArn": ruleArn } })],
      "yes",
    ],
    [
      "another rule does not",
      [ruleInvokes({ arn: ruleArn, function: functionArn })],
      [to("events.amazonaws.com", "lambda:InvokeFunction", { ArnLike: { "AWS:SourceArn": `${ruleArn}2` } })],
      "no",
    ],
    ["CloudTrail writes to its bucket", trailUsesBucket(store), bucketStatements, "yes"],
    ["not without the ACL right", trailUsesBucket(store), bucketStatements.slice(1), "no"],
    ["into a folder not known yet", trailUsesBucket({ ...store, folder: unknownValue }), bucketStatements, "yes"],
    [
      "CloudTrail uses its key",
      trailUsesKey({ arn: trailArn, account, key }),
      [
        to("cloudtrail.amazonaws.com", "kms:GenerateDataKey*", trailKeyCondition),
        to("cloudtrail.amazonaws.com", "kms:DescribeKey"),
      ],
      "yes",
    ],
    [
      "under the context of another trail it does not",
      trailUsesKey({ arn: trailArn.replace(account, "444455556666"), account, key }),
      [to("cloudtrail.amazonaws.com", "kms:*", trailKeyCondition)],
      "no",
    ],
    ["a log group uses its key", logsKey, [to("logs.eu-west-1.amazonaws.com", "kms:*", logsCondition)], "yes"],
    ["not by the name without region", logsKey, [to("logs.amazonaws.com", "kms:*", logsCondition)], "no"],
    [
      "a publisher uses a topic's key",
      publisherUsesKey({ service: "cloudwatch.amazonaws.com", key }),
      [to("cloudwatch.amazonaws.com", "kms:Decrypt"), to("cloudwatch.amazonaws.com", "kms:GenerateDataKey*")],
      "yes",
    ],
    [
      "not with one right of two",
      publisherUsesKey({ service: "cloudwatch.amazonaws.com", key }),
      [to("cloudwatch.amazonaws.com", "kms:Decrypt")],
      "no",
    ],
    [
      "CloudTrail assumes its role",
      [serviceAssumes({ service: "cloudtrail.amazonaws.com", role: `arn:aws:iam::${account}:role/t` })],
      [to("cloudtrail.amazonaws.com", "sts:AssumeRole")],
      "yes",
    ],
  ];
  for (const [name, requests, statements, may] of cases) {
    it(name, () => assert.equal(decide(requests, ...statements), may));
  }
});
