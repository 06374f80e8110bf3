import { type Program } from "../e2e/support";

/** A database with enhanced monitoring, a password that Secrets Manager rotates, and alarms that page the team. */
const program: Program = (aws, pulumi) => {
  const config = { vpcId: "vpc-0a1b2c3d4e5f60718", subnets: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"] };
  const subnets = new aws.rds.SubnetGroup("orders", { subnetIds: config.subnets });
  const group = new aws.ec2.SecurityGroup("orders-db", { vpcId: config.vpcId });
  const monitoring = new aws.iam.Role("rds-monitoring", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "monitoring.rds.amazonaws.com" }),
    managedPolicyArns: [aws.iam.ManagedPolicy.AmazonRDSEnhancedMonitoringRole],
  });
  const key = new aws.kms.Key("orders-db", { enableKeyRotation: true, description: "Orders database" });
  const database = new aws.rds.Instance(
    "orders",
    {
      engine: "postgres",
      instanceClass: "db.t4g.medium",
      allocatedStorage: 50,
      storageEncrypted: true,
      kmsKeyId: key.arn,
      username: "orders",
      manageMasterUserPassword: true,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [group.id],
      monitoringInterval: 60,
      monitoringRoleArn: monitoring.arn,
      backupRetentionPeriod: 14,
      deletionProtection: true,
      enabledCloudwatchLogsExports: ["postgresql"],
    },
    { protect: true },
  );
  new aws.cloudwatch.LogGroup("orders-postgres", {
    name: pulumi.interpolate`/aws/rds/instance/${database.identifier}/postgresql`,
    retentionInDays: 365,
  });

  const secret = new aws.secretsmanager.Secret("reporting", { kmsKeyId: key.id });
  const rotationRole = new aws.iam.Role("rotation", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
  });
  new aws.iam.RolePolicy("rotation", {
    role: rotationRole.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: [
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage",
          ],
          resources: [secret.arn],
        },
        { actions: ["secretsmanager:GetRandomPassword"], resources: ["*"] },
        { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
      ],
    }).json,
  });
  const rotation = new aws.lambda.Function("rotation", {
    runtime: "python3.12",
    handler: "rotate.handler",
    role: rotationRole.arn,
    code: new pulumi.asset.AssetArchive({
      "rotate.py": new pulumi.asset.StringAsset("def handler(event, context): pass"),
    }),
    vpcConfig: { subnetIds: config.subnets, securityGroupIds: [group.id] },
  });
  new aws.lambda.Permission("rotation", {
    action: "lambda:InvokeFunction",
    function: rotation.name,
    principal: "secretsmanager.amazonaws.com",
    sourceArn: secret.arn,
  });
  new aws.secretsmanager.SecretRotation("reporting", {
    secretId: secret.id,
    rotationLambdaArn: rotation.arn,
    rotationRules: { automaticallyAfterDays: 30 },
  });

  const pager = new aws.sns.Topic("pager");
  new aws.sns.TopicSubscription("pager", { topic: pager.arn, protocol: "email", endpoint: "team@example.com" });
  new aws.cloudwatch.MetricAlarm("orders-cpu", {
    namespace: "AWS/RDS",
    metricName: "CPUUtilization",
    dimensions: { DBInstanceIdentifier: database.identifier },
    statistic: "Average",
    period: 60,
    evaluationPeriods: 10,
    threshold: 85,
    comparisonOperator: "GreaterThanThreshold",
    alarmActions: [pager.arn],
    okActions: [pager.arn],
  });
};

export default program;
