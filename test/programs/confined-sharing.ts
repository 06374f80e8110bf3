import { type Program } from "../e2e/support";

/** Policies with `*` for a principal that a condition confines, as AWS's guides have them; keys that cannot rotate; what only looks like a secret. */
const program: Program = (aws) => {
  const documentOf = (...statements: readonly object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const conditions = {
    endpoint: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
    network: { StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } },
    offices: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] } },
    units: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"] } },
  };
  for (const [name, Condition] of Object.entries(conditions)) {
    const bucket = new aws.s3.Bucket(name, { bucket: `acme-${name}` });
    const reading = {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::acme-${name}/*`,
    };
    new aws.s3.BucketPolicy(name, { bucket: bucket.id, policy: documentOf({ ...reading, Condition }) });
  }
  const site = new aws.s3.Bucket("site", { bucket: "acme-site" });
  new aws.s3.BucketPolicy("site", {
    bucket: site.id,
    policy: documentOf({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEF2GHIJ" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::acme-site/*",
    }),
  });
  const queue = new aws.sqs.Queue("orders", { name: "orders", sqsManagedSseEnabled: true });
  new aws.sqs.QueuePolicy("orders", {
    queueUrl: queue.url,
    policy: documentOf({
      Effect: "Allow",
      Principal: "*",
      Action: "sqs:SendMessage",
      Resource: "arn:aws:sqs:us-east-1:123456789012:orders",
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:orders" } },
    }),
  });
  new aws.kms.Key("through-a-service", {
    enableKeyRotation: true,
    policy: documentOf(
      { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "sns.us-east-1.amazonaws.com", "kms:CallerAccount": "123456789012" },
        },
      },
    ),
  });
  new aws.kms.Key("signing", { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" });
  new aws.kms.Key("hashing", { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" });
  new aws.lambda.Function("api", {
    packageType: "Image",
    imageUri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:3",
    role: "arn:aws:iam::123456789012:role/api",
    environment: {
      variables: {
        COMMIT: "3f786850e387550fdab836ed7e6dc881de23001b",
        DIGEST: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        TENANT: "123e4567-e89b-12d3-a456-426614174000",
      },
    },
  });
};

export default program;
