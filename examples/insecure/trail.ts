import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// The key exists, but the trail never uses it; any AWS account may use it; it never rotates; a week after a
// mistaken deletion everything it encrypted is lost.
export const logsKey = new aws.kms.Key("logs", {
  description: "encrypts audit logs",
  deletionWindowInDays: 7,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "AllowUse", Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }],
  }),
});

// No versions, no public access block, and `pulumi destroy` takes the evidence along.
const trailBucket = new aws.s3.Bucket("audit-trail", { forceDestroy: true });

// Access logs of the evidence, kept in the evidence.
new aws.s3.BucketLogging("audit-trail", {
  bucket: trailBucket.bucket,
  targetBucket: trailBucket.bucket,
  targetPrefix: "access/",
});

const trailBucketPolicy = new aws.s3.BucketPolicy("audit-trail", {
  bucket: trailBucket.bucket,
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:GetBucketAcl",
        Resource: trailBucket.arn,
      },
      {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: pulumi.interpolate`${trailBucket.arn}/AWSLogs/*`,
      },
      {
        // "just until the log vendor sends us their account number"
        Sid: "LogVendor",
        Effect: "Allow",
        Principal: "*",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [trailBucket.arn, pulumi.interpolate`${trailBucket.arn}/*`],
      },
    ],
  },
});

// Forgets after a month what an investigation needs after five.
export const trailGroup = new aws.cloudwatch.LogGroup("audit-trail", { retentionInDays: 30 });

// Nobody decided how long this one remembers.
export const applicationGroup = new aws.cloudwatch.LogGroup("application", {});

new aws.cloudwatch.LogResourcePolicy("events-to-logs", {
  policyName: "events-to-logs",
  policyDocument: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: "*",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "*",
      },
    ],
  }),
});

const trailRole = new aws.iam.Role("trail-to-logs", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" }],
  },
});

new aws.iam.RolePolicy("trail-to-logs", {
  role: trailRole.id,
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "logs:*", Resource: "*" }],
  },
});

// One region, no validation, no key, half of the management events, none of the data events.
export const trail = new aws.cloudtrail.Trail(
  "audit",
  {
    s3BucketName: trailBucket.bucket,
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: false,
    enableLogFileValidation: false,
    cloudWatchLogsGroupArn: pulumi.interpolate`${trailGroup.arn}:*`,
    cloudWatchLogsRoleArn: trailRole.arn,
    eventSelectors: [
      {
        readWriteType: "WriteOnly",
        includeManagementEvents: true,
        excludeManagementEventSources: ["kms.amazonaws.com"],
      },
    ],
  },
  { dependsOn: trailBucketPolicy },
);
