import { type Program } from "../e2e/support";

/** A data lake: encrypted buckets for raw and curated data, a Glue job, an Athena workgroup. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const key = new aws.kms.Key("lake", {
    description: "Data at rest in the lake",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "EnableIamPolicies",
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${identity.accountId}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      ],
    }),
  });
  new aws.kms.Alias("lake", { name: "alias/lake", targetKeyId: key.keyId });

  class LakeBucket extends pulumi.ComponentResource {
    readonly arn: import("@pulumi/pulumi").Output<string>;
    readonly bucket: import("@pulumi/aws").s3.Bucket;
    constructor(name: string, options: import("@pulumi/pulumi").ComponentResourceOptions = {}) {
      super("acme:lake:Bucket", name, {}, options);
      const parent = { parent: this };
      this.bucket = new aws.s3.Bucket(name, {}, { ...parent, protect: true });
      this.arn = this.bucket.arn;
      new aws.s3.BucketVersioning(
        name,
        { bucket: this.bucket.id, versioningConfiguration: { status: "Enabled" } },
        parent,
      );
      new aws.s3.BucketServerSideEncryptionConfiguration(
        name,
        {
          bucket: this.bucket.id,
          rules: [
            {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
              bucketKeyEnabled: true,
            },
          ],
        },
        parent,
      );
      const block = new aws.s3.BucketPublicAccessBlock(
        name,
        {
          bucket: this.bucket.id,
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
        parent,
      );
      new aws.s3.BucketPolicy(
        name,
        {
          bucket: this.bucket.id,
          policy: this.bucket.arn.apply((arn) =>
            JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                {
                  Sid: "TlsOnly",
                  Effect: "Deny",
                  Principal: "*",
                  Action: "s3:*",
                  Resource: [arn, `${arn}/*`],
                  Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
              ],
            }),
          ),
        },
        { ...parent, dependsOn: [block] },
      );
      this.registerOutputs();
    }
  }
  const raw = new LakeBucket("raw");
  const curated = new LakeBucket("curated");
  const results = new LakeBucket("query-results");

  const database = new aws.glue.CatalogDatabase("sales", { name: "sales" });
  const role = new aws.iam.Role("etl", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "glue.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("etl-service", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole",
  });
  const data = new aws.iam.Policy("etl-data", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${raw.arn}/*`] },
        {
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          resources: [pulumi.interpolate`${curated.arn}/*`],
        },
        { actions: ["s3:ListBucket"], resources: [raw.arn, curated.arn] },
        { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("etl-data", { role: role.name, policyArn: data.arn });
  new aws.glue.Job("sales", {
    roleArn: role.arn,
    glueVersion: "4.0",
    command: { scriptLocation: pulumi.interpolate`s3://${curated.bucket.bucket}/jobs/sales.py` },
    defaultArguments: { "--database": database.name },
  });
  new aws.athena.Workgroup("analysts", {
    configuration: {
      resultConfiguration: {
        outputLocation: pulumi.interpolate`s3://${results.bucket.bucket}/`,
        encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
      },
    },
  });
};

export default program;
