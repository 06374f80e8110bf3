import { type NamedDocument } from "../../access/document";
import { parsePolicy } from "../../access/parse";
import { type KnownText } from "../../access/service-requests";
import { isUnknown, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { alarmsReading } from "../alarms/metric-join";
import { textOf } from "../alarms/grants";
import { Trail } from "../cloudtrail/trail";
import { EventRule } from "../events/event-rule";
import { Key } from "../kms/key";
import { policyOfKey } from "../kms/key-policy";
import { keysOfLogsIn } from "../kms/keys-of-logs";
import { LogGroup } from "../logs/log-group";
import { LogMetricFilter } from "../logs/metric-filter";
import { type DocumentRead } from "../policy-document";
import { referenceOf, referencesOf } from "../references";
import { trailBucketsOf } from "../s3/trail-buckets";
import { Topic } from "../sns/topic";
import { arnIn } from "./arns";
import { groupArnIn } from "./log-group";

/** Something that the audit trail, or hearing of it, depends on, with the ways in which it can be spoilt. */
export interface Evidence {
  /** What messages call it: "trail `main`". */
  readonly label: string;
  readonly resource: Resource;
  /** The gravest first. */
  readonly attacks: readonly Attack[];
  /** Its own policy, where it has a say in who may do this. */
  readonly policy?: NamedDocument;
}

export interface Attack {
  readonly action: string;
  /** The ARN that the action is about, where the resource is in `account`. */
  readonly arn: (account: string) => KnownText;
}

/**
 * All evidence of a stack: its trails with their buckets, log groups and keys, and the alarms, rules and topics that
 * tell of what they record. The gravest first. Nothing where the stack has no trail.
 */
export const evidenceIn = oncePerStack((stack): readonly Evidence[] => {
  if (Trail.allIn(stack).length === 0) return [];
  return [...trails(stack), ...buckets(stack), ...keys(stack), ...groups(stack), ...alarmSystem(stack)];
});

function evidence(kind: string, resource: Resource, actions: readonly string[]): Evidence {
  const arn = (account: string) => arnIn(resource, account);
  return { label: `${kind} \`${resource.name}\``, resource, attacks: actions.map((action) => ({ action, arn })) };
}

const ofTrail = [
  "cloudtrail:StopLogging",
  "cloudtrail:DeleteTrail",
  "cloudtrail:PutEventSelectors",
  "cloudtrail:UpdateTrail",
];

function trails(stack: Stack): readonly Evidence[] {
  return Trail.allIn(stack).map(({ resource }) => evidence("trail", resource, ofTrail));
}

const ofObjects = ["s3:DeleteObject", "s3:DeleteObjectVersion"];
const ofBucket = ["s3:PutLifecycleConfiguration", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:DeleteBucket"];

function buckets(stack: Stack): readonly Evidence[] {
  return trailBucketsOf(stack)
    .filter(({ trails }) => trails.length > 0)
    .map(({ resource, policy, trails }) => {
      const whole = evidence("bucket", resource, ofBucket);
      const prefix = trails[0] && valueOf(trails[0].s3KeyPrefix);
      const object = (account: string) => logFileIn(arnIn(resource, account), prefix);
      const objects = ofObjects.map((action) => ({ action, arn: object }));
      return { ...whole, attacks: [...objects, ...whole.attacks], ...ownPolicy(whole.label, policy) };
    });
}

/** Stands for any log file of the trail. */
function logFileIn(bucket: KnownText, prefix: string | undefined): KnownText {
  const start = prefix === undefined ? "" : `${prefix}/`;
  return isUnknown(bucket) ? bucket : `${bucket}/${start}AWSLogs/log.json.gz`;
}

function ownPolicy(label: string, policy: DocumentRead): { readonly policy?: NamedDocument } {
  if (policy.kind === "absent") return {};
  const document = policy.kind === "known" ? policy.value : parsePolicy(unknownValue);
  return { policy: { name: `the policy of ${label}`, document } };
}

const ofKey = ["kms:ScheduleKeyDeletion", "kms:DisableKey"];

function keys(stack: Stack): readonly Evidence[] {
  return keysOfLogsIn(stack).map(({ key }) => {
    const whole = evidence("key", key.resource, ofKey);
    return { ...whole, ...ownPolicy(whole.label, policyOfKey(stack, Key.view(key.resource))) };
  });
}

const ofGroup = ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteMetricFilter"];

function groups(stack: Stack): readonly Evidence[] {
  return trailGroups(stack).map((resource) => ({
    ...evidence("log group", resource, []),
    // As IAM has it for what is done to a group: with the streams.
    attacks: ofGroup.map((action) => ({
      action,
      arn: (account: string) => withStreams(groupArnIn(resource, account)),
    })),
  }));
}

function withStreams(arn: KnownText): KnownText {
  return isUnknown(arn) ? arn : `${arn}:*`;
}

/** The log groups that trails deliver to. */
function trailGroups(stack: Stack): readonly Resource[] {
  const found = Trail.allIn(stack).flatMap((trail) => {
    const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
    return reference.kind === "resource" ? [reference.resource] : [];
  });
  return [...new Set(found)];
}

const ofAlarm = ["cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions"];
const ofRule = ["events:DeleteRule", "events:DisableRule", "events:RemoveTargets"];
const ofTopic = ["sns:DeleteTopic"];

/** Alarms on metrics of a trail's log group, rules on what CloudTrail records, and the topics that the alarms tell. */
function alarmSystem(stack: Stack): readonly Evidence[] {
  const alarms = alarmsOf(stack);
  const topics = alarms.flatMap(({ resource, alarmActions }) =>
    referencesOf(stack, resource, alarmActions, Topic.types).flatMap((each) =>
      each.kind === "resource" ? [each.resource] : [],
    ),
  );
  return [
    ...alarms.map(({ resource }) => byArn("alarm", resource, ofAlarm)),
    ...EventRule.allIn(stack)
      .filter(({ eventPatternText }) => valueOf(eventPatternText)?.includes("via CloudTrail") === true)
      .map(({ resource }) => byArn("rule", resource, ofRule)),
    ...[...new Set(topics)].map((resource) => byArn("topic", resource, ofTopic)),
  ];
}

function byArn(kind: string, resource: Resource, actions: readonly string[]): Evidence {
  return {
    ...evidence(kind, resource, []),
    attacks: actions.map((action) => ({ action, arn: () => textOf(resource, "arn") })),
  };
}

function alarmsOf(stack: Stack) {
  const groups = trailGroups(stack);
  const filters = LogMetricFilter.allIn(stack).filter(({ resource, logGroupName }) => {
    const reference = referenceOf(stack, resource, logGroupName, LogGroup.types);
    return reference.kind === "resource" && groups.includes(reference.resource);
  });
  const reading = filters.flatMap((filter) => alarmsReading(stack, filter));
  return [...new Set(reading.filter(({ link }) => link.truth === "yes").map(({ alarm }) => alarm))];
}
