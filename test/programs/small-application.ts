import { type Program } from "../e2e/support";

/** The whole of a small team: one machine, one bucket of uploads, one queue, one log group, nothing about security. */
const program: Program = (aws, pulumi) => {
  const uploads = new aws.s3.Bucket("uploads", { tags: { team: "shop" } });
  new aws.s3.BucketPublicAccessBlock("uploads", {
    bucket: uploads.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const jobs = new aws.sqs.Queue("jobs");
  const role = new aws.iam.Role("server", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("server-ssm", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AmazonSSMManagedInstanceCore,
  });
  new aws.iam.RolePolicy("server", {
    role: role.name,
    policy: pulumi.all([uploads.arn, jobs.arn]).apply(([bucket, queue]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `${bucket}/*` },
          {
            Effect: "Allow",
            Action: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: queue,
          },
        ],
      }),
    ),
  });
  const profile = new aws.iam.InstanceProfile("server", { role: role.name });
  const logs = new aws.cloudwatch.LogGroup("server", { retentionInDays: 400 });
  new aws.ec2.Instance("server", {
    ami: "ami-0123456789abcdef0",
    instanceType: "t3.small",
    iamInstanceProfile: profile.name,
    metadataOptions: { httpTokens: "required" },
    rootBlockDevice: { encrypted: true },
    userData: pulumi.interpolate`#!/bin/bash\necho LOG_GROUP=${logs.name} >> /etc/environment\n`,
  });
};

export default program;
