import { type Program } from "../e2e/support";

/** Application logs through a subscription and Firehose to an encrypted bucket, with a crawler and a catalogue over it. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const region = aws.getRegionOutput();
  const account = identity.accountId;
  const key = new aws.kms.Key("archive", {
    enableKeyRotation: true,
    description: "Archive of application logs",
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "EnableIAMUserPermissions",
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: pulumi.interpolate`logs.${region.region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: {
            ArnLike: {
              "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region.region}:${account}:*`,
            },
          },
        },
      ],
    }),
  });
  const bucket = new aws.s3.Bucket("archive");
  new aws.s3.BucketServerSideEncryptionConfiguration("archive", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new aws.s3.BucketPublicAccessBlock("archive", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });

  const errors = new aws.cloudwatch.LogGroup("firehose", {
    name: "/aws/kinesisfirehose/archive",
    retentionInDays: 400,
    kmsKeyId: key.arn,
  });
  const errorStream = new aws.cloudwatch.LogStream("firehose", { logGroupName: errors.name, name: "S3Delivery" });
  const firehoseRole = new aws.iam.Role("firehose", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "firehose.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": account } },
        },
      ],
    }),
  });
  const firehosePolicy = new aws.iam.Policy("firehose", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: [
            "s3:AbortMultipartUpload",
            "s3:GetBucketLocation",
            "s3:GetObject",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:PutObject",
          ],
          Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
        },
        {
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: key.arn,
          Condition: {
            StringEquals: { "kms:ViaService": pulumi.interpolate`s3.${region.region}.amazonaws.com` },
            StringLike: { "kms:EncryptionContext:aws:s3:arn": pulumi.interpolate`${bucket.arn}*` },
          },
        },
        {
          Effect: "Allow",
          Action: ["logs:PutLogEvents"],
          Resource: pulumi.interpolate`${errors.arn}:log-stream:${errorStream.name}`,
        },
      ],
    }),
  });
  const attached = new aws.iam.RolePolicyAttachment("firehose", {
    role: firehoseRole.name,
    policyArn: firehosePolicy.arn,
  });
  const stream = new aws.kinesis.FirehoseDeliveryStream(
    "archive",
    {
      destination: "extended_s3",
      extendedS3Configuration: {
        roleArn: firehoseRole.arn,
        bucketArn: bucket.arn,
        bufferingSize: 64,
        bufferingInterval: 300,
        compressionFormat: "GZIP",
        prefix: "logs/year=!{timestamp:yyyy}/month=!{timestamp:MM}/",
        errorOutputPrefix: "errors/!{firehose:error-output-type}/",
        cloudwatchLoggingOptions: { enabled: true, logGroupName: errors.name, logStreamName: errorStream.name },
      },
      serverSideEncryption: { enabled: true },
    },
    { dependsOn: attached },
  );

  const subscription = new aws.iam.Role("logs-to-firehose", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:logs:${region.region}:${account}:*` },
          },
        },
      ],
    }),
  });
  const put = new aws.iam.Policy("logs-to-firehose", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["firehose:PutRecord", "firehose:PutRecordBatch"], Resource: stream.arn }],
    }),
  });
  new aws.iam.RolePolicyAttachment("logs-to-firehose", { role: subscription.name, policyArn: put.arn });
  const application = new aws.cloudwatch.LogGroup("application", {
    name: "/shop/application",
    retentionInDays: 400,
    kmsKeyId: key.arn,
  });
  new aws.cloudwatch.LogSubscriptionFilter("application", {
    logGroup: application.name,
    destinationArn: stream.arn,
    roleArn: subscription.arn,
    filterPattern: "",
  });

  const crawlerRole = new aws.iam.Role("crawler", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "glue.amazonaws.com" }),
    path: "/service-role/",
  });
  new aws.iam.RolePolicyAttachment("crawler-glue", {
    role: crawlerRole.name,
    policyArn: aws.iam.ManagedPolicy.AWSGlueServiceRole,
  });
  const read = new aws.iam.Policy("crawler", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${bucket.arn}/logs/*` },
        { Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("crawler-read", { role: crawlerRole.name, policyArn: read.arn });
  const database = new aws.glue.CatalogDatabase("archive", { name: "archive" });
  new aws.glue.Crawler("archive", {
    databaseName: database.name,
    role: crawlerRole.arn,
    schedule: "cron(30 3 * * ? *)",
    s3Targets: [{ path: pulumi.interpolate`s3://${bucket.bucket}/logs/` }],
  });
};

export default program;
