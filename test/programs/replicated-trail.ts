import { type Program } from "../e2e/support";

/** The alarms are another stack's. */
export const settings = { externalLogGroups: ["/cloudtrail/account"] };

/** The account's trail through an explicit provider, and a copy of its log files in another region. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const partition = aws.getPartitionOutput();
  const home = new aws.Provider("frankfurt", { region: "eu-central-1" });
  const second = new aws.Provider("ireland", { region: "eu-west-1", defaultTags: { tags: { team: "platform" } } });
  const here = { provider: home };
  const there = { provider: second };
  const account = identity.accountId;

  const key = new aws.kms.Key(
    "trail",
    {
      description: "Log files of the trail",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            sid: "Administration",
            actions: ["kms:*"],
            resources: ["*"],
            principals: [
              { type: "AWS", identifiers: [pulumi.interpolate`arn:${partition.partition}:iam::${account}:root`] },
            ],
          },
          {
            sid: "CloudTrail",
            actions: ["kms:GenerateDataKey*", "kms:DescribeKey"],
            resources: ["*"],
            principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
            conditions: [
              {
                test: "StringEquals",
                variable: "aws:SourceArn",
                values: [pulumi.interpolate`arn:aws:cloudtrail:eu-central-1:${account}:trail/account`],
              },
            ],
          },
          {
            sid: "Logs",
            actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            resources: ["*"],
            principals: [{ type: "Service", identifiers: ["logs.eu-central-1.amazonaws.com"] }],
            conditions: [
              {
                test: "ArnLike",
                variable: "kms:EncryptionContext:aws:logs:arn",
                values: [pulumi.interpolate`arn:aws:logs:eu-central-1:${account}:log-group:/cloudtrail/*`],
              },
            ],
          },
        ],
      }).json,
    },
    here,
  );
  new aws.kms.Alias("trail", { name: "alias/trail", targetKeyId: key.keyId }, here);

  const copyName = "acme-trail-copy-eu-west-1";
  const copy = new aws.s3.Bucket("trail-copy", { bucket: copyName }, { ...there, protect: true });
  const copyVersions = new aws.s3.BucketVersioning(
    "trail-copy",
    { bucket: copy.id, versioningConfiguration: { status: "Enabled" } },
    there,
  );
  const bucket = new aws.s3.Bucket(
    "trail",
    { bucket: "acme-trail-eu-central-1", objectLockEnabled: true },
    { ...here, protect: true },
  );
  const versions = new aws.s3.BucketVersioning(
    "trail",
    { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
    here,
  );
  for (const [name, each, options] of [
    ["trail", bucket, here],
    ["trail-copy", copy, there],
  ] as const) {
    new aws.s3.BucketPublicAccessBlock(
      name,
      {
        bucket: each.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      options,
    );
    new aws.s3.BucketOwnershipControls(
      name,
      { bucket: each.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
      options,
    );
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: each.id,
        rules: [
          {
            id: "archive",
            status: "Enabled",
            filter: {},
            transitions: [{ days: 90, storageClass: "GLACIER_IR" }],
            expiration: { days: 2557 },
            noncurrentVersionExpiration: { noncurrentDays: 90 },
          },
        ],
      },
      options,
    );
  }
  const tls = (each: import("@pulumi/aws/s3").Bucket) => ({
    sid: "Tls",
    effect: "Deny",
    actions: ["s3:*"],
    resources: [each.arn, pulumi.interpolate`${each.arn}/*`],
    principals: [{ type: "*", identifiers: ["*"] }],
    conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
  });
  new aws.s3.BucketPolicy(
    "trail-copy",
    { bucket: copy.id, policy: aws.iam.getPolicyDocumentOutput({ statements: [tls(copy)] }).json },
    there,
  );
  const policy = new aws.s3.BucketPolicy(
    "trail",
    {
      bucket: bucket.id,
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          tls(bucket),
          {
            sid: "AWSCloudTrailAclCheck",
            actions: ["s3:GetBucketAcl"],
            resources: [bucket.arn],
            principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
            conditions: [
              {
                test: "StringEquals",
                variable: "aws:SourceArn",
                values: [pulumi.interpolate`arn:aws:cloudtrail:eu-central-1:${account}:trail/account`],
              },
            ],
          },
          {
            sid: "AWSCloudTrailWrite",
            actions: ["s3:PutObject"],
            resources: [pulumi.interpolate`${bucket.arn}/AWSLogs/${account}/*`],
            principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
            conditions: [
              { test: "StringEquals", variable: "s3:x-amz-acl", values: ["bucket-owner-full-control"] },
              {
                test: "StringEquals",
                variable: "aws:SourceArn",
                values: [pulumi.interpolate`arn:aws:cloudtrail:eu-central-1:${account}:trail/account`],
              },
            ],
          },
        ],
      }).json,
    },
    here,
  );
  const replication = new aws.iam.Role(
    "replication",
    {
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "s3.amazonaws.com" }),
    },
    here,
  );
  const replicationPolicy = new aws.iam.Policy(
    "replication",
    {
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          { actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resources: [bucket.arn] },
          {
            actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
            resources: [pulumi.interpolate`${bucket.arn}/*`],
          },
          {
            actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
            resources: [pulumi.interpolate`${copy.arn}/*`],
          },
        ],
      }).json,
    },
    here,
  );
  new aws.iam.RolePolicyAttachment("replication", { role: replication.name, policyArn: replicationPolicy.arn }, here);
  new aws.s3.BucketReplicationConfig(
    "trail",
    {
      bucket: bucket.id,
      role: replication.arn,
      rules: [
        {
          id: "all",
          status: "Enabled",
          filter: {},
          deleteMarkerReplication: { status: "Disabled" },
          destination: { bucket: copy.arn, storageClass: "STANDARD_IA" },
        },
      ],
    },
    { ...here, dependsOn: [versions, copyVersions] },
  );

  const group = new aws.cloudwatch.LogGroup(
    "trail",
    { name: "/cloudtrail/account", retentionInDays: 731, kmsKeyId: key.arn },
    { ...here, protect: true },
  );
  const delivery = new aws.iam.Role(
    "trail",
    {
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "cloudtrail.amazonaws.com" }),
    },
    here,
  );
  const deliveryPolicy = new aws.iam.RolePolicy(
    "trail",
    {
      role: delivery.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${group.arn}:*`,
          },
        ],
      }),
    },
    here,
  );
  new aws.cloudtrail.Trail(
    "account",
    {
      name: "account",
      s3BucketName: bucket.bucket,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      kmsKeyId: key.arn,
      cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
      cloudWatchLogsRoleArn: delivery.arn,
    },
    { ...here, protect: true, dependsOn: [policy, deliveryPolicy] },
  );
};

export default program;
