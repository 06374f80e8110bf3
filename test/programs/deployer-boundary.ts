import { type Program } from "../e2e/support";

/** The role with which Pulumi itself deploys from the operations account, within a boundary. */
const program: Program = (aws, pulumi) => {
  const accountId = aws.getCallerIdentityOutput().accountId;
  const boundary = aws.iam.Policy.get("boundary", "arn:aws:iam::123456789012:policy/deployer-boundary");
  const deployer = new aws.iam.Role("pulumi-deployer", {
    permissionsBoundary: boundary.arn,
    maxSessionDuration: 7200,
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:role/pipeline` },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("pulumi-deployer", {
    role: deployer.name,
    policyArn: aws.iam.ManagedPolicy.PowerUserAccess,
  });
  const state = new aws.s3.Bucket("pulumi-state", {}, { protect: true });
  new aws.s3.BucketVersioning("pulumi-state", {
    bucket: state.id,
    versioningConfiguration: { status: "Enabled" },
  });
  new aws.s3.BucketPublicAccessBlock("pulumi-state", {
    bucket: state.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const stateAccess = new aws.iam.Policy("pulumi-state", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["s3:ListBucket"], resources: [state.arn] },
        {
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          resources: [pulumi.interpolate`${state.arn}/*`],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("pulumi-state", { role: deployer.name, policyArn: stateAccess.arn });
};

export default program;
