import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Context, tags } from "./context";

/** Where the alarms are heard. Each address must confirm its subscription before it hears anything. */
export function createAlarmTopic(context: Context, key: aws.kms.Key): aws.sns.Topic {
  const { name, args, parent, partition, region, accountId, topicName } = context;
  const topic = new aws.sns.Topic(`${name}-alarms`, { name: topicName, kmsMasterKeyId: key.arn }, parent);
  const alarmsPublish = {
    Sid: "AlarmsPublish",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn(context, topicName),
    Condition: {
      ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:cloudwatch:${region}:${accountId}:alarm:*` },
      StringEquals: { "aws:SourceAccount": accountId },
    },
  };
  setPolicy(context, "alarms", topic, alarmsPublish);
  const redrivePolicy = createUndeliveredQueue(context, topic);
  args.emails.forEach((endpoint, index) => {
    const subscription = { topic: topic.arn, protocol: "email", endpoint, redrivePolicy };
    new aws.sns.TopicSubscription(`${name}-alarms-${index + 1}`, subscription, parent);
  });
  return topic;
}

/** Keeps the notices that an address does not take, for a fortnight. */
function createUndeliveredQueue(context: Context, topic: aws.sns.Topic): pulumi.Output<string> {
  const { parent, topicName } = context;
  const name = `${topicName}-undelivered`;
  const kept = { messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true };
  const queue = new aws.sqs.Queue(name, { name, ...kept, tags }, parent);
  const keep = {
    Sid: "KeepUndeliveredNotices",
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queue.arn,
    Condition: { ArnEquals: { "aws:SourceArn": topic.arn } },
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [keep] });
  new aws.sqs.QueuePolicy(name, { queueUrl: queue.url, policy }, parent);
  return pulumi.jsonStringify({ deadLetterTargetArn: queue.arn });
}

export interface DeliveryTopic {
  readonly topic: aws.sns.Topic;
  readonly policy: aws.sns.TopicPolicy;
}

/** Where the trail tells of each log file that it delivers. */
export function createDeliveryTopic(context: Context, key: aws.kms.Key): DeliveryTopic {
  const { name, parent, trailArn } = context;
  const topicName = `${name}-delivery`;
  const topic = new aws.sns.Topic(topicName, { name: topicName, kmsMasterKeyId: key.arn }, parent);
  const trailPublishes = {
    Sid: "TrailPublishes",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn(context, topicName),
    Condition: { ArnLike: { "aws:SourceArn": trailArn } },
  };
  return { topic, policy: setPolicy(context, "delivery", topic, trailPublishes) };
}

function topicArn({ partition, region, accountId }: Context, topicName: string): pulumi.Output<string> {
  return pulumi.interpolate`arn:${partition}:sns:${region}:${accountId}:${topicName}`;
}

/** The statement, and one that refuses every message that comes without TLS. */
function setPolicy(
  context: Context,
  use: string,
  topic: aws.sns.Topic,
  statement: { readonly Resource: pulumi.Output<string> },
): aws.sns.TopicPolicy {
  const onlyOverTls = {
    Sid: "OnlyOverTls",
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: statement.Resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [statement, onlyOverTls] });
  return new aws.sns.TopicPolicy(`${context.name}-${use}`, { arn: topic.arn, policy }, context.parent);
}
