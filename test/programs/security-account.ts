import { type Program } from "../e2e/support";

/** The security account: GuardDuty, Security Hub and Config for the organization, findings to a topic, and a bus that accounts forward to. */
const program: Program = (aws, pulumi) => {
  const organization = "o-a1b2c3d4e5";
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  const detector = new aws.guardduty.Detector("main", { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" });
  new aws.guardduty.OrganizationConfiguration("main", {
    detectorId: detector.id,
    autoEnableOrganizationMembers: "ALL",
  });
  const hub = new aws.securityhub.Account("main", {
    enableDefaultStandards: false,
    controlFindingGenerator: "SECURITY_CONTROL",
  });
  new aws.securityhub.StandardsSubscription(
    "foundational",
    {
      standardsArn: pulumi.interpolate`arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
    },
    { dependsOn: hub },
  );
  new aws.securityhub.FindingAggregator("main", { linkingMode: "ALL_REGIONS" }, { dependsOn: hub });
  const aggregation = new aws.iam.Role("config-aggregator", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "config.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("config-aggregator", {
    role: aggregation.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations",
  });
  new aws.cfg.ConfigurationAggregator("organization", {
    organizationAggregationSource: { allRegions: true, roleArn: aggregation.arn },
  });

  const key = new aws.kms.Key("findings", {
    description: "Findings on their way to people",
    enableKeyRotation: true,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Administration",
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "Publishers",
          Effect: "Allow",
          Principal: { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  const topic = new aws.sns.Topic("findings", { kmsMasterKeyId: key.arn });
  new aws.sns.TopicPolicy("findings", {
    arn: topic.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Rules",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sns:Publish",
          Resource: topic.arn,
          Condition: { ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:events:${region}:${account}:rule/*` } },
        },
      ],
    }),
  });
  new aws.sns.TopicSubscription("oncall", {
    topic: topic.arn,
    protocol: "https",
    endpoint: "https://events.pagerduty.com/integration/0123456789abcdef/enqueue",
    endpointAutoConfirms: true,
  });
  new aws.sns.TopicSubscription("team", { topic: topic.arn, protocol: "email", endpoint: "security@acme.example" });

  const findings = new aws.cloudwatch.EventRule("severe", {
    description: "Severe findings",
    eventPattern: JSON.stringify({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", 7] }] },
    }),
  });
  new aws.cloudwatch.EventTarget("severe", { rule: findings.name, arn: topic.arn });
  const bus = new aws.cloudwatch.EventBus("organization", { name: "organization" });
  new aws.cloudwatch.EventBusPolicy("organization", {
    eventBusName: bus.name,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Accounts",
          Effect: "Allow",
          Principal: "*",
          Action: "events:PutEvents",
          Resource: bus.arn,
          Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
        },
      ],
    }),
  });
  const tampering = new aws.cloudwatch.EventRule("tampering", {
    eventBusName: bus.name,
    eventPattern: JSON.stringify({
      source: ["aws.cloudtrail"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["cloudtrail.amazonaws.com"],
        eventName: ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"],
      },
    }),
  });
  new aws.cloudwatch.EventTarget("tampering", { rule: tampering.name, eventBusName: bus.name, arn: topic.arn });
  const destination = new aws.cloudwatch.LogDestination("organization", {
    name: "organization",
    roleArn: "arn:aws:iam::123456789012:role/logs-to-kinesis",
    targetArn: "arn:aws:kinesis:us-east-1:123456789012:stream/organization-logs",
  });
  new aws.cloudwatch.LogDestinationPolicy("organization", {
    destinationName: destination.name,
    accessPolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: "logs:PutSubscriptionFilter",
          Resource: destination.arn,
          Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
        },
      ],
    }),
  });
};

export default program;
