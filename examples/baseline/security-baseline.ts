import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { TrailResponder } from "../responder/infrastructure";
import { createAccountSettings } from "./account";
import { createAlarms } from "./alarms";
import { createTrailBucket } from "./buckets";
import { createContext } from "./context";
import { createDashboard } from "./dashboard";
import { createLogsKey, createTopicsKey } from "./keys";
import { createAlarmTopic, createDeliveryTopic } from "./topics";
import { createLogGroup, createTrail } from "./trail";

export interface SecurityBaselineArgs {
  /** Who hears the alarms. Each address gets a message with a link to confirm its subscription. */
  readonly emails: readonly string[];
  /** Whom AWS writes to about security, bills and operations. */
  readonly contact: Contact;
  /** The IAM users or roles who may open cases with AWS Support, with `*`; `user/security/*` if absent. They need MFA. */
  readonly supporters?: string;
  /** Id of the organization (`o-...`): the trail then records all its accounts. Only in the management account. */
  readonly organizationId?: string;
  /** How long the log group keeps events; 365 days if absent. The bucket keeps them for seven years. */
  readonly logRetentionInDays?: number;
  /** Whether reads and writes of S3 objects, and calls of Lambda functions, are recorded too; true if absent. */
  readonly dataEvents?: boolean;
  /** Whether the account gets GuardDuty, Security Hub and AWS Config as well; true if absent. */
  readonly monitoring?: boolean;
  /** Whether a function switches the trail on again when somebody switches it off; true if absent. */
  readonly responder?: boolean;
}

export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly emailAddress: string;
  /** With the country's code, such as +49 30 1234567. */
  readonly phoneNumber: string;
}

/** What an AWS account should have before anything else is deployed in it: evidence, and alarms that ring. */
export class SecurityBaseline extends pulumi.ComponentResource {
  readonly trail: aws.cloudtrail.Trail;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly alarmTopic: aws.sns.Topic;
  readonly alarms: readonly aws.cloudwatch.MetricAlarm[];
  readonly responder: TrailResponder | undefined;

  constructor(name: string, args: SecurityBaselineArgs, options?: pulumi.ComponentResourceOptions) {
    super("trailguard:examples:SecurityBaseline", name, {}, options);
    const context = createContext(name, args, this);
    const key = createLogsKey(context);
    const topicsKey = createTopicsKey(context);
    const bucket = createTrailBucket(context, key);
    this.logGroup = createLogGroup(context, key);
    this.alarmTopic = createAlarmTopic(context, topicsKey);
    const delivery = createDeliveryTopic(context, topicsKey);
    this.trail = createTrail(context, { bucket, key, logGroup: this.logGroup, delivery });
    this.alarms = createAlarms(context, this.logGroup, this.alarmTopic);
    createDashboard(context, this.alarms);
    createAccountSettings(context);
    this.responder = args.responder === false ? undefined : this.createResponder(name, topicsKey, key);
    this.registerOutputs({ trailArn: this.trail.arn, alarmTopicArn: this.alarmTopic.arn });
  }

  private createResponder(name: string, topicsKey: aws.kms.Key, key: aws.kms.Key): TrailResponder {
    const keys = { topicKeyArn: topicsKey.arn, logGroupKeyArn: key.arn };
    const args = {
      trail: this.trail,
      topicArn: this.alarmTopic.arn,
      ...keys,
      tags: { "trailguard:responder": "trail-tampering" },
    };
    return new TrailResponder(`${name}-responder`, args, { parent: this });
  }
}
