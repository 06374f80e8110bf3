import { type Program } from "../e2e/support";

/** The alarms are another stack's. */
export const settings = { externalLogGroups: ["/cloudtrail/account"] };

/** The same in AWS GovCloud and in China: another partition in every ARN, other service principals, other managed policies' ARNs. */
const program: Program = (aws, pulumi) => {
  for (const [partition, region] of [
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    const options = { provider: new aws.Provider(partition, { region: region }) };
    const account = "123456789012";
    const host = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const role = new aws.iam.Role(
      `${partition}-application`,
      {
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: `ec2.${host}` }, Action: "sts:AssumeRole" }],
        }),
      },
      options,
    );
    new aws.iam.RolePolicyAttachment(
      `${partition}-ssm`,
      { role: role.name, policyArn: `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore` },
      options,
    );
    const profile = new aws.iam.InstanceProfile(`${partition}-application`, { role: role.name }, options);
    new aws.ec2.LaunchTemplate(
      `${partition}-application`,
      { iamInstanceProfile: { arn: profile.arn }, metadataOptions: { httpTokens: "required" } },
      options,
    );
    const bucketName = `acme-trail-${region}`;
    const trailArn = `arn:${partition}:cloudtrail:${region}:${account}:trail/account`;
    const key = new aws.kms.Key(
      `${partition}-trail`,
      {
        description: "Trail",
        enableKeyRotation: true,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { AWS: `arn:${partition}:iam::${account}:root` },
              Action: "kms:*",
              Resource: "*",
            },
            {
              Effect: "Allow",
              Principal: { Service: "cloudtrail.amazonaws.com" },
              Action: ["kms:GenerateDataKey*", "kms:DescribeKey"],
              Resource: "*",
              Condition: { StringEquals: { "aws:SourceArn": trailArn } },
            },
            {
              Effect: "Allow",
              Principal: { Service: `logs.${region}.${host}` },
              Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
              Resource: "*",
              Condition: {
                ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:*` },
              },
            },
          ],
        }),
      },
      options,
    );
    const bucket = new aws.s3.Bucket(`${partition}-trail`, { bucket: bucketName }, { ...options, protect: true });
    new aws.s3.BucketVersioning(
      `${partition}-trail`,
      { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
      options,
    );
    new aws.s3.BucketPublicAccessBlock(
      `${partition}-trail`,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      options,
    );
    new aws.s3.BucketPolicy(
      `${partition}-trail`,
      {
        bucket: bucket.id,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Deny",
              Principal: "*",
              Action: "s3:*",
              Resource: [`arn:${partition}:s3:::${bucketName}`, `arn:${partition}:s3:::${bucketName}/*`],
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            {
              Effect: "Allow",
              Principal: { Service: "cloudtrail.amazonaws.com" },
              Action: "s3:GetBucketAcl",
              Resource: `arn:${partition}:s3:::${bucketName}`,
              Condition: { StringEquals: { "aws:SourceArn": trailArn } },
            },
            {
              Effect: "Allow",
              Principal: { Service: "cloudtrail.amazonaws.com" },
              Action: "s3:PutObject",
              Resource: `arn:${partition}:s3:::${bucketName}/AWSLogs/${account}/*`,
              Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trailArn } },
            },
          ],
        }),
      },
      options,
    );
    const group = new aws.cloudwatch.LogGroup(
      `${partition}-trail`,
      { name: "/cloudtrail/account", retentionInDays: 731, kmsKeyId: key.arn },
      { ...options, protect: true },
    );
    const delivery = new aws.iam.Role(
      `${partition}-trail`,
      {
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
          ],
        }),
      },
      options,
    );
    new aws.iam.RolePolicy(
      `${partition}-trail`,
      {
        role: delivery.id,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: pulumi.interpolate`${group.arn}:log-stream:*`,
            },
          ],
        }),
      },
      options,
    );
    new aws.cloudtrail.Trail(
      `${partition}-account`,
      {
        name: "account",
        s3BucketName: bucket.id,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        kmsKeyId: key.arn,
        cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
        cloudWatchLogsRoleArn: delivery.arn,
      },
      options,
    );
  }
};

export default program;
