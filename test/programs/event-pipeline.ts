import { type Program } from "../e2e/support";

/** Events through a topic and a queue to a function, scheduled rules with dead-letter queues, a state machine. */
const program: Program = (aws, pulumi) => {
  const topic = new aws.sns.Topic("orders", { kmsMasterKeyId: "alias/aws/sns" });
  const dead = new aws.sqs.Queue("orders-dead", { messageRetentionSeconds: 1209600, sqsManagedSseEnabled: true });
  const queue = new aws.sqs.Queue("orders", {
    visibilityTimeoutSeconds: 180,
    sqsManagedSseEnabled: true,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 }),
  });
  new aws.sqs.QueuePolicy("orders", {
    queueUrl: queue.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sqs:SendMessage"],
          resources: [queue.arn],
          principals: [{ type: "Service", identifiers: ["sns.amazonaws.com"] }],
          conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [topic.arn] }],
        },
      ],
    }).json,
  });
  new aws.sns.TopicSubscription("orders", {
    topic: topic.arn,
    protocol: "sqs",
    endpoint: queue.arn,
    rawMessageDelivery: true,
  });

  const role = new aws.iam.Role("consumer", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  new aws.iam.RolePolicyAttachment("consumer-queue", {
    role: role,
    policyArn: aws.iam.ManagedPolicy.AWSLambdaSQSQueueExecutionRole,
  });
  const consumer = new aws.lambda.Function("consumer", {
    runtime: "nodejs20.x",
    handler: "index.handler",
    role: role.arn,
    timeout: 30,
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = () => {};") }),
  });
  new aws.cloudwatch.LogGroup("consumer", {
    name: pulumi.interpolate`/aws/lambda/${consumer.name}`,
    retentionInDays: 365,
  });
  new aws.lambda.EventSourceMapping("orders", {
    eventSourceArn: queue.arn,
    functionName: consumer.arn,
    batchSize: 10,
  });

  const workflowRole = new aws.iam.Role("workflow", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "states.amazonaws.com" }),
  });
  new aws.iam.RolePolicy("workflow", {
    role: workflowRole.name,
    policy: consumer.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: [arn, `${arn}:*`] }],
      }),
    ),
  });
  const workflow = new aws.sfn.StateMachine("settlement", {
    roleArn: workflowRole.arn,
    definition: pulumi.jsonStringify({
      StartAt: "Settle",
      States: { Settle: { Type: "Task", Resource: consumer.arn, End: true } },
    }),
  });

  const rule = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });
  const uploads = new aws.cloudwatch.EventRule("invoice-uploaded", {
    eventPattern: JSON.stringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: ["acme-invoices"] }, object: { key: [{ prefix: "incoming/" }] } },
    }),
  });
  const starter = new aws.iam.Role("start-workflow", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "events.amazonaws.com" }),
    inlinePolicies: [
      {
        name: "start",
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "states:StartExecution", Resource: workflow.arn }],
        }),
      },
    ],
  });
  const undelivered = new aws.sqs.Queue("undelivered", { sqsManagedSseEnabled: true });
  for (const [name, each] of Object.entries({ nightly: rule, uploads })) {
    new aws.cloudwatch.EventTarget(name, {
      rule: each.name,
      arn: workflow.arn,
      roleArn: starter.arn,
      deadLetterConfig: { arn: undelivered.arn },
    });
  }
  new aws.sqs.QueuePolicy("undelivered", {
    queueUrl: undelivered.url,
    policy: pulumi.all([undelivered.arn, rule.arn, uploads.arn]).apply(([arn, ...rules]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: arn,
            Condition: { ArnEquals: { "aws:SourceArn": rules } },
          },
        ],
      }),
    ),
  });
};

export default program;
