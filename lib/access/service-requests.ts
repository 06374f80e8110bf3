import { unknownValue } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import { absentKey, requestContext, undeterminedKey } from "./context";
import type { WrittenContext } from "./context";
import type { AccessRequest } from "./evaluate";
import { splitArn } from "./match";

/** A name or ARN that may not be known yet. */
export type KnownText = string | UnknownValue;

/**
 * What every call of an AWS service to another carries (IAM user guide, "Global condition context keys", read
 * 2026-11). Organization keys of the source may be there or not; `aws:PrincipalOrgID`, `aws:PrincipalAccount` and
 * `aws:PrincipalArn` never are, which is why conditions on them shut services out.
 */
const serviceContext: WrittenContext = {
  "aws:SecureTransport": "true",
  "aws:PrincipalIsAWSService": "true",
  "aws:CurrentTime": unknownValue,
  "aws:EpochTime": unknownValue,
  "aws:RequestedRegion": undeterminedKey,
  "aws:SourceOrgID": undeterminedKey,
  "aws:SourceOrgPaths": undeterminedKey,
  "aws:ResourceAccount": undeterminedKey,
  "aws:ResourceOrgID": undeterminedKey,
  "aws:ResourceOrgPaths": undeterminedKey,
  "aws:ResourceTag/": undeterminedKey,
};

export interface ServiceCall {
  /** The service's principal, such as `events.amazonaws.com`. */
  readonly service: KnownText;
  readonly action: string;
  readonly resource: KnownText;
  /** Keys beside those that every service call carries; any other key is absent. */
  readonly keys: WrittenContext;
}

/** A request by an AWS service on its own behalf, as resource and trust policies judge it. */
export function serviceRequest({ service, action, resource, keys }: ServiceCall): AccessRequest {
  return {
    principal: { kind: "service", service },
    action,
    resource,
    context: requestContext({ ...serviceContext, "aws:PrincipalServiceName": service, ...keys }, absentKey),
  };
}

/** A CloudWatch alarm publishes to a topic. It carries `AWS:SourceOwner`, so a topic's default policy lets it. */
export function alarmPublishes(alarm: { arn: KnownText; account: KnownText; topic: KnownText }): AccessRequest {
  return serviceRequest({
    service: "cloudwatch.amazonaws.com",
    action: "sns:Publish",
    resource: alarm.topic,
    keys: { "aws:SourceArn": alarm.arn, "aws:SourceAccount": alarm.account, "aws:SourceOwner": alarm.account },
  });
}

/** An EventBridge rule publishes to a topic. Whether it carries source keys is disputed between AWS's own pages. */
export function rulePublishes(rule: { topic: KnownText }): AccessRequest {
  return serviceRequest({
    service: "events.amazonaws.com",
    action: "sns:Publish",
    resource: rule.topic,
    keys: { "aws:SourceArn": undeterminedKey, "aws:SourceAccount": undeterminedKey },
  });
}

/** An EventBridge rule invokes a function. `aws:SourceAccount` is left open: AWS's troubleshooting page advises against it. */
export function ruleInvokes(rule: { arn: KnownText; function: KnownText }): AccessRequest {
  return serviceRequest({
    service: "events.amazonaws.com",
    action: "lambda:InvokeFunction",
    resource: rule.function,
    keys: { "aws:SourceArn": rule.arn, "aws:SourceAccount": undeterminedKey },
  });
}

/** An EventBridge rule sends to a queue. */
export function ruleSends(rule: { arn: KnownText; queue: KnownText }): AccessRequest {
  return serviceRequest({
    service: "events.amazonaws.com",
    action: "sqs:SendMessage",
    resource: rule.queue,
    keys: { "aws:SourceArn": rule.arn, "aws:SourceAccount": undeterminedKey },
  });
}

/** A topic invokes a function that is subscribed to it. */
export function topicInvokes(topic: { arn: KnownText; account: KnownText; function: KnownText }): AccessRequest {
  return serviceRequest({
    service: "sns.amazonaws.com",
    action: "lambda:InvokeFunction",
    resource: topic.function,
    keys: { "aws:SourceArn": topic.arn, "aws:SourceAccount": topic.account },
  });
}

/** A topic sends to a queue that is subscribed to it. */
export function topicSends(topic: { arn: KnownText; account: KnownText; queue: KnownText }): AccessRequest {
  return serviceRequest({
    service: "sns.amazonaws.com",
    action: "sqs:SendMessage",
    resource: topic.queue,
    keys: { "aws:SourceArn": topic.arn, "aws:SourceAccount": topic.account },
  });
}

/** What a service that publishes to an encrypted topic, or sends to an encrypted queue, must be able to do with the key. */
export function publisherUsesKey(publisher: { service: KnownText; key: KnownText }): readonly AccessRequest[] {
  const keys: WrittenContext = {
    "aws:SourceArn": undeterminedKey,
    "aws:SourceAccount": undeterminedKey,
    "kms:ViaService": undeterminedKey,
    "kms:CallerAccount": undeterminedKey,
    "kms:EncryptionContext:aws:sns:topicArn": undeterminedKey,
    "kms:EncryptionContext:aws:sqs:arn": undeterminedKey,
  };
  return ["kms:Decrypt", "kms:GenerateDataKey"].map((action) =>
    serviceRequest({ service: publisher.service, action, resource: publisher.key, keys }),
  );
}

export interface TrailStore {
  readonly trail: KnownText;
  readonly bucket: KnownText;
  /** `AWSLogs/<account>/` with the trail's `s3KeyPrefix` before it; unknown where either is. */
  readonly folder: KnownText;
  /** Absent: the trail has no key of its own. */
  readonly key?: KnownText;
}

/** What CloudTrail does with a trail's bucket: reads its ACL and writes log files. */
export function trailUsesBucket({ trail, bucket, folder, key }: TrailStore): readonly AccessRequest[] {
  const source: WrittenContext = { "aws:SourceArn": trail, "aws:SourceAccount": undeterminedKey };
  const objects =
    typeof bucket === "string" && typeof folder === "string" ? `${bucket}/${folder}log.json.gz` : unknownValue;
  const service = "cloudtrail.amazonaws.com";
  return [
    serviceRequest({ service, action: "s3:GetBucketAcl", resource: bucket, keys: source }),
    serviceRequest({
      service,
      action: "s3:PutObject",
      resource: objects,
      keys: { ...source, "s3:x-amz-acl": "bucket-owner-full-control", ...uploadEncryption(key) },
    }),
  ];
}

/**
 * How an upload of CloudTrail asks for encryption. With a key of the trail's own it must name it; whether it asks for
 * anything without one is not documented, nor in which form it names keys.
 */
function uploadEncryption(key: KnownText | undefined): WrittenContext {
  return {
    "s3:x-amz-server-side-encryption": key === undefined ? undeterminedKey : "aws:kms",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": key === undefined ? undeterminedKey : unknownValue,
  };
}

/** What CloudTrail does with a trail's key: describes it, and makes data keys under the trail's encryption context. */
export function trailUsesKey(trail: { arn: KnownText; account: KnownText; key: KnownText }): readonly AccessRequest[] {
  const source: WrittenContext = {
    "aws:SourceArn": trail.arn,
    "aws:SourceAccount": trail.account,
    "kms:CallerAccount": undeterminedKey,
    "kms:ViaService": undeterminedKey,
  };
  const service = "cloudtrail.amazonaws.com";
  return [
    serviceRequest({ service, action: "kms:DescribeKey", resource: trail.key, keys: source }),
    serviceRequest({
      service,
      action: "kms:GenerateDataKey",
      resource: trail.key,
      keys: {
        ...source,
        "kms:EncryptionContext:aws:cloudtrail:arn": trail.arn,
        "kms:EncryptionContextKeys": "aws:cloudtrail:arn",
      },
    }),
  ];
}

/** What CloudWatch Logs does with the key of a log group. `group` is the group's ARN without `:*`. */
export function logGroupUsesKey(group: {
  arn: KnownText;
  region: KnownText;
  key: KnownText;
}): readonly AccessRequest[] {
  const service = typeof group.region === "string" ? `logs.${group.region}.amazonaws.com` : unknownValue;
  const account = typeof group.arn === "string" ? (splitArn(group.arn)?.[4] ?? unknownValue) : unknownValue;
  const keys: WrittenContext = {
    "kms:EncryptionContext:aws:logs:arn": group.arn,
    "kms:EncryptionContextKeys": "aws:logs:arn",
    "aws:SourceArn": undeterminedKey,
    "aws:SourceAccount": account,
    "kms:CallerAccount": undeterminedKey,
    "kms:ViaService": undeterminedKey,
  };
  return ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"].map((action) =>
    serviceRequest({ service, action, resource: group.key, keys }),
  );
}

/** A service assumes a role that was handed to it. `source` is the resource it acts for, where it says so. */
export function serviceAssumes(call: {
  service: KnownText;
  role: KnownText;
  source?: KnownText;
  account?: KnownText;
}): AccessRequest {
  return serviceRequest({
    service: call.service,
    action: "sts:AssumeRole",
    resource: call.role,
    keys: {
      "aws:SourceArn": call.source ?? undeterminedKey,
      "aws:SourceAccount": call.account ?? undeterminedKey,
      "sts:ExternalId": absentKey,
    },
  });
}
