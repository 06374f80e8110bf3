import { type Program } from "../e2e/support";

/** Alarms, rules and filters of everyday operations: percentiles, metric math, heartbeats, recovery and scaling actions. */
const program: Program = (aws) => {
  const pager = ["arn:aws:sns:us-east-1:123456789012:pager"];
  const over = { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 2, treatMissingData: "notBreaching" };
  const balancer = { namespace: "AWS/ApplicationELB", metricName: "TargetResponseTime", period: 60 };
  new aws.cloudwatch.MetricAlarm("slow", {
    ...over,
    ...balancer,
    extendedStatistic: "p99",
    threshold: 1.5,
    alarmActions: pager,
  });
  const sum = (metricName: string) => ({ namespace: "AWS/Lambda", metricName, period: 60, stat: "Sum" });
  new aws.cloudwatch.MetricAlarm("error-rate", {
    ...over,
    threshold: 5,
    alarmActions: pager,
    metricQueries: [
      { id: "rate", expression: "100 * errors / calls", returnData: true },
      { id: "calls", metric: sum("Invocations") },
      { id: "errors", metric: sum("Errors") },
    ],
  });
  new aws.cloudwatch.MetricAlarm("heartbeat", {
    namespace: "Shop",
    metricName: "Heartbeat",
    statistic: "SampleCount",
    period: 300,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: "LessThanThreshold",
    treatMissingData: "breaching",
    alarmActions: pager,
    okActions: pager,
  });
  const machine = { namespace: "AWS/EC2", period: 60, evaluationPeriods: 2 };
  new aws.cloudwatch.MetricAlarm("recover", {
    ...machine,
    metricName: "StatusCheckFailed_System",
    dimensions: { InstanceId: "i-0123456789abcdef0" },
    statistic: "Maximum",
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    alarmActions: ["arn:aws:automate:us-east-1:ec2:recover"],
  });
  new aws.cloudwatch.MetricAlarm("scale-in", {
    ...machine,
    metricName: "CPUUtilization",
    statistic: "Average",
    threshold: 30,
    comparisonOperator: "LessThanOrEqualToThreshold",
    alarmActions: [
      "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:0a1b:autoScalingGroupName/web:policyName/in",
    ],
  });

  const rules = {
    health: { source: ["aws.health"], "detail-type": ["AWS Health Event"], detail: { service: ["EC2", "RDS"] } },
    images: {
      source: ["aws.ecr"],
      "detail-type": ["ECR Image Action"],
      detail: { result: ["SUCCESS"], "repository-name": [{ prefix: "shop/" }] },
    },
    tasks: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: { lastStatus: ["STOPPED"], stoppedReason: [{ "anything-but": { prefix: "Scaling" } }] },
    },
    uploads: {
      source: ["aws.s3"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["s3.amazonaws.com"], eventName: ["PutObject"] },
    },
  };
  for (const [name, pattern] of Object.entries(rules)) {
    new aws.cloudwatch.EventRule(name, { eventPattern: JSON.stringify(pattern) });
  }
  const filters = {
    "server-errors": "[ip, user, username, timestamp, request, status_code=5*, bytes]",
    failures: '?ERROR ?"Task timed out" ?Exception',
    latency: "{ $.latency = * }",
  };
  for (const [name, pattern] of Object.entries(filters)) {
    new aws.cloudwatch.LogMetricFilter(name, {
      logGroupName: "/shop/application",
      pattern,
      metricTransformation: { name, namespace: "Shop", value: name === "latency" ? "$.latency" : "1" },
    });
  }
};

export default program;
