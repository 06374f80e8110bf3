import { type Program } from "../e2e/support";

/** The alarms are the security team's, in a stack of theirs. */
export const settings = { externalLogGroups: ["organization-trail"] };

/** The management account's organization trail, which delivers to the log archive account's bucket with that account's key. */
const program: Program = (aws, pulumi) => {
  const organization = "o-a1b2c3d4e5";
  const management = aws.getCallerIdentityOutput().accountId;
  const group = new aws.cloudwatch.LogGroup(
    "organization",
    {
      name: "organization-trail",
      retentionInDays: 731,
      kmsKeyId: "arn:aws:kms:us-east-1:555566667777:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    { protect: true },
  );
  const delivery = new aws.iam.Role("organization-trail", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: {
              "aws:SourceArn": pulumi.interpolate`arn:aws:cloudtrail:us-east-1:${management}:trail/organization`,
            },
          },
        },
      ],
    }),
  });
  const deliver = new aws.iam.Policy("organization-trail", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: [
            pulumi.interpolate`${group.arn}:log-stream:${management}_CloudTrail_us-east-1*`,
            pulumi.interpolate`${group.arn}:log-stream:${organization}_*`,
          ],
        },
      ],
    }),
  });
  const attached = new aws.iam.RolePolicyAttachment("organization-trail", {
    role: delivery.name,
    policyArn: deliver.arn,
  });
  new aws.cloudtrail.Trail(
    "organization",
    {
      name: "organization",
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: "acme-log-archive-trail",
      s3KeyPrefix: organization,
      kmsKeyId: "arn:aws:kms:us-east-1:555566667777:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
      cloudWatchLogsRoleArn: delivery.arn,
    },
    { dependsOn: attached, protect: true },
  );
};

export default program;
