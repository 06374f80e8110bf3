import { type Program } from "../e2e/support";

/** Policies on resources as teams share them: ECR across accounts, a file system, a secret, a search domain, function permissions, a bus, queues for S3. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  const organization = "o-a1b2c3d4e5";
  const images = new aws.ecr.Repository("base", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
  });
  new aws.ecr.RepositoryPolicy("base", {
    repository: images.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PullInTheOrganization",
          Effect: "Allow",
          Principal: "*",
          Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
          Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
        },
        {
          Sid: "LambdaOfTheOrganization",
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          Condition: { StringEquals: { "aws:SourceOrgID": organization } },
        },
      ],
    }),
  });
  const files = new aws.efs.FileSystem("shared", { encrypted: true });
  new aws.efs.FileSystemPolicy("shared", {
    fileSystemId: files.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          Resource: files.arn,
          Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        },
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "*",
          Resource: files.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  const secret = new aws.secretsmanager.Secret("partner", {
    kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
  });
  new aws.secretsmanager.SecretPolicy("partner", {
    secretArn: secret.arn,
    blockPublicPolicy: true,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:role/partner-sync` },
          Action: "secretsmanager:GetSecretValue",
          Resource: "*",
        },
      ],
    }),
  });
  new aws.opensearch.Domain("search", {
    domainName: "search",
    engineVersion: "OpenSearch_2.19",
    encryptAtRest: { enabled: true },
    nodeToNodeEncryption: { enabled: true },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
    accessPolicies: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:role/search` },
          Action: "es:ESHttp*",
          Resource: pulumi.interpolate`arn:aws:es:${region}:${account}:domain/search/*`,
        },
      ],
    }),
  });

  const uploads = new aws.s3.Bucket("uploads");
  new aws.s3.BucketPublicAccessBlock("uploads", {
    bucket: uploads.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const queue = new aws.sqs.Queue("uploads", { sqsManagedSseEnabled: true });
  const queuePolicy = new aws.sqs.QueuePolicy("uploads", {
    queueUrl: queue.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "s3.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queue.arn,
          Condition: { ArnEquals: { "aws:SourceArn": uploads.arn }, StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  const resize = new aws.lambda.Function("resize", {
    packageType: "Image",
    imageUri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/resize:3",
    role: "arn:aws:iam::123456789012:role/resize",
  });
  const invoke = new aws.lambda.Permission("uploads", {
    action: "lambda:InvokeFunction",
    function: resize.name,
    principal: "s3.amazonaws.com",
    sourceArn: uploads.arn,
    sourceAccount: account,
  });
  new aws.s3.BucketNotification(
    "uploads",
    {
      bucket: uploads.id,
      queues: [{ queueArn: queue.arn, events: ["s3:ObjectRemoved:*"] }],
      lambdaFunctions: [{ lambdaFunctionArn: resize.arn, events: ["s3:ObjectCreated:*"], filterSuffix: ".png" }],
    },
    { dependsOn: [queuePolicy, invoke] },
  );
  const api = new aws.apigatewayv2.Api("public", { protocolType: "HTTP" });
  new aws.lambda.Permission("public", {
    action: "lambda:InvokeFunction",
    function: resize.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
  });
  new aws.lambda.FunctionUrl("signed", { functionName: resize.name, authorizationType: "AWS_IAM" });
  const rule = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 1 * * ? *)" });
  new aws.cloudwatch.EventTarget("nightly", { rule: rule.name, arn: resize.arn });
  new aws.lambda.Permission("nightly", {
    action: "lambda:InvokeFunction",
    function: resize.name,
    principal: "events.amazonaws.com",
    sourceArn: rule.arn,
  });
  const partner = new aws.s3.Bucket("partner");
  new aws.s3.BucketPublicAccessBlock("partner", {
    bucket: partner.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new aws.s3.BucketPolicy("partner", {
    bucket: partner.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "OrganizationReads",
          Effect: "Allow",
          Principal: "*",
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: [partner.arn, pulumi.interpolate`${partner.arn}/*`],
          Condition: { StringEquals: { "aws:PrincipalOrgID": [organization] } },
        },
      ],
    }),
  });
};

export default program;
