import { type Program } from "../e2e/support";

/** One provider, resources in several regions through their own `region`: topics and alarms where the events are. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  for (const region of ["us-east-1", "eu-west-1"]) {
    const key = new aws.kms.Key(`alarms-${region}`, {
      region,
      description: "Alarms",
      enableKeyRotation: true,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
        ],
      }),
    });
    const topic = new aws.sns.Topic(`alarms-${region}`, { region, kmsMasterKeyId: key.id });
    new aws.sns.TopicSubscription(`alarms-${region}`, {
      region,
      topic: topic.arn,
      protocol: "email",
      endpoint: "oncall@acme.example",
    });
    new aws.cloudwatch.MetricAlarm(`unhealthy-${region}`, {
      region,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: "01234567-89ab-cdef-0123-456789abcdef" },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 2,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
      alarmActions: [topic.arn],
    });
    const group = new aws.cloudwatch.LogGroup(`application-${region}`, { region, retentionInDays: 400 });
    new aws.cloudwatch.LogMetricFilter(`errors-${region}`, {
      region,
      logGroupName: group.name,
      pattern: "[timestamp, level=ERROR, message]",
      metricTransformation: { name: "Errors", namespace: "Shop", value: "1" },
    });
  }
};

export default program;
