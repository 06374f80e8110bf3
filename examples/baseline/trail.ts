import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type TrailBucket } from "./buckets";
import { type Context, tags } from "./context";
import { type DeliveryTopic } from "./topics";

/** The log group that the metric filters watch. */
export function createLogGroup(
  { name, args, parent, logGroupName }: Context,
  key: aws.kms.Key,
): aws.cloudwatch.LogGroup {
  const retentionInDays = args.logRetentionInDays ?? 365;
  const kept = { retentionInDays, kmsKeyId: key.arn, deletionProtectionEnabled: true };
  return new aws.cloudwatch.LogGroup(`${name}-trail`, { name: logGroupName, ...kept }, parent);
}

export interface TrailParts {
  readonly bucket: TrailBucket;
  readonly key: aws.kms.Key;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly delivery: DeliveryTopic;
}

/** One trail of all regions that records management events, S3 and Lambda data events, and insights. */
export function createTrail(context: Context, { bucket, key, logGroup, delivery }: TrailParts): aws.cloudtrail.Trail {
  const { name, parent, args, trailName, partition, region, accountId } = context;
  // made of names, so that a preview knows it already, and can prove that the alarms ring
  const logGroupArn = pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${logGroup.name}`;
  const { role, attachment } = createDeliveryRole(context);
  return new aws.cloudtrail.Trail(
    name,
    {
      name: trailName,
      s3BucketName: bucket.bucket.bucket,
      kmsKeyId: key.arn,
      enableLogging: true,
      isMultiRegionTrail: true,
      isOrganizationTrail: args.organizationId !== undefined,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      cloudWatchLogsGroupArn: pulumi.interpolate`${logGroupArn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      snsTopicName: delivery.topic.arn,
      eventSelectors: [{ readWriteType: "All", includeManagementEvents: true, dataResources: dataResources(context) }],
      insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
      tags,
    },
    { ...parent, dependsOn: [bucket.policy, delivery.policy, attachment] },
  );
}

/** Every object and every function: the dearest part of a trail, and the one that shows what was read. */
function dataResources({ args }: Context) {
  if (args.dataEvents === false) return [];
  return [
    { type: "AWS::S3::Object", values: ["arn:aws:s3"] },
    { type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] },
  ];
}

interface DeliveryRole {
  readonly role: aws.iam.Role;
  readonly attachment: aws.iam.RolePolicyAttachment;
}

function createDeliveryRole(context: Context): DeliveryRole {
  const { name, parent, partition, region, accountId, logGroupName, trailArn, args } = context;
  const assume = {
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { ArnLike: { "aws:SourceArn": trailArn } },
  };
  const assumeRolePolicy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [assume] });
  const roleName = `${name}-trail-to-logs`;
  const role = new aws.iam.Role(roleName, { name: roleName, assumeRolePolicy, tags }, parent);
  const streams = pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupName}:log-stream`;
  const organization =
    args.organizationId === undefined ? [] : [pulumi.interpolate`${streams}:${args.organizationId}_*`];
  const write = {
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [pulumi.interpolate`${streams}:${accountId}_CloudTrail_${region}*`, ...organization],
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [write] });
  const managed = new aws.iam.Policy(roleName, { name: roleName, policy, tags }, parent);
  const attachment = new aws.iam.RolePolicyAttachment(roleName, { role: role.name, policyArn: managed.arn }, parent);
  return { role, attachment };
}
