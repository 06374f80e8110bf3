import { type Program } from "../e2e/support";

export const settings = { trustedAccounts: ["222233334444"] };

/** CodePipeline with a CodeStar connection, CodeBuild, an artifact bucket with its key, and a deployment role in another account. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const account = identity.accountId;
  const production = "222233334444";
  const key = new aws.kms.Key("artifacts", {
    description: "Artifacts of the pipeline",
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
          sid: "Production",
          actions: ["kms:Decrypt", "kms:DescribeKey"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${production}:role/pipeline-deployment`] }],
        },
      ],
    }).json,
  });
  const artifacts = new aws.s3.Bucket("artifacts", { forceDestroy: true });
  new aws.s3.BucketServerSideEncryptionConfiguration("artifacts", {
    bucket: artifacts.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new aws.s3.BucketPublicAccessBlock("artifacts", {
    bucket: artifacts.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new aws.s3.BucketLifecycleConfiguration("artifacts", {
    bucket: artifacts.id,
    rules: [
      {
        id: "expire",
        status: "Enabled",
        filter: {},
        expiration: { days: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 2 },
      },
    ],
  });
  new aws.s3.BucketPolicy("artifacts", {
    bucket: artifacts.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Tls",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [artifacts.arn, pulumi.interpolate`${artifacts.arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "Production",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${production}:role/pipeline-deployment` },
          Action: "s3:GetObject",
          Resource: pulumi.interpolate`${artifacts.arn}/*`,
        },
      ],
    }),
  });
  const connection = new aws.codestarconnections.Connection("github", { providerType: "GitHub" });

  const buildLogs = new aws.cloudwatch.LogGroup("build", { name: "/aws/codebuild/shop", retentionInDays: 400 });
  const buildRole = new aws.iam.Role("build", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["codebuild.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
        },
      ],
    }).json,
  });
  const artifactStatements = [
    {
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      resources: [pulumi.interpolate`${artifacts.arn}/*`],
    },
    { actions: ["s3:GetBucketVersioning", "s3:GetBucketLocation"], resources: [artifacts.arn] },
    { actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], resources: [key.arn] },
  ];
  const registry = new aws.ecr.Repository("shop", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
  });
  new aws.iam.RolePolicy("build", {
    role: buildRole.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        ...artifactStatements,
        { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [pulumi.interpolate`${buildLogs.arn}:*`] },
        { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
        {
          actions: [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart",
          ],
          resources: [registry.arn],
        },
        {
          actions: [
            "codebuild:CreateReportGroup",
            "codebuild:CreateReport",
            "codebuild:UpdateReport",
            "codebuild:BatchPutTestCases",
          ],
          resources: [pulumi.interpolate`arn:aws:codebuild:eu-central-1:${account}:report-group/shop-*`],
        },
      ],
    }).json,
  });
  const build = new aws.codebuild.Project("shop", {
    serviceRole: buildRole.arn,
    artifacts: { type: "CODEPIPELINE" },
    source: { type: "CODEPIPELINE", buildspec: "buildspec.yml" },
    environment: {
      computeType: "BUILD_GENERAL1_SMALL",
      image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      type: "LINUX_CONTAINER",
      privilegedMode: true,
      environmentVariables: [
        { name: "REPOSITORY", value: registry.repositoryUrl },
        { name: "NPM_TOKEN", type: "SECRETS_MANAGER", value: "shop/npm:token" },
      ],
    },
    logsConfig: { cloudwatchLogs: { groupName: buildLogs.name } },
  });
  const pipelineRole = new aws.iam.Role("pipeline", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "codepipeline.amazonaws.com" }),
  });
  new aws.iam.RolePolicy("pipeline", {
    role: pipelineRole.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        ...artifactStatements,
        { actions: ["codestar-connections:UseConnection"], resources: [connection.arn] },
        { actions: ["codebuild:BatchGetBuilds", "codebuild:StartBuild"], resources: [build.arn] },
        { actions: ["sts:AssumeRole"], resources: [`arn:aws:iam::${production}:role/pipeline-deployment`] },
      ],
    }).json,
  });
  new aws.codepipeline.Pipeline("shop", {
    roleArn: pipelineRole.arn,
    pipelineType: "V2",
    artifactStores: [{ type: "S3", location: artifacts.bucket, encryptionKey: { id: key.arn, type: "KMS" } }],
    stages: [
      {
        name: "Source",
        actions: [
          {
            name: "Source",
            category: "Source",
            owner: "AWS",
            provider: "CodeStarSourceConnection",
            version: "1",
            outputArtifacts: ["source"],
            configuration: { ConnectionArn: connection.arn, FullRepositoryId: "acme/shop", BranchName: "main" },
          },
        ],
      },
      {
        name: "Build",
        actions: [
          {
            name: "Build",
            category: "Build",
            owner: "AWS",
            provider: "CodeBuild",
            version: "1",
            inputArtifacts: ["source"],
            outputArtifacts: ["built"],
            configuration: { ProjectName: build.name },
          },
        ],
      },
    ],
  });
};

export default program;
