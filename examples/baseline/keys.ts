import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Context, accountOwnsKey } from "./context";

/** Encrypts the trail's log files and the log groups. */
export function createLogsKey(context: Context): aws.kms.Key {
  const { partition, region, accountId, trailArn } = context;
  const trailEncrypts = {
    Sid: "TrailEncrypts",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"],
    Resource: "*",
    Condition: {
      ArnLike: { "aws:SourceArn": trailArn },
      StringLike: {
        "kms:EncryptionContext:aws:cloudtrail:arn": pulumi.interpolate`arn:${partition}:cloudtrail:*:${accountId}:trail/*`,
      },
    },
  };
  // Without the encryption context: CloudTrail looks at a key before it encrypts anything with it.
  const trailLooks = {
    Sid: "TrailLooks",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "kms:DescribeKey",
    Resource: "*",
    Condition: { ArnLike: { "aws:SourceArn": trailArn } },
  };
  const logGroupsEncrypt = {
    Sid: "LogGroupsEncrypt",
    Effect: "Allow",
    Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
    Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    Resource: "*",
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:*`,
      },
    },
  };
  return createKey(context, "logs", "encrypts audit logs", [trailEncrypts, trailLooks, logGroupsEncrypt]);
}

/** Encrypts the topics: an alarm that may not use the key is never heard. */
export function createTopicsKey(context: Context): aws.kms.Key {
  const publishersEncrypt = {
    Sid: "PublishersEncrypt",
    Effect: "Allow",
    Principal: { Service: ["cloudwatch.amazonaws.com", "cloudtrail.amazonaws.com"] },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    // No condition: AWS does not say which keys its publishers send along when they use a key for a topic.
    Resource: "*",
  };
  return createKey(context, "topics", "encrypts security notices", [publishersEncrypt]);
}

function createKey(context: Context, use: string, description: string, statements: readonly object[]): aws.kms.Key {
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [accountOwnsKey(context), ...statements] });
  const kept = { enableKeyRotation: true, deletionWindowInDays: 30 };
  return new aws.kms.Key(`${context.name}-${use}`, { description, ...kept, policy }, context.parent);
}
