import * as aws from "@pulumi/aws";
import { securityTopic } from "./topics";
import { trailGroup } from "./trail";

const detections = {
  "trail-tampering":
    "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
  "root-use":
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  "sign-in-without-mfa":
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  "key-removal":
    "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
};

for (const [name, pattern] of Object.entries(detections)) {
  const filter = new aws.cloudwatch.LogMetricFilter(name, {
    name,
    logGroupName: trailGroup.name,
    pattern,
    metricTransformation: { name, namespace: "Security", value: "1", defaultValue: "0" },
  });
  // The sum of one 1 and many 0s is 1: a single event rings.
  new aws.cloudwatch.MetricAlarm(name, {
    name,
    metricName: filter.metricTransformation.name,
    namespace: filter.metricTransformation.namespace,
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    treatMissingData: "notBreaching",
    alarmActions: [securityTopic.arn],
  });
}
