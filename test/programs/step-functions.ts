import { type Program } from "../e2e/support";

/** A state machine with functions, logging and tracing, started by a schedule (EventBridge Scheduler) and by a rule. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const region = aws.getRegionOutput();
  const trust = (service: string) =>
    aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: [service] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [identity.accountId] }],
        },
      ],
    }).json;
  const functionTrust = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });

  const steps = ["validate", "charge", "ship"].map((name) => {
    const group = new aws.cloudwatch.LogGroup(name, { name: `/aws/lambda/order-${name}`, retentionInDays: 400 });
    const role = new aws.iam.Role(name, { assumeRolePolicy: functionTrust });
    const policy = new aws.iam.Policy(name, {
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [pulumi.interpolate`${group.arn}:*`] },
          { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
        ],
      }).json,
    });
    new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn: policy.arn });
    return new aws.lambda.Function(name, {
      name: `order-${name}`,
      runtime: aws.lambda.Runtime.NodeJS20dX,
      handler: "index.handler",
      role: role.arn,
      code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
      }),
      tracingConfig: { mode: "Active" },
      architectures: ["arm64"],
      environment: { variables: { LOG_LEVEL: "info" } },
    });
  });

  const notices = new aws.sns.Topic("orders", { kmsMasterKeyId: "alias/aws/sns" });
  const logs = new aws.cloudwatch.LogGroup("machine", { name: "/aws/vendedlogs/states/orders", retentionInDays: 400 });
  const machineRole = new aws.iam.Role("machine", { assumeRolePolicy: trust("states.amazonaws.com") });
  const machinePolicy = new aws.iam.Policy("machine", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          sid: "Steps",
          actions: ["lambda:InvokeFunction"],
          resources: steps.flatMap((step) => [step.arn, pulumi.interpolate`${step.arn}:*`]),
        },
        { sid: "Notices", actions: ["sns:Publish"], resources: [notices.arn] },
        {
          sid: "LogDelivery",
          actions: [
            "logs:CreateLogDelivery",
            "logs:CreateLogStream",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutLogEvents",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
          ],
          resources: ["*"],
        },
        {
          sid: "Traces",
          actions: [
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
          ],
          resources: ["*"],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("machine", { role: machineRole.name, policyArn: machinePolicy.arn });
  const machine = new aws.sfn.StateMachine("orders", {
    roleArn: machineRole.arn,
    definition: pulumi.jsonStringify({
      StartAt: "Validate",
      States: {
        Validate: { Type: "Task", Resource: steps[0]?.arn, Next: "Charge" },
        Charge: { Type: "Task", Resource: steps[1]?.arn, Next: "Ship" },
        Ship: { Type: "Task", Resource: steps[2]?.arn, End: true },
      },
    }),
    loggingConfiguration: {
      level: "ALL",
      includeExecutionData: false,
      logDestination: pulumi.interpolate`${logs.arn}:*`,
    },
    tracingConfiguration: { enabled: true },
  });

  const start = new aws.iam.Policy("start", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [{ actions: ["states:StartExecution"], resources: [machine.arn] }],
    }).json,
  });
  const deadLetters = new aws.sqs.Queue("schedule-failures", {
    sqsManagedSseEnabled: true,
    messageRetentionSeconds: 1209600,
  });
  const scheduler = new aws.iam.Role("scheduler", { assumeRolePolicy: trust("scheduler.amazonaws.com") });
  new aws.iam.RolePolicyAttachment("scheduler", { role: scheduler.name, policyArn: start.arn });
  const failures = new aws.iam.Policy("schedule-failures", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [{ actions: ["sqs:SendMessage"], resources: [deadLetters.arn] }],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("scheduler-failures", { role: scheduler.name, policyArn: failures.arn });
  new aws.scheduler.Schedule("nightly", {
    scheduleExpression: "cron(0 2 * * ? *)",
    flexibleTimeWindow: { mode: "OFF" },
    target: { arn: machine.arn, roleArn: scheduler.arn, deadLetterConfig: { arn: deadLetters.arn } },
  });
  const events = new aws.iam.Role("events", { assumeRolePolicy: trust("events.amazonaws.com") });
  new aws.iam.RolePolicyAttachment("events", { role: events.name, policyArn: start.arn });
  const rule = new aws.cloudwatch.EventRule("uploads", {
    eventPattern: pulumi.jsonStringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: ["acme-orders-inbox"] }, object: { key: [{ prefix: "incoming/" }] } },
    }),
  });
  new aws.cloudwatch.EventTarget("uploads", {
    rule: rule.name,
    arn: machine.arn,
    roleArn: events.arn,
    inputTransformer: { inputPaths: { key: "$.detail.object.key" }, inputTemplate: '{"key": <key>}' },
  });
  new aws.cloudwatch.MetricAlarm("failed", {
    namespace: "AWS/States",
    metricName: "ExecutionsFailed",
    dimensions: { StateMachineArn: machine.arn },
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [new pulumi.StackReference("acme/operations/prod").requireOutput("pagerTopicArn")],
  });
  return { machine: machine.arn, region: region.region };
};

export default program;
