import { type Program } from "../e2e/support";

/** The trail is another stack's: this one only has its group by reference and hangs filters, alarms, a composite alarm and an anomaly alarm on it. */
const program: Program = (aws, pulumi) => {
  const foundation = new pulumi.StackReference("acme/foundation/prod");
  const trail = aws.cloudtrail.Trail.get("account", "arn:aws:cloudtrail:us-east-1:123456789012:trail/account");
  const group = aws.cloudwatch.LogGroup.get("trail", "/cloudtrail/account");
  const pager = foundation.requireOutput("pagerTopicArn");
  const alarm = (name: string, pattern: string) => {
    const filter = new aws.cloudwatch.LogMetricFilter(name, {
      logGroupName: group.name,
      pattern,
      metricTransformation: { name, namespace: "Security", value: "1", defaultValue: "0" },
    });
    return new aws.cloudwatch.MetricAlarm(name, {
      namespace: "Security",
      metricName: filter.metricTransformation.name,
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
    });
  };
  const root = alarm(
    "RootUse",
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  );
  const signIn = alarm(
    "ConsoleSignInWithoutMfa",
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
  );
  new aws.cloudwatch.CompositeAlarm("identity", {
    alarmName: "identity",
    alarmRule: pulumi.interpolate`ALARM("${root.name}") OR ALARM("${signIn.name}")`,
    alarmActions: [pager],
  });
  new aws.cloudwatch.MetricAlarm("odd-traffic", {
    comparisonOperator: "GreaterThanUpperThreshold",
    evaluationPeriods: 2,
    thresholdMetricId: "band",
    alarmActions: [pager],
    metricQueries: [
      { id: "band", expression: "ANOMALY_DETECTION_BAND(calls, 3)", label: "expected", returnData: true },
      {
        id: "calls",
        returnData: true,
        metric: {
          namespace: "AWS/ApiGateway",
          metricName: "Count",
          period: 300,
          stat: "Sum",
          dimensions: { ApiName: "shop" },
        },
      },
    ],
  });
  return { trail: trail.arn };
};

export default program;
