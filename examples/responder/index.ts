import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { TrailResponder } from "./infrastructure";

const config = new pulumi.Config();
const topicKeyArn = config.get("topicKeyArn");

/** A trail and a topic that exist already, by their ARNs. */
const responder = new TrailResponder("revert-cloudtrail-off", {
  trail: aws.cloudtrail.Trail.get("trail", config.require("trailArn")),
  topicArn: config.require("topicArn"),
  ...(topicKeyArn === undefined ? {} : { topicKeyArn }),
});

export const functionName = responder.function.name;
export const deadLetterQueueUrl = responder.deadLetterQueue.url;
