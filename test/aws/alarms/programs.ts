import { type Declared, declareType, interpolate } from "../../support/program";

type Args = Readonly<Record<string, unknown>>;

/** What to write over the arguments of a part; `null` takes the argument away. */
export interface Changes {
  readonly trail?: Args;
  readonly group?: Args;
  readonly role?: Args;
  readonly rolePolicy?: Args;
  readonly filter?: Args;
  readonly alarm?: Args;
  readonly topic?: Args;
  readonly subscription?: Args;
  readonly rule?: Args;
  readonly target?: Args;
  readonly topicPolicy?: Args;
}

export const allow = (service: string, action: string | readonly string[], extra: Args = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: action, ...extra }],
});

const writeLogs = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" }],
};

/** A trail of all regions that delivers to a log group, as it should. */
export function trailParts(changes: Changes = {}): readonly Declared[] {
  const group = declareType(
    "aws:cloudwatch/logGroup:LogGroup",
    "trail-logs",
    changed({ name: "trail-logs" }, changes.group),
  );
  const role = declareType(
    "aws:iam/role:Role",
    "to-logs",
    changed({ name: "to-logs", assumeRolePolicy: allow("cloudtrail.amazonaws.com", "sts:AssumeRole") }, changes.role),
  );
  const rolePolicy = declareType(
    "aws:iam/rolePolicy:RolePolicy",
    "to-logs",
    changed({ role: role.output("name"), policy: writeLogs }, changes.rolePolicy),
  );
  const trail = declareType(
    "aws:cloudtrail/trail:Trail",
    "main",
    changed(
      {
        name: "main",
        s3BucketName: "trail-bucket",
        isMultiRegionTrail: true,
        cloudWatchLogsGroupArn: interpolate`${group.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
      },
      changes.trail,
    ),
  );
  return [group, role, rolePolicy, trail];
}

/** A topic that alarms may publish to, and somebody who reads it. */
function topicParts(changes: Changes): readonly [Declared, Declared] {
  const topic = declareType("aws:sns/topic:Topic", "security", changed({ name: "security" }, changes.topic));
  const subscription = declareType(
    "aws:sns/topicSubscription:TopicSubscription",
    "security",
    changed({ topic: topic.arn, protocol: "email", endpoint: "security@example.org" }, changes.subscription),
  );
  return [topic, subscription];
}

/** A metric filter with `pattern` on the trail's log group, an alarm on its metric, a topic and a reader. */
export function watchedBy(pattern: unknown, changes: Changes = {}): readonly Declared[] {
  const trail = trailParts(changes);
  const [group] = trail;
  const [topic, subscription] = topicParts(changes);
  const filter = declareType(
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    "watch",
    changed(
      {
        name: "watch",
        logGroupName: group!.output("name"),
        pattern,
        metricTransformation: { name: "watched", namespace: "Security", value: "1", defaultValue: "0" },
      },
      changes.filter,
    ),
  );
  return [...trail, filter, alarmOn(topic, changes.alarm), topic, subscription, ...topicPolicyParts(topic, changes)];
}

function alarmOn(topic: Declared, changes: Args | undefined): Declared {
  return declareType(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "watch",
    changed(
      {
        name: "watch",
        metricName: "watched",
        namespace: "Security",
        statistic: "Sum",
        period: 300,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        treatMissingData: "notBreaching",
        alarmActions: [topic.arn],
      },
      changes,
    ),
  );
}

function topicPolicyParts(topic: Declared, { topicPolicy }: Changes): readonly Declared[] {
  if (!topicPolicy) return [];
  return [declareType("aws:sns/topicPolicy:TopicPolicy", "security", changed({ arn: topic.arn }, topicPolicy))];
}

/** A rule with `eventPattern` on the default bus, a topic that lets EventBridge publish, and a reader. */
export function ruledBy(eventPattern: unknown, changes: Changes = {}): readonly Declared[] {
  const trail = trailParts(changes);
  const [topic, subscription] = topicParts(changes);
  const rule = declareType(
    "aws:cloudwatch/eventRule:EventRule",
    "watch",
    changed({ name: "watch", eventPattern }, changes.rule),
  );
  const target = declareType(
    "aws:cloudwatch/eventTarget:EventTarget",
    "watch",
    changed({ rule: rule.output("name"), arn: topic.arn }, changes.target),
  );
  const policy = allow("events.amazonaws.com", "sns:Publish", { Resource: "*" });
  const withPolicy = { topicPolicy: { policy }, ...changes };
  return [...trail, rule, target, topic, subscription, ...topicPolicyParts(topic, withPolicy)];
}

/** The arguments with others written over them; nulls take arguments away. */
function changed(args: Args, changes: Args = {}): Args {
  const all = { ...args, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** The program without the resources of these types. */
export function without(program: readonly Declared[], ...types: readonly string[]): readonly Declared[] {
  return program.filter(({ type }) => !types.some((each) => type.endsWith(`:${each}`)));
}
