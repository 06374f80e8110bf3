import { type Program } from "../e2e/support";

/** A container service on Fargate behind a load balancer: image repository, execution role, task role, logs. */
const program: Program = (aws, pulumi) => {
  const network = new pulumi.StackReference("acme/network/prod");
  const region = aws.getRegionOutput();
  const identity = aws.getCallerIdentityOutput();

  const repository = new aws.ecr.Repository("web", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
  });
  const logs = new aws.cloudwatch.LogGroup("web", { name: "/ecs/web", retentionInDays: 400 });
  const secret = new aws.secretsmanager.Secret("web-database", { recoveryWindowInDays: 7 });
  const uploads = new aws.s3.Bucket("uploads");
  new aws.s3.BucketPublicAccessBlock("uploads", {
    bucket: uploads.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });

  const trust = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
        conditions: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [identity.accountId] },
          {
            test: "ArnLike",
            variable: "aws:SourceArn",
            values: [pulumi.interpolate`arn:aws:ecs:${region.region}:${identity.accountId}:*`],
          },
        ],
      },
    ],
  });
  const execution = new aws.iam.Role("web-execution", { assumeRolePolicy: trust.json });
  new aws.iam.RolePolicyAttachment("web-execution", {
    role: execution.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
  });
  new aws.iam.RolePolicy("web-execution-secret", {
    role: execution.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [{ actions: ["secretsmanager:GetSecretValue"], resources: [secret.arn] }],
    }).json,
  });
  const task = new aws.iam.Role("web-task", { assumeRolePolicy: trust.json });
  new aws.iam.RolePolicy("web-task-uploads", {
    role: task.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["s3:GetObject", "s3:PutObject"], resources: [pulumi.interpolate`${uploads.arn}/*`] },
        { actions: ["s3:ListBucket"], resources: [uploads.arn] },
        {
          actions: [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          resources: ["*"],
        },
      ],
    }).json,
  });

  const cluster = new aws.ecs.Cluster("main", { settings: [{ name: "containerInsights", value: "enabled" }] });
  const definition = new aws.ecs.TaskDefinition("web", {
    family: "web",
    cpu: "256",
    memory: "512",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    executionRoleArn: execution.arn,
    taskRoleArn: task.arn,
    containerDefinitions: pulumi.jsonStringify([
      {
        name: "web",
        image: pulumi.interpolate`${repository.repositoryUrl}:1.4.2`,
        portMappings: [{ containerPort: 8080 }],
        secrets: [{ name: "DATABASE_URL", valueFrom: secret.arn }],
        logConfiguration: {
          logDriver: "awslogs",
          options: { "awslogs-group": logs.name, "awslogs-region": region.region, "awslogs-stream-prefix": "web" },
        },
      },
    ]),
  });
  const group = new aws.ec2.SecurityGroup("web", { vpcId: network.requireOutput("vpcId") });
  new aws.ecs.Service("web", {
    cluster: cluster.arn,
    taskDefinition: definition.arn,
    desiredCount: 2,
    launchType: "FARGATE",
    networkConfiguration: { subnets: network.requireOutput("privateSubnetIds"), securityGroups: [group.id] },
  });
};

export default program;
