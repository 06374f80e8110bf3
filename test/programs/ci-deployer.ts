import { type Program } from "../e2e/support";

/** GitHub and GitLab pipelines that deploy with roles confined by a permissions boundary. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const github = new aws.iam.OpenIdConnectProvider("github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists: ["sts.amazonaws.com"],
  });
  const gitlab = new aws.iam.OpenIdConnectProvider("gitlab", {
    url: "https://gitlab.com",
    clientIdLists: ["https://gitlab.com"],
  });

  const boundary = new aws.iam.Policy("workload-boundary", {
    name: "workload-boundary",
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Services",
          Effect: "Allow",
          Action: ["dynamodb:*", "lambda:*", "logs:*", "s3:*", "sqs:*", "sns:*", "events:*", "cloudformation:*"],
          Resource: "*",
        },
        { Sid: "NoIdentities", Effect: "Deny", Action: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
      ],
    }),
  });

  const deployer = new aws.iam.Role("github-deployer", {
    maxSessionDuration: 3600,
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: github.arn },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:acme/shop:ref:refs/heads/main",
            },
          },
        },
      ],
    }),
  });
  const deploy = new aws.iam.Policy("github-deployer", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["lambda:GetFunction", "lambda:UpdateFunctionCode", "lambda:PublishVersion"],
          resources: [pulumi.interpolate`arn:aws:lambda:eu-central-1:${identity.accountId}:function:shop-*`],
        },
        {
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          resources: ["arn:aws:s3:::acme-shop-assets/*"],
        },
        { actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::acme-shop-assets"] },
        {
          actions: ["cloudfront:CreateInvalidation"],
          resources: [pulumi.interpolate`arn:aws:cloudfront::${identity.accountId}:distribution/E2EXAMPLE1`],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("github-deployer", { role: deployer.name, policyArn: deploy.arn });

  const infrastructure = new aws.iam.Role("gitlab-infrastructure", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: [{ type: "Federated", identifiers: [gitlab.arn] }],
          conditions: [
            { test: "StringEquals", variable: "gitlab.com:aud", values: ["https://gitlab.com"] },
            {
              test: "StringEquals",
              variable: "gitlab.com:sub",
              values: ["project_path:acme/infrastructure:ref_type:branch:ref:main"],
            },
          ],
        },
      ],
    }).json,
  });
  const workloadRoles = pulumi.interpolate`arn:aws:iam::${identity.accountId}:role/workload/*`;
  const infrastructurePolicy = new aws.iam.Policy("gitlab-infrastructure", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "RolesWithBoundary",
          Effect: "Allow",
          Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"],
          Resource: workloadRoles,
          Condition: { StringEquals: { "iam:PermissionsBoundary": boundary.arn } },
        },
        {
          Sid: "Roles",
          Effect: "Allow",
          Action: ["iam:GetRole", "iam:DeleteRole", "iam:TagRole", "iam:ListRolePolicies"],
          Resource: workloadRoles,
        },
        {
          Sid: "PassToFunctions",
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: workloadRoles,
          Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
        },
        {
          Sid: "Functions",
          Effect: "Allow",
          Action: ["lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:GetFunction", "lambda:DeleteFunction"],
          Resource: pulumi.interpolate`arn:aws:lambda:eu-central-1:${identity.accountId}:function:shop-*`,
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("gitlab-infrastructure", {
    role: infrastructure.name,
    policyArn: infrastructurePolicy.arn,
  });
};

export default program;
