import * as aws from "@pulumi/aws";
import { type Context } from "./context";
import { detections } from "./detections";

export const namespace = "SecurityBaseline";

/**
 * A metric filter and an alarm for each detection. A trail of all regions brings the events of all of them into one log
 * group, where rules of EventBridge would be needed in every region, and would miss sign-ins and denied reads.
 */
export function createAlarms(
  context: Context,
  logGroup: aws.cloudwatch.LogGroup,
  topic: aws.sns.Topic,
): aws.cloudwatch.MetricAlarm[] {
  return detections.map(({ id, title, filterPattern }) => {
    const name = `${context.name}-${id}`;
    const filter = new aws.cloudwatch.LogMetricFilter(
      name,
      {
        name,
        logGroupName: logGroup.name,
        pattern: filterPattern,
        metricTransformation: { name: id, namespace, value: "1", defaultValue: "0" },
      },
      context.parent,
    );
    // The sum of one 1 and many 0s is 1: a single event rings, and the next period is quiet again.
    const arithmetic = {
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      threshold: 1,
      treatMissingData: "notBreaching",
    };
    return new aws.cloudwatch.MetricAlarm(
      name,
      {
        name,
        alarmDescription: title,
        namespace,
        metricName: filter.metricTransformation.name,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        ...arithmetic,
        alarmActions: [topic.arn],
      },
      context.parent,
    );
  });
}
