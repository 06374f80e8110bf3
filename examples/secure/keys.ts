import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, accountOwnsKey, region, trailArn } from "./account";

/** Encrypts the trail's log files and the log groups. */
export const logsKey = new aws.kms.Key("logs", {
  description: "encrypts audit logs",
  enableKeyRotation: true,
  deletionWindowInDays: 30,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      accountOwnsKey,
      {
        Sid: "TrailEncrypts",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
      {
        Sid: "LogGroupsEncrypt",
        Effect: "Allow",
        Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${accountId}:log-group:*`,
          },
        },
      },
    ],
  }),
});

/** Encrypts the alarms' topic: an alarm that may not use the key is never heard. */
export const alarmsKey = new aws.kms.Key("alarms", {
  description: "encrypts security alarms",
  enableKeyRotation: true,
  deletionWindowInDays: 30,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      accountOwnsKey,
      {
        // AWS does not say that an alarm tells the key which account it is of: a condition on it could silence them all.
        Sid: "AlarmsEncrypt",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "cloudtrail.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
      },
    ],
  }),
});
