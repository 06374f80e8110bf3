import { type Program } from "../e2e/support";

/** Roles as AWS's guides have them for services: CodeDeploy, Spot Fleet, API Gateway's logs, DMS, Redshift, Transfer, Fargate pods, EMR, edge functions, Config. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const managed: Readonly<Record<string, readonly [service: string, policies: readonly string[]]>> = {
    "code-deploy": ["codedeploy.amazonaws.com", ["service-role/AWSCodeDeployRole"]],
    "spot-fleet": ["spotfleet.amazonaws.com", ["service-role/AmazonEC2SpotFleetTaggingRole"]],
    "api-gateway-logs": ["apigateway.amazonaws.com", ["service-role/AmazonAPIGatewayPushToCloudWatchLogs"]],
    "dms-vpc-role": ["dms.amazonaws.com", ["service-role/AmazonDMSVPCManagementRole"]],
    "dms-cloudwatch-logs-role": ["dms.amazonaws.com", ["service-role/AmazonDMSCloudWatchLogsRole"]],
    "fargate-pods": ["eks-fargate-pods.amazonaws.com", ["AmazonEKSFargatePodExecutionRolePolicy"]],
    "emr-service": ["elasticmapreduce.amazonaws.com", ["service-role/AmazonEMRServicePolicy_v2"]],
    beanstalk: [
      "elasticbeanstalk.amazonaws.com",
      ["service-role/AWSElasticBeanstalkEnhancedHealth", "AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy"],
    ],
    config: ["config.amazonaws.com", ["service-role/AWS_ConfigRole"]],
    "image-builder": ["ec2.amazonaws.com", ["EC2InstanceProfileForImageBuilder", "AmazonSSMManagedInstanceCore"]],
    lambda: [
      "lambda.amazonaws.com",
      [
        "service-role/AWSLambdaBasicExecutionRole",
        "service-role/AWSLambdaVPCAccessExecutionRole",
        "AWSXRayDaemonWriteAccess",
      ],
    ],
    backup: ["backup.amazonaws.com", ["service-role/AWSBackupServiceRolePolicyForBackup"]],
    "ssm-automation": ["ssm.amazonaws.com", ["service-role/AmazonSSMAutomationRole"]],
  };
  for (const [name, [service, policies]] of Object.entries(managed)) {
    const role = new aws.iam.Role(name, {
      name,
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: service }),
    });
    for (const each of policies) {
      new aws.iam.RolePolicyAttachment(`${name}-${each.split("/").at(-1) ?? ""}`, {
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/${each}`,
      });
    }
  }
  new aws.iam.Role("edge", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] },
          Action: "sts:AssumeRole",
        },
      ],
    }),
  });
  const warehouse = new aws.iam.Role("warehouse", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "redshift.amazonaws.com" }),
  });
  const lake = new aws.iam.Policy("warehouse", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:ListBucket", "s3:GetBucketLocation"],
          Resource: ["arn:aws:s3:::acme-lake", "arn:aws:s3:::acme-lake/*"],
        },
        {
          Effect: "Allow",
          Action: ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"],
          Resource: "*",
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("warehouse", { role: warehouse.name, policyArn: lake.arn });

  const inbox = new aws.s3.Bucket("inbox");
  new aws.s3.BucketPublicAccessBlock("inbox", {
    bucket: inbox.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const transfer = new aws.iam.Role("transfer", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "transfer.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  const files = new aws.iam.Policy("transfer", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowListingOfUserFolder",
          Effect: "Allow",
          Action: ["s3:ListBucket"],
          Resource: [inbox.arn],
          Condition: { StringLike: { "s3:prefix": ["${transfer:UserName}/*", "${transfer:UserName}"] } },
        },
        {
          Sid: "HomeDirObjectAccess",
          Effect: "Allow",
          Action: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:GetObjectVersion"],
          Resource: pulumi.interpolate`${inbox.arn}/\${transfer:UserName}/*`,
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("transfer", { role: transfer.name, policyArn: files.arn });
};

export default program;
