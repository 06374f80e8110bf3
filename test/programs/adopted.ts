import { type Program } from "../e2e/support";

/** Resources taken over from another tool: imports, aliases, ignored changes, retained on deletion. */
const program: Program = (aws, pulumi) => {
  const role = new aws.iam.Role(
    "application",
    {
      name: "application",
      assumeRolePolicy: `
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "", "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
      `,
      tags: { "managed-by": "pulumi" },
    },
    { import: "application", ignoreChanges: ["tags", "tagsAll"], aliases: [{ name: "legacy-role" }] },
  );
  new aws.iam.RolePolicyAttachment(
    "application-ssm",
    { role: role.name, policyArn: aws.iam.ManagedPolicy.AmazonSSMManagedInstanceCore },
    { import: "application/arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
  );
  const profile = new aws.iam.InstanceProfile(
    "application",
    { name: "application", role: role.name },
    { retainOnDelete: true },
  );
  new aws.ec2.Instance(
    "application",
    {
      ami: "ami-0123456789abcdef0",
      instanceType: "t3.small",
      iamInstanceProfile: profile.name,
      metadataOptions: { httpTokens: "required", httpEndpoint: "enabled" },
      rootBlockDevice: { encrypted: true },
    },
    { import: "i-0123456789abcdef0", ignoreChanges: ["ami", "userData"] },
  );
  const bucket = new aws.s3.Bucket(
    "uploads",
    { bucket: "acme-uploads" },
    { import: "acme-uploads", aliases: [{ type: "aws:s3/bucketV2:BucketV2" }] },
  );
  new aws.s3.BucketPublicAccessBlock(
    "uploads",
    {
      bucket: bucket.bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { import: "acme-uploads" },
  );
  const group = new aws.cloudwatch.LogGroup(
    "application",
    { name: "/acme/application", retentionInDays: 0 },
    { import: "/acme/application", retainOnDelete: true, ignoreChanges: ["retentionInDays"] },
  );
  return { group: group.name, interpolated: pulumi.interpolate`${bucket.arn}/*` };
};

export default program;
