import { type Program } from "../e2e/support";

export const settings = { trustedAccounts: ["111122223333", "666677778888"] };

/** The log archive account: the bucket and key that the organization's trail and Config deliver to, and the bucket of its access logs. */
const program: Program = (aws, pulumi) => {
  const organization = "o-a1b2c3d4e5";
  const management = "111122223333";
  const trail = `arn:aws:cloudtrail:us-east-1:${management}:trail/organization`;
  const account = aws.getCallerIdentityOutput().accountId;
  const key = new aws.kms.Key(
    "trail",
    {
      description: "Log files of the organization",
      enableKeyRotation: true,
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            sid: "Administration",
            actions: ["kms:*"],
            resources: ["*"],
            principals: [{ type: "AWS", identifiers: [pulumi.interpolate`arn:aws:iam::${account}:root`] }],
          },
          {
            sid: "Encrypt",
            actions: ["kms:GenerateDataKey*"],
            resources: ["*"],
            principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
            conditions: [
              { test: "StringEquals", variable: "aws:SourceArn", values: [trail] },
              {
                test: "StringLike",
                variable: "kms:EncryptionContext:aws:cloudtrail:arn",
                values: [`arn:aws:cloudtrail:*:${management}:trail/*`],
              },
            ],
          },
          {
            sid: "Describe",
            actions: ["kms:DescribeKey"],
            resources: ["*"],
            principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
            conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [trail] }],
          },
          {
            sid: "Security",
            actions: ["kms:Decrypt"],
            resources: ["*"],
            principals: [{ type: "AWS", identifiers: ["arn:aws:iam::666677778888:role/security-analyst"] }],
            conditions: [{ test: "Null", variable: "kms:EncryptionContext:aws:cloudtrail:arn", values: ["false"] }],
          },
        ],
      }).json,
    },
    { protect: true },
  );
  const accessLogs = new aws.s3.Bucket("access-logs", { bucket: "acme-log-archive-access" }, { protect: true });
  const bucket = new aws.s3.Bucket(
    "trail",
    { bucket: "acme-log-archive-trail", objectLockEnabled: true },
    { protect: true },
  );
  for (const [name, each] of Object.entries({ trail: bucket, "access-logs": accessLogs })) {
    new aws.s3.BucketVersioning(name, { bucket: each.id, versioningConfiguration: { status: "Enabled" } });
    new aws.s3.BucketPublicAccessBlock(name, {
      bucket: each.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new aws.s3.BucketOwnershipControls(name, { bucket: each.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
  }
  new aws.s3.BucketServerSideEncryptionConfiguration("trail", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new aws.s3.BucketObjectLockConfiguration("trail", {
    bucket: bucket.id,
    rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } },
  });
  new aws.s3.BucketLogging("trail", { bucket: bucket.id, targetBucket: accessLogs.id, targetPrefix: "trail/" });
  new aws.s3.BucketPolicy("access-logs", {
    bucket: accessLogs.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "S3ServerAccessLogsPolicy",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${accessLogs.arn}/trail/*`,
          Condition: { ArnLike: { "aws:SourceArn": bucket.arn }, StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  new aws.s3.BucketPolicy("trail", {
    bucket: bucket.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Tls",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "AWSCloudTrailAclCheck",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "s3:GetBucketAcl",
          Resource: bucket.arn,
          Condition: { StringEquals: { "aws:SourceArn": trail } },
        },
        {
          Sid: "AWSCloudTrailWrite",
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: [
            pulumi.interpolate`${bucket.arn}/${organization}/AWSLogs/${management}/*`,
            pulumi.interpolate`${bucket.arn}/${organization}/AWSLogs/${organization}/*`,
          ],
          Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trail } },
        },
        {
          Sid: "AWSConfigBucketPermissionsCheck",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: bucket.arn,
          Condition: { StringEquals: { "aws:SourceOrgID": organization } },
        },
        {
          Sid: "AWSConfigBucketDelivery",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${bucket.arn}/config/AWSLogs/*/Config/*`,
          Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceOrgID": organization } },
        },
        {
          Sid: "Analysts",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::666677778888:role/security-analyst" },
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
        },
      ],
    }),
  });
};

export default program;
