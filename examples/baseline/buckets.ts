import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Context } from "./context";

/** Log files are deleted after seven years: the longest that an audit commonly asks for. */
const keptDays = 2557;

export interface TrailBucket {
  readonly bucket: aws.s3.Bucket;
  /** CloudTrail refuses a trail whose bucket does not let it in yet. */
  readonly policy: aws.s3.BucketPolicy;
}

/** The bucket of the trail's log files, and the bucket of the log of who reads them. */
export function createTrailBucket(context: Context, key: aws.kms.Key): TrailBucket {
  const accessLogs = createBucket(context, "access-logs", {});
  const bucket = createBucket(context, "trail", { objectLockEnabled: true });
  encrypt(context, "access-logs", accessLogs, { sseAlgorithm: "AES256" }); // S3 delivers access logs to no other
  encrypt(context, "trail", bucket, { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn });
  new aws.s3.BucketLogging(
    `${context.name}-trail`,
    { bucket: bucket.bucket, targetBucket: accessLogs.bucket, targetPrefix: "trail/" },
    context.parent,
  );
  new aws.s3.BucketObjectLockConfiguration(
    `${context.name}-trail`,
    { bucket: bucket.bucket, rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } } },
    context.parent,
  );
  new aws.s3.BucketNotification(`${context.name}-trail`, { bucket: bucket.bucket, eventbridge: true }, context.parent);
  setPolicy(context, "access-logs", accessLogs, [accessLogsDeliver(context, accessLogs, bucket)]);
  return { bucket, policy: setPolicy(context, "trail", bucket, trailDelivers(context, bucket)) };
}

/** A private bucket that keeps every version. */
export function createBucket(context: Context, use: string, args: aws.s3.BucketArgs): aws.s3.Bucket {
  const name = `${context.name}-${use}`;
  const bucket = new aws.s3.Bucket(name, args, context.parent);
  const closed = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
  new aws.s3.BucketPublicAccessBlock(name, { bucket: bucket.bucket, ...closed }, context.parent);
  const rule = { objectOwnership: "BucketOwnerEnforced" };
  new aws.s3.BucketOwnershipControls(name, { bucket: bucket.bucket, rule }, context.parent);
  const versioningConfiguration = { status: "Enabled" };
  new aws.s3.BucketVersioning(name, { bucket: bucket.bucket, versioningConfiguration }, context.parent);
  const rules = [{ id: "delete-when-no-longer-needed", status: "Enabled", filter: {}, expiration: { days: keptDays } }];
  new aws.s3.BucketLifecycleConfiguration(name, { bucket: bucket.bucket, rules }, context.parent);
  return bucket;
}

export function encrypt(
  { name, parent }: Context,
  use: string,
  bucket: aws.s3.Bucket,
  applyServerSideEncryptionByDefault: aws.types.input.s3.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault,
): void {
  const rules = [{ applyServerSideEncryptionByDefault, bucketKeyEnabled: true }];
  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}-${use}`, { bucket: bucket.bucket, rules }, parent);
}

/** The statements, and one that refuses every request without TLS. */
export function setPolicy(
  context: Context,
  use: string,
  bucket: aws.s3.Bucket,
  statements: readonly object[],
): aws.s3.BucketPolicy {
  const arn = arnOf(context, bucket);
  const onlyOverTls = {
    Sid: "OnlyOverTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, pulumi.interpolate`${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [...statements, onlyOverTls] });
  return new aws.s3.BucketPolicy(`${context.name}-${use}`, { bucket: bucket.bucket, policy }, context.parent);
}

/** The bucket's ARN made of its name, which a preview knows. */
export function arnOf({ partition }: Context, bucket: aws.s3.Bucket): pulumi.Output<string> {
  return pulumi.interpolate`arn:${partition}:s3:::${bucket.bucket}`;
}

function trailDelivers(context: Context, bucket: aws.s3.Bucket): readonly object[] {
  const { accountId, trailArn, args } = context;
  const arn = arnOf(context, bucket);
  const account = pulumi.interpolate`${arn}/AWSLogs/${accountId}/*`;
  const organization =
    args.organizationId === undefined ? [] : [pulumi.interpolate`${arn}/AWSLogs/${args.organizationId}/*`];
  return [
    {
      Sid: "TrailChecksAcl",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: arn,
      Condition: { ArnLike: { "aws:SourceArn": trailArn } },
    },
    {
      Sid: "TrailDelivers",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [account, ...organization],
      Condition: {
        ArnLike: { "aws:SourceArn": trailArn },
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
      },
    },
  ];
}

function accessLogsDeliver(context: Context, target: aws.s3.Bucket, source: aws.s3.Bucket): object {
  return {
    Sid: "AccessLogsDeliver",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: pulumi.interpolate`${arnOf(context, target)}/trail/*`,
    Condition: {
      ArnLike: { "aws:SourceArn": arnOf(context, source) },
      StringEquals: { "aws:SourceAccount": context.accountId },
    },
  };
}
