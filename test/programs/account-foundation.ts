import { type Program } from "../e2e/support";

/** What a new account gets: password policy, public access blocks, EBS encryption, analyzer, Config recorder with delivery, support role, contacts, guardrails, account-level IMDS. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  new aws.iam.AccountPasswordPolicy("main", {
    minimumPasswordLength: 14,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    allowUsersToChangePassword: true,
    maxPasswordAge: 90,
    passwordReusePrevention: 24,
  });
  new aws.s3.AccountPublicAccessBlock("main", {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new aws.ebs.EncryptionByDefault("main", { enabled: true });
  new aws.ec2.InstanceMetadataDefaults("main", { httpTokens: "required", httpPutResponseHopLimit: 2 });
  new aws.accessanalyzer.Analyzer("main", { analyzerName: "account", type: "ACCOUNT" });
  new aws.account.AlternativeContact("security", {
    alternateContactType: "SECURITY",
    name: "Security",
    title: "Security team",
    emailAddress: "security@acme.example",
    phoneNumber: "+4930123456",
  });
  const support = new aws.iam.Role("support", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:role/operations` },
          Action: "sts:AssumeRole",
          Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("support", {
    role: support.name,
    policyArn: aws.iam.ManagedPolicy.AWSSupportAccess,
  });

  const recorderRole = new aws.iam.Role("config", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "config.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("config", {
    role: recorderRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole",
  });
  new aws.iam.RolePolicy("config-delivery", {
    role: recorderRole.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`arn:aws:s3:::acme-log-archive-config/AWSLogs/${account}/*`,
          Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
        },
        { Effect: "Allow", Action: "s3:GetBucketAcl", Resource: "arn:aws:s3:::acme-log-archive-config" },
      ],
    }),
  });
  const recorder = new aws.cfg.Recorder("main", {
    roleArn: recorderRole.arn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
  });
  const channel = new aws.cfg.DeliveryChannel(
    "main",
    { s3BucketName: "acme-log-archive-config", snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" } },
    { dependsOn: recorder },
  );
  new aws.cfg.RecorderStatus("main", { name: recorder.name, isEnabled: true }, { dependsOn: channel });
  new aws.cfg.Rule(
    "encrypted-volumes",
    { source: { owner: "AWS", sourceIdentifier: "ENCRYPTED_VOLUMES" } },
    { dependsOn: recorder },
  );
  new aws.guardduty.Detector("main", { enable: true });
  new aws.securityhub.Account("main", {});
  const budget = new aws.sns.Topic("budget");
  new aws.sns.TopicPolicy("budget", {
    arn: budget.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "budgets.amazonaws.com" },
          Action: "sns:Publish",
          Resource: budget.arn,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  new aws.budgets.Budget("monthly", {
    budgetType: "COST",
    limitAmount: "5000",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: [
      {
        comparisonOperator: "GREATER_THAN",
        threshold: 80,
        thresholdType: "PERCENTAGE",
        notificationType: "FORECASTED",
        subscriberSnsTopicArns: [budget.arn],
      },
    ],
  });
};

export default program;
