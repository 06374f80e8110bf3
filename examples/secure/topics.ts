import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, region, trailArn } from "./account";
import { alarmsKey } from "./keys";

/** Where the alarms are heard. The address must confirm the subscription before it hears anything. */
export const securityTopic = new aws.sns.Topic("security-alarms", { kmsMasterKeyId: alarmsKey.arn });

/** Made of the topic's name: known in a preview, as the name is. */
function arnOf(topic: aws.sns.Topic): pulumi.Output<string> {
  return pulumi.interpolate`arn:aws:sns:${region}:${accountId}:${topic.name}`;
}

new aws.sns.TopicPolicy("security-alarms", {
  arn: securityTopic.arn,
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AlarmsPublish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arnOf(securityTopic),
        Condition: {
          ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:cloudwatch:${region}:${accountId}:alarm:*` },
          StringEquals: { "aws:SourceAccount": accountId },
        },
      },
    ],
  },
});

new aws.sns.TopicSubscription("security-team", {
  topic: securityTopic.arn,
  protocol: "email",
  endpoint: "security@example.com",
});

/** Where the trail tells of each delivered log file. */
export const deliveryTopic = new aws.sns.Topic("trail-delivery", { kmsMasterKeyId: alarmsKey.arn });

export const deliveryTopicPolicy = new aws.sns.TopicPolicy("trail-delivery", {
  arn: deliveryTopic.arn,
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "TrailPublishes",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arnOf(deliveryTopic),
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
    ],
  },
});
