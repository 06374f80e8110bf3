import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, applicationGroupName, region, trailArn, trailGroupName, trailName } from "./account";
import { trailBucket, trailBucketPolicy } from "./bucket";
import { logsKey } from "./keys";
import { deliveryTopic, deliveryTopicPolicy } from "./topics";

export const trailGroup = new aws.cloudwatch.LogGroup("audit-trail", {
  name: trailGroupName,
  retentionInDays: 731,
  kmsKeyId: logsKey.arn,
  deletionProtectionEnabled: true,
});

new aws.cloudwatch.LogGroup("application", {
  name: applicationGroupName,
  retentionInDays: 365,
  kmsKeyId: logsKey.arn,
  deletionProtectionEnabled: true,
});

/** Made of the group's name, so that a preview knows it already, and can prove that the alarms ring. */
export const trailGroupArn = pulumi.interpolate`arn:aws:logs:${region}:${accountId}:log-group:${trailGroup.name}`;

// EventBridge of this account, and nobody else, may write to the groups made for it.
new aws.cloudwatch.LogResourcePolicy("events-to-logs", {
  policyName: "events-to-logs",
  policyDocument: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`arn:aws:logs:${region}:${accountId}:log-group:/aws/events/*`,
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});

const trailRole = new aws.iam.Role("trail-to-logs", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
    ],
  },
});

const trailToLogs = new aws.iam.Policy("trail-to-logs", {
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`${trailGroupArn}:log-stream:${accountId}_CloudTrail_${region}*`,
      },
    ],
  },
});

const trailRoleMayWrite = new aws.iam.RolePolicyAttachment("trail-to-logs", {
  role: trailRole.name,
  policyArn: trailToLogs.arn,
});

export const trail = new aws.cloudtrail.Trail(
  "audit",
  {
    name: trailName,
    s3BucketName: trailBucket.bucket,
    kmsKeyId: logsKey.arn,
    enableLogging: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    cloudWatchLogsGroupArn: pulumi.interpolate`${trailGroupArn}:*`,
    cloudWatchLogsRoleArn: trailRole.arn,
    snsTopicName: deliveryTopic.arn,
    eventSelectors: [
      {
        readWriteType: "All",
        includeManagementEvents: true,
        dataResources: [
          { type: "AWS::S3::Object", values: ["arn:aws:s3"] },
          { type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] },
        ],
      },
    ],
    insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
  },
  { dependsOn: [trailBucketPolicy, trailRoleMayWrite, deliveryTopicPolicy] },
);
