import { type Program } from "../e2e/support";

/** A topic that fans out to queues, with filters, dead-letter queues, policies and the key that SNS uses. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const key = new aws.kms.Key("messages", {
    enableKeyRotation: true,
    description: "Messages of orders",
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
          Principal: { Service: "sns.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  const orders = new aws.sns.Topic("orders", { kmsMasterKeyId: key.id });
  new aws.sns.TopicPolicy("orders", {
    arn: orders.arn,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          sid: "Producers",
          actions: ["sns:Publish"],
          resources: [orders.arn],
          principals: [{ type: "AWS", identifiers: [pulumi.interpolate`arn:aws:iam::${account}:role/shop-checkout`] }],
        },
        {
          sid: "Tls",
          effect: "Deny",
          actions: ["sns:Publish"],
          resources: [orders.arn],
          principals: [{ type: "*", identifiers: ["*"] }],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    }).json,
  });
  for (const [name, types] of Object.entries({ billing: ["paid"], shipping: ["paid", "cancelled"] })) {
    const failed = new aws.sqs.Queue(`${name}-failed`, { kmsMasterKeyId: key.id, messageRetentionSeconds: 1209600 });
    const queue = new aws.sqs.Queue(name, {
      kmsMasterKeyId: key.id,
      visibilityTimeoutSeconds: 180,
      redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 5 }),
    });
    new aws.sqs.QueuePolicy(name, {
      queueUrl: queue.url,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Topic",
            Effect: "Allow",
            Principal: { Service: "sns.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queue.arn,
            Condition: { ArnEquals: { "aws:SourceArn": orders.arn } },
          },
        ],
      }),
    });
    new aws.sns.TopicSubscription(name, {
      topic: orders.arn,
      protocol: "sqs",
      endpoint: queue.arn,
      rawMessageDelivery: true,
      filterPolicy: JSON.stringify({ type: types }),
    });
    new aws.cloudwatch.MetricAlarm(`${name}-failed`, {
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: failed.name },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 5,
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      alarmActions: [new pulumi.Config().get("pagerTopicArn") ?? "arn:aws:sns:eu-central-1:123456789012:pager"],
      okActions: ["arn:aws:sns:eu-central-1:123456789012:pager"],
    });
  }
};

export default program;
