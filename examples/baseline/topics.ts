import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Context } from "./context";

/** Where the alarms are heard. Each address must confirm its subscription before it hears anything. */
export function createAlarmTopic(context: Context, key: aws.kms.Key): aws.sns.Topic {
  const { name, args, parent, partition, region, accountId, topicName } = context;
  const topic = new aws.sns.Topic(`${name}-alarms`, { name: topicName, kmsMasterKeyId: key.arn }, parent);
  setPolicy(context, "alarms", topic, {
    Sid: "AlarmsPublish",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn(context, topicName),
    Condition: {
      ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:cloudwatch:${region}:${accountId}:alarm:*` },
      StringEquals: { "aws:SourceAccount": accountId },
    },
  });
  args.emails.forEach((endpoint, index) => {
    const subscription = { topic: topic.arn, protocol: "email", endpoint };
    new aws.sns.TopicSubscription(`${name}-alarms-${index + 1}`, subscription, parent);
  });
  return topic;
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
  const policy = setPolicy(context, "delivery", topic, {
    Sid: "TrailPublishes",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "sns:Publish",
    Resource: topicArn(context, topicName),
    Condition: { ArnLike: { "aws:SourceArn": trailArn } },
  });
  return { topic, policy };
}

function topicArn({ partition, region, accountId }: Context, topicName: string): pulumi.Output<string> {
  return pulumi.interpolate`arn:${partition}:sns:${region}:${accountId}:${topicName}`;
}

function setPolicy(
  { name, parent }: Context,
  use: string,
  topic: aws.sns.Topic,
  statement: object,
): aws.sns.TopicPolicy {
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [statement] });
  return new aws.sns.TopicPolicy(`${name}-${use}`, { arn: topic.arn, policy }, parent);
}
