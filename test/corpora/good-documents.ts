import { type WrittenStatement, allow, deny } from "../support/iam-documents";

const account = "111122223333";
const region = "us-east-1";
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } });

/** Policies as careful people write them: no policy of the recommended pack may complain of any. */
export const goodDocuments: Readonly<Record<string, readonly WrittenStatement[]>> = {
  "function: its log group": [
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], arn("logs", "log-group:/aws/lambda/orders:*")),
  ],
  "function: logs as AWS's basic policy has them": [
    allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]),
  ],
  "function: in a network": [
    allow([
      "ec2:CreateNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:DeleteNetworkInterface",
      "ec2:AssignPrivateIpAddresses",
      "ec2:UnassignPrivateIpAddresses",
    ]),
  ],
  "function: traces": [allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"])],
  "function: one table": [
    allow(
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      [arn("dynamodb", "table/orders"), arn("dynamodb", "table/orders/index/*")],
    ),
  ],
  "function: a table's stream": [
    allow(
      ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream", "dynamodb:ListStreams"],
      arn("dynamodb", "table/orders/stream/*"),
    ),
  ],
  "function: one queue": [
    allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], arn("sqs", "orders")),
  ],
  "function: sends to a queue of failures": [allow("sqs:SendMessage", arn("sqs", "orders-failed"))],
  "function: one topic": [allow("sns:Publish", arn("sns", "orders"))],
  "function: one secret": [allow("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:orders/database-*"))],
  "function: parameters under a path": [
    allow(["ssm:GetParameter", "ssm:GetParametersByPath"], arn("ssm", "parameter/orders/*")),
  ],
  "function: decrypts by one service": [
    allow(
      "kms:Decrypt",
      arn("kms", "key/12345678-1234-1234-1234-123456789012"),
      when("StringEquals", "kms:ViaService", `secretsmanager.${region}.amazonaws.com`),
    ),
  ],
  "function: objects of one bucket": [
    allow("s3:ListBucket", "arn:aws:s3:::orders"),
    allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::orders/*"),
  ],
  "function: one folder of a bucket": [
    allow("s3:ListBucket", "arn:aws:s3:::orders", when("StringLike", "s3:prefix", "incoming/*")),
    allow("s3:GetObject", "arn:aws:s3:::orders/incoming/*"),
  ],
  "function: events onto one bus": [allow("events:PutEvents", arn("events", "event-bus/orders"))],
  "function: a metric of its own": [
    allow("cloudwatch:PutMetricData", "*", when("StringEquals", "cloudwatch:namespace", "Orders")),
  ],
  "function: a stream of data": [
    allow(
      ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"],
      arn("kinesis", "stream/clicks"),
    ),
  ],
  "function: sends mail from one address": [
    allow(
      "ses:SendEmail",
      arn("ses", "identity/example.com"),
      when("StringEquals", "ses:FromAddress", "orders@example.com"),
    ),
  ],
  "function: starts one state machine": [allow("states:StartExecution", arn("states", "stateMachine:orders"))],
  "function: calls another function": [allow("lambda:InvokeFunction", arn("lambda", "function:prices"))],
  "containers: execution role": [
    allow("ecr:GetAuthorizationToken"),
    allow(
      ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      arn("ecr", "repository/orders"),
    ),
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], arn("logs", "log-group:/ecs/orders:*")),
  ],
  "containers: secrets for the execution role": [
    allow("ssm:GetParameters", arn("ssm", "parameter/orders/*")),
    allow("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:orders-*")),
  ],
  "containers: shells through Systems Manager": [
    allow([
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]),
  ],
  "containers: a file system": [
    allow(
      ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      arn("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
      when(
        "StringEquals",
        "elasticfilesystem:AccessPointArn",
        arn("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
      ),
    ),
  ],
  "instances: managed by Systems Manager": [
    allow(
      ["ssm:UpdateInstanceInformation", "ssmmessages:*", "ec2messages:GetMessages"].filter(
        (each) => each !== "ssmmessages:*",
      ),
    ),
  ],
  "instances: release files": [allow("s3:GetObject", "arn:aws:s3:::releases/orders/*")],
  "instances: read their own tags": [allow(["ec2:DescribeTags", "ec2:DescribeInstances"])],
  "builds: CodeBuild's logs and reports": [
    allow(
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      arn("logs", "log-group:/aws/codebuild/orders*"),
    ),
    allow(
      ["codebuild:CreateReportGroup", "codebuild:CreateReport", "codebuild:UpdateReport"],
      arn("codebuild", "report-group/orders-*"),
    ),
  ],
  "builds: artifacts": [
    allow(["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], "arn:aws:s3:::pipeline-artifacts/orders/*"),
  ],
  "builds: in a network": [
    allow("ec2:CreateNetworkInterfacePermission", arn("ec2", "network-interface/*"), {
      Condition: { StringEquals: { "ec2:AuthorizedService": "codebuild.amazonaws.com" } },
    }),
  ],
  "pipelines: start one build": [
    allow(["codebuild:StartBuild", "codebuild:BatchGetBuilds"], arn("codebuild", "project/orders")),
  ],
  "pipelines: a connection to the repository": [
    allow(
      "codestar-connections:UseConnection",
      arn("codestar-connections", "connection/12345678-1234-1234-1234-123456789012"),
    ),
  ],
  "ci: pushes an image": [
    allow("ecr:GetAuthorizationToken"),
    allow(
      [
        "ecr:BatchCheckLayerAvailability",
        "ecr:InitiateLayerUpload",
        "ecr:UploadLayerPart",
        "ecr:CompleteLayerUpload",
        "ecr:PutImage",
      ],
      arn("ecr", "repository/orders"),
    ),
  ],
  "ci: updates one service": [
    allow(["ecs:UpdateService", "ecs:DescribeServices"], arn("ecs", "service/main/orders")),
    allow(
      "iam:PassRole",
      [role("orders-task"), role("orders-execution")],
      when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
    ),
  ],
  "ci: updates one function": [
    allow(
      ["lambda:UpdateFunctionCode", "lambda:PublishVersion", "lambda:GetFunction"],
      arn("lambda", "function:orders"),
    ),
  ],
  "ci: a static site": [
    allow(["s3:PutObject", "s3:DeleteObject"], "arn:aws:s3:::www.example.com/*"),
    allow("s3:ListBucket", "arn:aws:s3:::www.example.com"),
    allow("cloudfront:CreateInvalidation", `arn:aws:cloudfront::${account}:distribution/E123456789ABCD`),
  ],
  "ci: assumes the deployer of each account": [allow("sts:AssumeRole", "arn:aws:iam::*:role/deployer")],
  "ci: a cluster's kubeconfig": [allow("eks:DescribeCluster", arn("eks", "cluster/main"))],
  "deployer: the state of Terraform": [
    allow("s3:ListBucket", "arn:aws:s3:::terraform-state"),
    allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::terraform-state/orders/*"),
    allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"], arn("dynamodb", "table/terraform-locks")),
  ],
  "deployer: the state of Pulumi": [
    allow("s3:ListBucket", "arn:aws:s3:::pulumi-state"),
    allow(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], "arn:aws:s3:::pulumi-state/*"),
    allow(["kms:Encrypt", "kms:Decrypt"], arn("kms", "key/12345678-1234-1234-1234-123456789012")),
  ],
  "deployer: roles within a boundary": [
    allow(
      ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      role("app-*"),
      when("StringEquals", "iam:PermissionsBoundary", `arn:aws:iam::${account}:policy/app-limits`),
    ),
    allow(["iam:GetRole", "iam:DeleteRole", "iam:TagRole"], role("app-*")),
    deny(["iam:DeleteRolePermissionsBoundary", "iam:DeletePolicy", "iam:CreatePolicyVersion"]),
  ],
  "deployer: its own buckets": [allow("s3:*", ["arn:aws:s3:::orders-*", "arn:aws:s3:::orders-*/*"])],
  "deployer: its own functions": [
    allow(
      ["lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:DeleteFunction"],
      arn("lambda", "function:orders-*"),
    ),
    allow("iam:PassRole", role("orders-*"), when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com")),
  ],
  "deployer: one stack of CloudFormation": [
    allow(
      ["cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:DescribeStacks"],
      arn("cloudformation", "stack/orders/*"),
    ),
    allow(
      "iam:PassRole",
      role("cloudformation-orders"),
      when("StringEquals", "iam:PassedToService", "cloudformation.amazonaws.com"),
    ),
  ],
  "deployer: a service-linked role for one service": [
    allow(
      "iam:CreateServiceLinkedRole",
      `arn:aws:iam::${account}:role/aws-service-role/ecs.amazonaws.com/*`,
      when("StringLike", "iam:AWSServiceName", "ecs.amazonaws.com"),
    ),
  ],
  "people: manage their own keys": [
    allow(
      ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:ListAccessKeys", "iam:UpdateAccessKey"],
      `arn:aws:iam::${account}:user/\${aws:username}`,
    ),
  ],
  "people: manage their own second factor": [
    allow(
      ["iam:EnableMFADevice", "iam:ResyncMFADevice", "iam:ListMFADevices"],
      `arn:aws:iam::${account}:user/\${aws:username}`,
    ),
    allow("iam:CreateVirtualMFADevice", `arn:aws:iam::${account}:mfa/*`),
  ],
  "people: nothing without a second factor": [
    {
      Effect: "Deny",
      NotAction: ["iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"],
      Resource: "*",
      ...when("BoolIfExists", "aws:MultiFactorAuthPresent", "false"),
    },
  ],
  "people: start and stop what is tagged as theirs": [
    allow(
      ["ec2:StartInstances", "ec2:StopInstances"],
      arn("ec2", "instance/*"),
      when("StringEquals", "aws:ResourceTag/owner", "${aws:username}"),
    ),
    allow("ec2:DescribeInstances"),
  ],
  "people: by attributes": [
    allow(
      ["secretsmanager:GetSecretValue"],
      "*",
      when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}"),
    ),
  ],
  "people: assume one reader": [
    allow("sts:AssumeRole", role("reader"), when("Bool", "aws:MultiFactorAuthPresent", "true")),
  ],
  "people: bills": [allow(["ce:GetCostAndUsage", "ce:GetCostForecast"])],
  "people: look at the network": [allow(["ec2:Describe*", "elasticloadbalancing:Describe*"])],
  "people: a home in a bucket": [
    allow(
      "s3:ListBucket",
      "arn:aws:s3:::homes",
      when("StringLike", "s3:prefix", ["", "home/", "home/${aws:username}/*"]),
    ),
    allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::homes/home/${aws:username}/*"),
  ],
  "security: no other regions": [
    {
      Effect: "Deny",
      NotAction: ["iam:*", "organizations:*", "support:*"],
      Resource: "*",
      ...when("StringNotEquals", "aws:RequestedRegion", ["eu-central-1", "eu-west-1"]),
    },
  ],
  "security: nothing stops the trail": [
    deny(["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"]),
  ],
  "security: no way out of the organization": [deny("organizations:LeaveOrganization")],
  "security: from the office alone": [
    {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] },
        Bool: { "aws:ViaAWSService": "false" },
      },
    },
  ],
  "security: only within the organization": [
    deny("s3:*", "*", when("StringNotEquals", "aws:ResourceOrgID", "o-abc1234567")),
  ],
  "security: an audit reads configurations": [
    allow(["config:Describe*", "config:Get*", "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus"]),
  ],
  "security: only over TLS": [
    deny("s3:*", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"], when("Bool", "aws:SecureTransport", "false")),
  ],
  "operators: sessions on tagged instances": [
    allow("ssm:StartSession", arn("ec2", "instance/*"), when("StringEquals", "ssm:resourceTag/environment", "test")),
    allow(["ssm:TerminateSession", "ssm:ResumeSession"], `arn:aws:ssm:*:*:session/\${aws:username}-*`),
  ],
  "backup: one vault": [
    allow(["backup:StartBackupJob", "backup:DescribeBackupVault"], arn("backup", "backup-vault:main")),
  ],
  "trail: its log group": [
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], arn("logs", "log-group:trail:log-stream:*")),
  ],
  "scheduler: one function": [
    allow("lambda:InvokeFunction", [arn("lambda", "function:nightly"), arn("lambda", "function:nightly:*")]),
  ],
  "clusters: nodes in one subnet": [
    allow("ec2:RunInstances", [
      `arn:aws:ec2:${region}::image/ami-0123456789abcdef0`,
      arn("ec2", "instance/*"),
      arn("ec2", "volume/*"),
      arn("ec2", "network-interface/*"),
      arn("ec2", "subnet/subnet-0123456789abcdef0"),
      arn("ec2", "security-group/sg-0123456789abcdef0"),
    ]),
    allow("ec2:CreateTags", "arn:aws:ec2:*:*:*/*", when("StringEquals", "ec2:CreateAction", "RunInstances")),
  ],
  "clusters: nodes in one subnet, written in two statements": [
    allow("ec2:RunInstances", arn("ec2", "subnet/subnet-0123456789abcdef0")),
    allow("ec2:RunInstances", [
      "arn:aws:ec2:*::image/*",
      "arn:aws:ec2:*:*:instance/*",
      "arn:aws:ec2:*:*:volume/*",
      "arn:aws:ec2:*:*:network-interface/*",
      "arn:aws:ec2:*:*:security-group/*",
    ]),
  ],
  "clusters: an autoscaler": [
    allow(["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeLaunchTemplateVersions"]),
    allow(
      ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      "*",
      when("StringEquals", "aws:ResourceTag/k8s.io/cluster-autoscaler/main", "owned"),
    ),
  ],
  "clusters: names of one zone": [
    allow("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"),
    allow(["route53:ListHostedZones", "route53:ListResourceRecordSets"]),
  ],
  "clusters: volumes by their tag": [
    allow(
      ["ec2:CreateSnapshot", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:ModifyVolume"],
      "*",
      when("StringEquals", "aws:ResourceTag/ebs.csi.aws.com/cluster", "true"),
    ),
    allow("ec2:CreateVolume", "*", when("StringLike", "aws:RequestTag/ebs.csi.aws.com/cluster", "true")),
  ],
  "data: queries of one workgroup": [
    allow(["athena:StartQueryExecution", "athena:GetQueryResults"], arn("athena", "workgroup/orders")),
    allow(
      ["glue:GetTable", "glue:GetPartitions"],
      [arn("glue", "catalog"), arn("glue", "database/orders"), arn("glue", "table/orders/*")],
    ),
  ],
  "data: one user of a database": [
    allow("redshift:GetClusterCredentials", [arn("redshift", "dbuser:main/reader"), arn("redshift", "dbname:main/*")]),
  ],
  "people: their own session": [allow("sts:SetContext", "arn:aws:sts::*:self")],
};
