import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { bundleResponder } from "./bundle";
import { declaredTrail } from "./declaration";
import { tamperingCalls } from "./envelope";
import { responderPolicy } from "./permissions";
import { environmentNames } from "./settings";

export interface TrailResponderArgs {
  /** The trail to keep as it is declared. The responder must be deployed in the trail's account and home region. */
  readonly trail: aws.cloudtrail.Trail;
  /** The topic the security team listens to, in the same account. */
  readonly topicArn: pulumi.Input<string>;
  /** The customer managed key the topic is encrypted with, if any. */
  readonly topicKeyArn?: pulumi.Input<string>;
  /** The key for the function's log group; its policy must let CloudWatch Logs use it. Without it AWS's own key is used. */
  readonly logGroupKeyArn?: pulumi.Input<string>;
  /** How long the function's log is kept; 365 days if absent. */
  readonly logRetentionInDays?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The course's `RevertCloudTrailOff`: a function that puts a trail back to its declared state when somebody switches it
 * off, deletes it or narrows it, and tells the security team.
 */
export class TrailResponder extends pulumi.ComponentResource {
  readonly function: aws.lambda.Function;
  readonly role: aws.iam.Role;
  readonly rule: aws.cloudwatch.EventRule;
  readonly logGroup: aws.cloudwatch.LogGroup;
  /** Holds every event that could not be answered. */
  readonly deadLetterQueue: aws.sqs.Queue;

  constructor(name: string, args: TrailResponderArgs, options?: pulumi.ComponentResourceOptions) {
    super("trailguard:examples:TrailResponder", name, {}, options);
    const context: Context = { name, args, parent: { parent: this }, tagged: args.tags ? { tags: args.tags } : {} };
    this.deadLetterQueue = createDeadLetterQueue(context);
    this.logGroup = createLogGroup(context);
    this.role = createRole(context);
    const policy = attachPermissions(context, this.role, this.deadLetterQueue, this.logGroup);
    this.function = createFunction(context, this.role, this.logGroup, policy);
    this.rule = createRule(context);
    createTarget(context, this.rule, this.function, this.deadLetterQueue);
    createAttempts(context, this.function, this.deadLetterQueue, policy);
    createFailureAlarm(context, this.deadLetterQueue);
    this.registerOutputs({ functionArn: this.function.arn, deadLetterQueueUrl: this.deadLetterQueue.url });
  }
}

interface Context {
  readonly name: string;
  readonly args: TrailResponderArgs;
  readonly parent: { readonly parent: pulumi.Resource };
  readonly tagged: { readonly tags?: Readonly<Record<string, string>> };
}

const secondsPerDay = 86_400;
const secondsPerHour = 3_600;

function createDeadLetterQueue({ name, parent, tagged }: Context): aws.sqs.Queue {
  const retention = { messageRetentionSeconds: 14 * secondsPerDay };
  return new aws.sqs.Queue(`${name}-failures`, { ...retention, sqsManagedSseEnabled: true, ...tagged }, parent);
}

function createLogGroup({ name, args, parent, tagged }: Context): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-log`,
    {
      namePrefix: `/aws/lambda/${name}-`,
      retentionInDays: args.logRetentionInDays ?? 365,
      deletionProtectionEnabled: true,
      ...(args.logGroupKeyArn === undefined ? {} : { kmsKeyId: args.logGroupKeyArn }),
      ...tagged,
    },
    parent,
  );
}

function createRole({ name, parent, tagged }: Context): aws.iam.Role {
  const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
  const description = "Lets the trail responder restore its trail and tell the security team";
  return new aws.iam.Role(`${name}-role`, { assumeRolePolicy, description, ...tagged }, parent);
}

function attachPermissions(
  { name, args, parent, tagged }: Context,
  role: aws.iam.Role,
  queue: aws.sqs.Queue,
  logGroup: aws.cloudwatch.LogGroup,
): aws.iam.RolePolicyAttachment {
  const { trail } = args;
  const policy = pulumi
    .output({
      trailArn: trail.arn,
      isOrganizationTrail: trail.isOrganizationTrail.apply((value) => value ?? false),
      logDeliveryRoleArn: trail.cloudWatchLogsRoleArn.apply((arn) => arn ?? ""),
      topicArn: args.topicArn,
      topicKeyArn: args.topicKeyArn ?? "",
      deadLetterQueueArn: queue.arn,
      logGroupArn: logGroup.arn,
    })
    .apply((reach) => JSON.stringify(responderPolicy(reach)));
  const managed = new aws.iam.Policy(`${name}-policy`, { policy, ...tagged }, parent);
  return new aws.iam.RolePolicyAttachment(`${name}-policy`, { role: role.name, policyArn: managed.arn }, parent);
}

function createFunction(
  { name, args, parent, tagged }: Context,
  role: aws.iam.Role,
  logGroup: aws.cloudwatch.LogGroup,
  policy: aws.iam.RolePolicyAttachment,
): aws.lambda.Function {
  const variables = {
    [environmentNames.trail]: declaredTrail(args.trail).apply((declared) => JSON.stringify(declared)),
    [environmentNames.role]: role.arn,
    [environmentNames.topic]: args.topicArn,
  };
  return new aws.lambda.Function(
    name,
    {
      description: "Restores the CloudTrail trail when somebody switches it off, deletes it or narrows it",
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.FileAsset(bundleResponder()) }),
      role: role.arn,
      timeout: 60,
      memorySize: 256,
      environment: { variables },
      loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
      ...tagged,
    },
    { ...parent, dependsOn: [policy] },
  );
}

function createRule({ name, parent, tagged }: Context): aws.cloudwatch.EventRule {
  const eventPattern = JSON.stringify({
    source: ["aws.cloudtrail"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: tamperingCalls },
  });
  const description = "Calls that switch a CloudTrail trail off, delete it or narrow it";
  return new aws.cloudwatch.EventRule(`${name}-rule`, { description, eventPattern, ...tagged }, parent);
}

/** How long EventBridge and Lambda each go on trying. */
const maximumEventAgeInSeconds = 6 * secondsPerHour;

/** From the rule to the function; what cannot be delivered goes to the queue. */
function createTarget(
  { name, parent }: Context,
  rule: aws.cloudwatch.EventRule,
  lambda: aws.lambda.Function,
  queue: aws.sqs.Queue,
): void {
  const { arn: sourceArn } = rule;
  const permission = new aws.lambda.Permission(
    `${name}-permission`,
    { action: "lambda:InvokeFunction", principal: "events.amazonaws.com", function: lambda.name, sourceArn },
    parent,
  );
  const queuePolicy = createQueuePolicy(`${name}-failures`, queue, rule, parent);
  new aws.cloudwatch.EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      arn: lambda.arn,
      retryPolicy: { maximumEventAgeInSeconds, maximumRetryAttempts: 185 },
      deadLetterConfig: { arn: queue.arn },
    },
    { ...parent, dependsOn: [permission, queuePolicy] },
  );
}

/** What the function cannot do is tried again, and then goes to the queue. */
function createAttempts(
  { name, parent }: Context,
  lambda: aws.lambda.Function,
  queue: aws.sqs.Queue,
  policy: aws.iam.RolePolicyAttachment,
): void {
  new aws.lambda.FunctionEventInvokeConfig(
    `${name}-attempts`,
    {
      functionName: lambda.name,
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds,
      destinationConfig: { onFailure: { destination: queue.arn } },
    },
    // Lambda refuses a destination to which the role may not send.
    { ...parent, dependsOn: [policy] },
  );
}

function createQueuePolicy(
  name: string,
  queue: aws.sqs.Queue,
  rule: aws.cloudwatch.EventRule,
  parent: Context["parent"],
): aws.sqs.QueuePolicy {
  const policy = pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "KeepUndeliveredEvents",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: queue.arn,
        Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
      },
    ],
  });
  return new aws.sqs.QueuePolicy(name, { queueUrl: queue.url, policy }, parent);
}

/** An event nobody answered is itself an incident. */
function createFailureAlarm({ name, args, parent, tagged }: Context, queue: aws.sqs.Queue): void {
  new aws.cloudwatch.MetricAlarm(
    `${name}-failed`,
    {
      alarmDescription: "The trail responder could not answer an event: look into its log and its dead-letter queue",
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: queue.name },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [args.topicArn],
      ...tagged,
    },
    parent,
  );
}
