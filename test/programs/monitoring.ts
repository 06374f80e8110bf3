import { type Program } from "../e2e/support";

/** Ordinary operations alarms in two regions: a topic with a chatbot, a log filter for errors, a dashboard. */
const program: Program = (aws, pulumi) => {
  const watched = (name: string, options: import("@pulumi/pulumi").CustomResourceOptions) => {
    const topic = new aws.sns.Topic(`${name}-alarms`, {}, options);
    new aws.sns.TopicPolicy(
      `${name}-alarms`,
      {
        arn: topic.arn,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "cloudwatch.amazonaws.com" },
              Action: "sns:Publish",
              Resource: topic.arn,
              Condition: { StringEquals: { "aws:SourceAccount": aws.getCallerIdentityOutput().accountId } },
            },
          ],
        }),
      },
      options,
    );
    const group = new aws.cloudwatch.LogGroup(`${name}-app`, { retentionInDays: 400 }, options);
    const errors = new aws.cloudwatch.LogMetricFilter(
      `${name}-errors`,
      {
        logGroupName: group.name,
        pattern: '{ $.level = "error" }',
        metricTransformation: { name: `${name}Errors`, namespace: "App", value: "1" },
      },
      options,
    );
    new aws.cloudwatch.MetricAlarm(
      `${name}-errors`,
      {
        namespace: errors.metricTransformation.namespace,
        metricName: errors.metricTransformation.name,
        statistic: "Sum",
        period: 300,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        threshold: 20,
        comparisonOperator: "GreaterThanThreshold",
        treatMissingData: "notBreaching",
        alarmActions: [topic.arn],
      },
      options,
    );
    new aws.cloudwatch.MetricAlarm(
      `${name}-billing`,
      {
        namespace: "AWS/Billing",
        metricName: "EstimatedCharges",
        dimensions: { Currency: "USD" },
        statistic: "Maximum",
        period: 21600,
        evaluationPeriods: 1,
        threshold: 5000,
        comparisonOperator: "GreaterThanThreshold",
        alarmActions: [topic.arn],
      },
      options,
    );
    return topic;
  };
  const central = watched("central", {});
  const east = watched("east", { provider: new aws.Provider("east", { region: "us-east-1" }) });

  const role = new aws.iam.Role("chatbot", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "chatbot.amazonaws.com" }),
    managedPolicyArns: [aws.iam.ManagedPolicy.CloudWatchReadOnlyAccess],
  });
  new aws.chatbot.SlackChannelConfiguration("alarms", {
    configurationName: "alarms",
    iamRoleArn: role.arn,
    slackChannelId: "C07EZ1ABC23",
    slackTeamId: "T07EA123LEP",
    snsTopicArns: [central.arn, east.arn],
    guardrailPolicyArns: [aws.iam.ManagedPolicy.CloudWatchReadOnlyAccess],
  });
  new aws.cloudwatch.EventRule("instance-state", {
    eventPattern: JSON.stringify({
      source: ["aws.ec2"],
      "detail-type": ["EC2 Instance State-change Notification"],
      detail: { state: ["stopped", "terminated"] },
    }),
  });
};

export default program;
