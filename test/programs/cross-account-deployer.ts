import { type Program } from "../e2e/support";

export const settings = { trustedAccounts: ["333344445555"] };

/** A deployer role that a tools account assumes, as for Terraform and Pulumi with assumed roles, with a backend in this account. */
const program: Program = (aws, pulumi) => {
  const toolsAccount = "333344445555";
  const state = new aws.s3.Bucket("state", { bucket: "acme-pulumi-state" }, { protect: true, retainOnDelete: true });
  new aws.s3.BucketVersioning("state", { bucket: state.id, versioningConfiguration: { status: "Enabled" } });
  new aws.s3.BucketPublicAccessBlock("state", {
    bucket: state.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const secrets = new aws.kms.Key(
    "secrets",
    { description: "Pulumi's secrets provider", enableKeyRotation: true },
    { protect: true },
  );
  new aws.kms.Alias("secrets", { name: "alias/pulumi-secrets", targetKeyId: secrets.keyId });
  const locks = new aws.dynamodb.Table("locks", {
    attributes: [{ name: "LockID", type: "S" }],
    hashKey: "LockID",
    billingMode: "PAY_PER_REQUEST",
    serverSideEncryption: { enabled: true },
    pointInTimeRecovery: { enabled: true },
  });
  const boundary = aws.iam.Policy.get("boundary", "arn:aws:iam::123456789012:policy/deployment-boundary");

  const reader = new aws.iam.Role("preview", {
    name: "pulumi-preview",
    maxSessionDuration: 3600,
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole", "sts:TagSession"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${toolsAccount}:role/runner-preview`] }],
          conditions: [{ test: "StringEquals", variable: "sts:ExternalId", values: ["acme-tools"] }],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("preview-read", {
    role: reader.name,
    policyArn: aws.iam.ManagedPolicy.ReadOnlyAccess,
  });
  new aws.iam.RolePolicyAttachment("preview-state", {
    role: reader.name,
    policyArn: new aws.iam.Policy("state-read", {
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          { actions: ["s3:ListBucket"], resources: [state.arn] },
          { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${state.arn}/*`] },
          { actions: ["kms:Decrypt"], resources: [secrets.arn] },
        ],
      }).json,
    }).arn,
  });

  const deployer = new aws.iam.Role("deploy", {
    name: "pulumi-deploy",
    permissionsBoundary: boundary.arn,
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole", "sts:TagSession"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${toolsAccount}:role/runner-deploy`] }],
          conditions: [{ test: "StringEquals", variable: "sts:ExternalId", values: ["acme-tools"] }],
        },
      ],
    }).json,
  });
  const deploy = new aws.iam.Policy("deploy", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { sid: "StateList", actions: ["s3:ListBucket"], resources: [state.arn] },
        {
          sid: "State",
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          resources: [pulumi.interpolate`${state.arn}/*`],
        },
        {
          sid: "Lock",
          actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
          resources: [locks.arn],
        },
        { sid: "Secrets", actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], resources: [secrets.arn] },
        {
          sid: "Services",
          actions: ["ec2:*", "elasticloadbalancing:*", "ecs:*", "rds:*", "logs:*", "cloudwatch:*"],
          resources: ["*"],
          conditions: [{ test: "StringEquals", variable: "aws:RequestedRegion", values: ["eu-central-1"] }],
        },
        {
          sid: "Roles",
          actions: ["iam:CreateRole", "iam:AttachRolePolicy", "iam:PutRolePolicy"],
          resources: ["arn:aws:iam::123456789012:role/app/*"],
          conditions: [{ test: "StringEquals", variable: "iam:PermissionsBoundary", values: [boundary.arn] }],
        },
        {
          sid: "RolesRest",
          actions: [
            "iam:GetRole",
            "iam:DeleteRole",
            "iam:TagRole",
            "iam:ListRolePolicies",
            "iam:ListAttachedRolePolicies",
            "iam:ListInstanceProfilesForRole",
          ],
          resources: ["arn:aws:iam::123456789012:role/app/*"],
        },
        {
          sid: "Pass",
          actions: ["iam:PassRole"],
          resources: ["arn:aws:iam::123456789012:role/app/*"],
          conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["ecs-tasks.amazonaws.com"] }],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("deploy", { role: deployer.name, policyArn: deploy.arn });
};

export default program;
