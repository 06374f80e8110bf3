import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, trailArn } from "./account";
import { logsKey } from "./keys";

const sevenYears = 2557;

export const trailBucket = new aws.s3.Bucket("audit-trail", { objectLockEnabled: true });
const accessLogBucket = new aws.s3.Bucket("access-logs", {});

for (const [name, bucket] of [
  ["audit-trail", trailBucket],
  ["access-logs", accessLogBucket],
] as const) {
  new aws.s3.BucketPublicAccessBlock(name, {
    bucket: bucket.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new aws.s3.BucketOwnershipControls(name, {
    bucket: bucket.bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  new aws.s3.BucketVersioning(name, {
    bucket: bucket.bucket,
    versioningConfiguration: { status: "Enabled" },
  });
  new aws.s3.BucketLifecycleConfiguration(name, {
    bucket: bucket.bucket,
    rules: [{ id: "forget-after-seven-years", status: "Enabled", filter: {}, expiration: { days: sevenYears } }],
  });
}

new aws.s3.BucketServerSideEncryptionConfiguration("audit-trail", {
  bucket: trailBucket.bucket,
  rules: [
    {
      applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: logsKey.arn },
      bucketKeyEnabled: true,
    },
  ],
});

// S3 delivers access logs only to buckets with its own encryption.
new aws.s3.BucketServerSideEncryptionConfiguration("access-logs", {
  bucket: accessLogBucket.bucket,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
});

new aws.s3.BucketLogging("audit-trail", {
  bucket: trailBucket.bucket,
  targetBucket: accessLogBucket.bucket,
  targetPrefix: "audit-trail/",
});

new aws.s3.BucketObjectLockConfiguration("audit-trail", {
  bucket: trailBucket.bucket,
  rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } },
});

/** Made of the bucket's name: known in a preview, as the name is. */
function arnOf(bucket: aws.s3.Bucket): pulumi.Output<string> {
  return pulumi.interpolate`arn:aws:s3:::${bucket.bucket}`;
}

function onlyOverTls(bucket: aws.s3.Bucket): aws.iam.PolicyStatement {
  return {
    Sid: "OnlyOverTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arnOf(bucket), pulumi.interpolate`${arnOf(bucket)}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

export const trailBucketPolicy = new aws.s3.BucketPolicy("audit-trail", {
  bucket: trailBucket.bucket,
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "TrailChecksAcl",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:GetBucketAcl",
        Resource: arnOf(trailBucket),
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
      {
        Sid: "TrailDelivers",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: pulumi.interpolate`${arnOf(trailBucket)}/AWSLogs/${accountId}/*`,
        Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
      onlyOverTls(trailBucket),
    ],
  },
});

new aws.s3.BucketPolicy("access-logs", {
  bucket: accessLogBucket.bucket,
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccessLogsDeliver",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: pulumi.interpolate`${arnOf(accessLogBucket)}/audit-trail/*`,
        Condition: {
          ArnLike: { "aws:SourceArn": arnOf(trailBucket) },
          StringEquals: { "aws:SourceAccount": accountId },
        },
      },
      onlyOverTls(accessLogBucket),
    ],
  },
});
