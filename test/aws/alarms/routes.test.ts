import assert from "node:assert/strict";
import { routesOfAlarm } from "../../../lib/aws/alarms/actions";
import { type Route } from "../../../lib/aws/alarms/link";
import { entriesOf, routesOfRule, stateLink } from "../../../lib/aws/alarms/rule";
import { ChatChannel } from "../../../lib/aws/chatbot/channel";
import { AlarmMuteRule } from "../../../lib/aws/cloudwatch/alarm-mute-rule";
import { CompositeAlarm } from "../../../lib/aws/cloudwatch/composite-alarm";
import { MetricAlarm } from "../../../lib/aws/cloudwatch/metric-alarm";
import { EventBus } from "../../../lib/aws/events/event-bus";
import { EventRule } from "../../../lib/aws/events/event-rule";
import { EventTarget } from "../../../lib/aws/events/event-target";
import { Role } from "../../../lib/aws/iam/role";
import { Alias } from "../../../lib/aws/kms/key-reference";
import { Key } from "../../../lib/aws/kms/key";
import { LambdaAlias, LambdaFunction } from "../../../lib/aws/lambda/function";
import { LambdaPermission } from "../../../lib/aws/lambda/permission";
import { Topic } from "../../../lib/aws/sns/topic";
import { TopicSubscription } from "../../../lib/aws/sns/topic-subscription";
import { Queue, QueuePolicy } from "../../../lib/aws/sqs/queue";
import { Settings } from "../../../lib/core/settings";
import { type Truth } from "../../../lib/core/truth";
import {
  type Declared,
  type Shape,
  asStack,
  declare,
  external,
  interpolate,
  jsonStringify,
  unknown,
} from "../../support/program";
import { alarm, lets, mail, rule, target, topic, topicPolicy, topicPolicyNamed, verdictOf, wordsOf } from "./support";

interface Row {
  readonly name: string;
  /** The alarm or the rule is the first. */
  readonly program: readonly [Declared, ...Declared[]];
  readonly verdict: Truth;
  /** Where the first preview of an empty stack does not know yet. */
  readonly preview?: Truth;
  /** What is said of the ways, once deployed. */
  readonly says?: RegExp;
  readonly settings?: Readonly<Record<string, unknown>>;
}

function check(rows: readonly Row[], routesOf: (row: Row, shape: Shape) => readonly Route[]): void {
  for (const row of rows) {
    for (const shape of ["preview", "deployed"] as const) {
      it(`${row.name} (${shape})`, () => {
        const routes = routesOf(row, shape);
        const words = wordsOf(routes).join("\n");
        const wanted = shape === "preview" ? (row.preview ?? row.verdict) : row.verdict;
        assert.equal(verdictOf(routes), wanted, words);
        if (shape === "deployed") assert.match(words, row.says ?? /./);
      });
    }
  }
}

const topicWith = (args: object) => declare(Topic, "alerts", args as never);
const owned = (statement: object) => jsonStringify({ Version: "2012-10-17", Statement: [statement] });
const key = (...statements: readonly object[]) =>
  declare(Key, "alerts", { policy: jsonStringify({ Version: "2012-10-17", Statement: statements }) });
const keyLets = (service: string, actions: readonly string[] = ["kms:Decrypt", "kms:GenerateDataKey*"]) => ({
  Effect: "Allow",
  Principal: { Service: service },
  Action: actions,
  Resource: "*",
});
const subscription = (args: object) =>
  declare(TopicSubscription, "ops", { topic: topic.arn, protocol: "email", endpoint: "ops@example.com", ...args });
const encrypted = key(keyLets("cloudwatch.amazonaws.com"));
const unlisted = key({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
});
const halfListed = key(keyLets("cloudwatch.amazonaws.com", ["kms:Decrypt"]));
const disabled = declare(Key, "alerts", { isEnabled: false, policy: owned(keyLets("cloudwatch.amazonaws.com")) });
const keyAlias = declare(Alias, "alerts", { targetKeyId: encrypted.output("keyId") });
const queue = declare(Queue, "alerts");
const queuePolicy = (service: string) =>
  declare(QueuePolicy, "alerts", {
    queueUrl: queue.id,
    policy: owned({ Effect: "Allow", Principal: { Service: service }, Action: "sqs:SendMessage", Resource: queue.arn }),
  });
const notify = declare(LambdaFunction, "notify", { role: "arn:aws:iam::123456789012:role/notify" });
const permission = (args: object) =>
  declare(LambdaPermission, "notify", {
    action: "lambda:InvokeFunction",
    function: notify.output("name"),
    principal: "sns.amazonaws.com",
    ...args,
  });
const composite = (alarmRule: unknown, args: object = {}) =>
  declare(CompositeAlarm, "any", {
    alarmName: "any",
    alarmRule: alarmRule as never,
    alarmActions: [topic.arn],
    ...args,
  });
const silent = alarm({ alarmActions: undefined });
const mute = (expression: string, duration: string) =>
  declare(AlarmMuteRule, "nights", {
    muteTargets: { alarmNames: [alarm().output("name")] },
    rule: { schedule: { expression, duration } },
  });

const alarms: readonly Row[] = [
  { name: "the default policy admits alarms", program: [alarm(), topic, mail], verdict: "yes" },
  { name: "no subscription", program: [alarm(), topic], verdict: "no", says: /has no subscription/ },
  { name: "no action", program: [silent, topic, mail], verdict: "no", says: /no action for the state ALARM/ },
  { name: "an empty list of actions", program: [alarm({ alarmActions: [] }), topic, mail], verdict: "no" },
  {
    name: "only an action for OK",
    program: [alarm({ alarmActions: undefined, okActions: [topic.arn] }), topic, mail],
    verdict: "no",
  },
  {
    name: "actions switched off",
    program: [alarm({ actionsEnabled: false }), topic, mail],
    verdict: "no",
    says: /switched off\. Leave `actionsEnabled` out/,
  },
  {
    name: "actions switched by an unknown",
    program: [alarm({ actionsEnabled: unknown() }), topic, mail],
    verdict: "unknown",
  },
  {
    name: "the machine itself is the only action",
    program: [alarm({ alarmActions: ["arn:aws:automate:us-east-1:ec2:stop"] })],
    verdict: "no",
    says: /tells nobody/,
  },
  {
    name: "an OpsItem",
    program: [alarm({ alarmActions: ["arn:aws:ssm:us-east-1:123456789012:opsitem:1"] })],
    verdict: "yes",
  },
  {
    name: "one way of two suffices",
    program: [alarm({ alarmActions: ["arn:aws:automate:us-east-1:ec2:stop", topic.arn] }), topic, mail],
    verdict: "yes",
  },
  {
    name: "an own policy for cloudwatch",
    program: [alarm(), topic, mail, topicPolicy(lets("cloudwatch.amazonaws.com"))],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "an own policy replaces the default one (azul, automated-security-response#43)",
    program: [alarm(), topic, mail, topicPolicy(lets("events.amazonaws.com"))],
    verdict: "no",
    preview: "unknown",
    says: /Let the policy of topic `alerts` allow `sns:Publish` to `cloudwatch.amazonaws.com`/,
  },
  {
    name: "a condition on the alarm's ARN",
    program: [
      alarm(),
      topic,
      mail,
      topicPolicy(
        lets("cloudwatch.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:*:123456789012:alarm:*" } }),
      ),
    ],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "a condition on the organization of the caller (PRX#335)",
    program: [
      alarm(),
      topic,
      mail,
      topicPolicy({
        ...lets("cloudwatch.amazonaws.com", { StringEquals: { "aws:PrincipalOrgID": "o-example" } }),
        Principal: "*",
      }),
    ],
    verdict: "no",
    preview: "unknown",
  },
  {
    name: "a deny of plain text only",
    program: [
      alarm(),
      topic,
      mail,
      topicPolicy(lets("cloudwatch.amazonaws.com"), {
        ...lets("", { Bool: { "aws:SecureTransport": "false" } }),
        Effect: "Deny",
        Principal: "*",
      }),
    ],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "two policies that differ: the last one counts",
    program: [
      alarm(),
      topic,
      mail,
      topicPolicy(lets("cloudwatch.amazonaws.com")),
      topicPolicyNamed("second", lets("events.amazonaws.com")),
    ],
    verdict: "unknown",
    says: /several policies/,
  },
  {
    name: "alias/aws/sns (re:Post)",
    program: [alarm(), topicWith({ kmsMasterKeyId: "alias/aws/sns" }), mail],
    verdict: "no",
    says: /`alias\/aws\/sns`, which `cloudwatch.amazonaws.com` may not use/,
  },
  {
    name: "a key that admits alarms",
    program: [alarm(), topicWith({ kmsMasterKeyId: encrypted.arn }), mail, encrypted],
    verdict: "yes",
  },
  {
    name: "through an alias",
    program: [alarm(), topicWith({ kmsMasterKeyId: keyAlias.output("name") }), mail, encrypted, keyAlias],
    verdict: "yes",
  },
  {
    name: "a key that leaves everything to IAM (carim.ar)",
    program: [alarm(), topicWith({ kmsMasterKeyId: unlisted.arn }), mail, unlisted],
    verdict: "no",
    says: /Let the policy of key `alerts` allow `kms:Decrypt` and `kms:GenerateDataKey\*` to `cloudwatch/,
  },
  {
    name: "a key that admits half of it",
    program: [alarm(), topicWith({ kmsMasterKeyId: halfListed.arn }), mail, halfListed],
    verdict: "no",
  },
  {
    name: "a key with its default policy",
    program: [alarm(), topicWith({ kmsMasterKeyId: declare(Key, "alerts").arn }), mail, declare(Key, "alerts")],
    verdict: "no",
  },
  {
    name: "a disabled key",
    program: [alarm(), topicWith({ kmsMasterKeyId: disabled.arn }), mail, disabled],
    verdict: "no",
    says: /disabled\. Enable the key/,
  },
  {
    name: "a key outside the stack",
    program: [alarm(), topicWith({ kmsMasterKeyId: external("arn:aws:kms:us-east-1:123456789012:key/a") }), mail],
    verdict: "unknown",
  },
  { name: "a FIFO topic", program: [alarm(), topicWith({ fifoTopic: true }), mail], verdict: "unknown" },
  {
    name: "a topic of another region",
    program: [alarm(), topicWith({ region: "eu-west-1" }), mail],
    verdict: "unknown",
    says: /another region/,
  },
  {
    name: "a topic outside the stack",
    program: [alarm({ alarmActions: ["arn:aws:sns:us-east-1:123456789012:security"] })],
    verdict: "unknown",
  },
  {
    name: "a topic outside the stack that settings name",
    program: [alarm({ alarmActions: ["arn:aws:sns:us-east-1:123456789012:security"] })],
    settings: { externalAlarmTopics: ["arn:aws:sns:*:123456789012:sec*"] },
    verdict: "yes",
  },
  {
    name: "a filter that takes the state",
    program: [
      alarm(),
      topic,
      subscription({ filterPolicy: '{"NewStateValue":["ALARM"]}', filterPolicyScope: "MessageBody" }),
    ],
    verdict: "yes",
  },
  {
    name: "a filter that drops the state",
    program: [
      alarm(),
      topic,
      subscription({ filterPolicy: '{"NewStateValue":["OK"]}', filterPolicyScope: "MessageBody" }),
    ],
    verdict: "no",
    says: /drops the message/,
  },
  {
    name: "a filter on what differs from time to time",
    program: [
      alarm(),
      topic,
      subscription({ filterPolicy: '{"OldStateValue":["OK"]}', filterPolicyScope: "MessageBody" }),
    ],
    verdict: "unknown",
  },
  {
    name: "a filter on attributes",
    program: [alarm(), topic, subscription({ filterPolicy: '{"severity":["high"]}' })],
    verdict: "unknown",
  },
  {
    name: "a filter that asks for no attribute",
    program: [alarm(), topic, subscription({ filterPolicy: '{"severity":[{"exists":false}]}' })],
    verdict: "yes",
  },
  {
    name: "text messages",
    program: [alarm(), topic, subscription({ protocol: "sms", endpoint: "+15550100" })],
    verdict: "yes",
  },
  {
    name: "a pager",
    program: [
      alarm(),
      topic,
      subscription({ protocol: "https", endpoint: "https://pager.example.com/x", endpointAutoConfirms: true }),
    ],
    verdict: "yes",
  },
  {
    name: "an archive is no person",
    program: [
      alarm(),
      topic,
      subscription({ protocol: "firehose", endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/a" }),
    ],
    verdict: "unknown",
  },
  {
    name: "a queue that takes from the topic",
    program: [
      alarm(),
      topic,
      subscription({ protocol: "sqs", endpoint: queue.arn }),
      queue,
      queuePolicy("sns.amazonaws.com"),
    ],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "a queue that takes from others",
    program: [
      alarm(),
      topic,
      subscription({ protocol: "sqs", endpoint: queue.arn }),
      queue,
      queuePolicy("events.amazonaws.com"),
    ],
    verdict: "no",
    preview: "unknown",
    says: /allow `sqs:SendMessage` to `sns.amazonaws.com`/,
  },
  {
    name: "a queue without a policy",
    program: [alarm(), topic, subscription({ protocol: "sqs", endpoint: queue.arn }), queue],
    verdict: "no",
  },
  {
    name: "a function with a permission",
    program: [
      alarm(),
      topic,
      subscription({ protocol: "lambda", endpoint: notify.arn }),
      notify,
      permission({ sourceArn: topic.arn }),
    ],
    verdict: "yes",
  },
  {
    name: "a function without one",
    program: [alarm(), topic, subscription({ protocol: "lambda", endpoint: notify.arn }), notify],
    verdict: "no",
    says: /no permission that lets `sns.amazonaws.com` invoke it/,
  },
  {
    name: "a chat channel",
    program: [
      alarm(),
      topic,
      declare(ChatChannel, "security", { snsTopicArns: [topic.arn], slackChannelId: "C1", slackTeamId: "T1" }),
    ],
    verdict: "yes",
  },
  {
    name: "a function as the alarm's own action",
    program: [
      alarm({ alarmActions: [notify.arn] }),
      notify,
      permission({ principal: "lambda.alarms.cloudwatch.amazonaws.com", sourceArn: alarm().arn }),
    ],
    verdict: "yes",
  },
  {
    name: "a composite alarm",
    program: [silent, topic, mail, composite('ALARM(tamper-1) OR ALARM("tamper")')],
    verdict: "no",
  },
  {
    name: "a composite alarm by its name",
    program: [silent, topic, mail, composite(interpolate`ALARM("${alarm().output("name")}")`)],
    verdict: "yes",
  },
  {
    name: "a composite of either",
    program: [silent, topic, mail, composite(interpolate`ALARM(other) OR (ALARM(${alarm().output("name")}))`)],
    verdict: "yes",
  },
  {
    name: "a composite of both",
    program: [silent, topic, mail, composite(interpolate`ALARM(other) AND ALARM(${alarm().output("name")})`)],
    verdict: "unknown",
  },
  {
    name: "a composite that another alarm suppresses",
    program: [
      silent,
      topic,
      mail,
      composite(interpolate`ALARM(${alarm().output("name")})`, {
        actionsSuppressor: { alarm: "deploying", extensionPeriod: 60, waitPeriod: 60 },
      }),
    ],
    verdict: "unknown",
  },
  {
    name: "a composite without actions",
    program: [
      silent,
      topic,
      mail,
      composite(interpolate`ALARM(${alarm().output("name")})`, { alarmActions: undefined }),
    ],
    verdict: "no",
  },
  {
    name: "muted all day",
    program: [alarm(), topic, mail, mute("cron(0 0 * * *)", "P1D")],
    verdict: "no",
    says: /muted at all times/,
  },
  {
    name: "muted every hour for an hour",
    program: [alarm(), topic, mail, mute("cron(0 * * * *)", "PT60M")],
    verdict: "no",
  },
  { name: "muted at night", program: [alarm(), topic, mail, mute("cron(0 2 * * *)", "PT4H")], verdict: "yes" },
  { name: "muted once", program: [alarm(), topic, mail, mute("at(2026-12-24T00:00)", "P3D")], verdict: "yes" },
];

describe("the ways from an alarm to whoever hears of it", () => {
  check(alarms, (row, shape) => {
    const stack = asStack(row.program, shape);
    const [subject] = MetricAlarm.allIn(stack);
    assert.ok(subject);
    return routesOfAlarm(stack, Settings.parse(row.settings ?? {}), subject);
  });
});

const admitted = topicPolicy(lets("events.amazonaws.com"));
const toTopic = target(rule(), { arn: topic.arn });
const toFunction = target(rule(), { arn: notify.arn });
const live = declare(LambdaAlias, "live", { functionName: notify.output("name"), functionVersion: "1", name: "live" });
const ruleInvokes = (args: object) => permission({ principal: "events.amazonaws.com", ...args });

const rules: readonly Row[] = [
  { name: "no target", program: [rule()], verdict: "no", says: /has no target/ },
  {
    name: "the default policy of a topic does not admit rules (azul#5612)",
    program: [rule(), toTopic, topic, mail],
    verdict: "no",
    says: /default policy, which does not admit `events.amazonaws.com`/,
  },
  {
    name: "a topic that admits rules",
    program: [rule(), toTopic, topic, mail, admitted],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "a topic that admits alarms only (security-hub#20)",
    program: [rule(), toTopic, topic, mail, topicPolicy(lets("cloudwatch.amazonaws.com"))],
    verdict: "no",
    preview: "unknown",
  },
  {
    name: "a condition on the rule's ARN is disputed",
    program: [
      rule(),
      toTopic,
      topic,
      mail,
      topicPolicy(lets("events.amazonaws.com", { ArnEquals: { "aws:SourceArn": rule().arn } })),
    ],
    verdict: "unknown",
  },
  {
    name: "a key that admits alarms only (secure-environment-accelerator#1132)",
    program: [rule(), toTopic, topicWith({ kmsMasterKeyId: encrypted.arn }), mail, admitted, encrypted],
    verdict: "no",
    says: /`events.amazonaws.com`/,
  },
  {
    name: "a function with a permission",
    program: [rule(), toFunction, notify, ruleInvokes({ sourceArn: rule().arn })],
    verdict: "yes",
  },
  { name: "a permission without a source", program: [rule(), toFunction, notify, ruleInvokes({})], verdict: "yes" },
  {
    name: "a function without a permission",
    program: [rule(), toFunction, notify],
    verdict: "no",
    says: /Declare an `aws.lambda.Permission`/,
  },
  {
    name: "a permission for another service",
    program: [rule(), toFunction, notify, permission({})],
    verdict: "no",
    says: /another principal/,
  },
  {
    name: "a permission for another rule",
    program: [
      rule(),
      toFunction,
      notify,
      ruleInvokes({ sourceArn: declare(EventRule, "other", { eventPattern: "{}" }).arn }),
      declare(EventRule, "other", { eventPattern: "{}" }),
    ],
    verdict: "no",
    says: /`sourceArn` of permission `notify`/,
  },
  {
    name: "a permission with a source account",
    program: [rule(), toFunction, notify, ruleInvokes({ sourceArn: rule().arn, sourceAccount: "123456789012" })],
    verdict: "unknown",
  },
  {
    name: "an alias with a permission of its own",
    program: [rule(), target(rule(), { arn: live.arn }), live, notify, ruleInvokes({ qualifier: "live" })],
    verdict: "yes",
  },
  {
    name: "an alias with a permission for the bare function",
    program: [rule(), target(rule(), { arn: live.arn }), live, notify, ruleInvokes({})],
    verdict: "no",
    says: /another `qualifier`/,
  },
  {
    name: "a function that never runs",
    program: [
      rule(),
      toFunction,
      declare(LambdaFunction, "notify", { reservedConcurrentExecutions: 0 }),
      ruleInvokes({}),
    ],
    verdict: "no",
    says: /never runs/,
  },
  {
    name: "a function outside the stack",
    program: [rule(), target(rule(), { arn: "arn:aws:lambda:us-east-1:123456789012:function:other" })],
    verdict: "unknown",
  },
  {
    name: "a queue is no person",
    program: [rule(), target(rule(), { arn: queue.arn }), queue],
    verdict: "unknown",
  },
  {
    name: "a target for another bus",
    program: [rule(), target(rule(), { arn: topic.arn, eventBusName: "custom" }), topic, mail, admitted],
    verdict: "no",
    says: /is for bus `custom`/,
  },
  {
    name: "a target with a role is left open",
    program: [
      rule(),
      target(rule(), { arn: topic.arn, roleArn: "arn:aws:iam::123456789012:role/r" }),
      topic,
      mail,
      admitted,
    ],
    verdict: "unknown",
  },
  {
    name: "a subscription that filters the body of events",
    program: [
      rule(),
      toTopic,
      topic,
      subscription({ filterPolicy: '{"version":["1"]}', filterPolicyScope: "MessageBody" }),
      admitted,
    ],
    verdict: "no",
    says: /drops the message/,
  },
];

describe("the ways from a rule to whoever hears of it", () => {
  check(rules, (row, shape) => {
    const stack = asStack(row.program, shape);
    const [subject] = EventRule.allIn(stack).filter(({ name }) => name === "tamper");
    assert.ok(subject);
    return routesOfRule(stack, Settings.parse(row.settings ?? {}), subject);
  });
});

const custom = declare(EventBus, "custom");
const onCustom = rule({ eventBusName: custom.output("name") });
const forwarder = declare(EventRule, "forward", { eventPattern: '{"source":[{"prefix":"aws."}]}' });
const forwarding = (args: object) =>
  declare(EventTarget, "forward", { rule: forwarder.output("name"), arn: custom.arn, ...args });
const role = (service: string, action: string) =>
  declare(Role, "forward", {
    assumeRolePolicy: owned({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }),
    inlinePolicies: [{ name: "put", policy: owned({ Effect: "Allow", Action: action, Resource: custom.arn }) }],
  });
const able = role("events.amazonaws.com", "events:PutEvents");
const distrusted = role("lambda.amazonaws.com", "events:PutEvents");
const incapable = role("events.amazonaws.com", "events:PutRule");

const entries: readonly Row[] = [
  { name: "the default bus", program: [rule()], verdict: "yes" },
  {
    name: "the default bus by its ARN",
    program: [rule({ eventBusName: "arn:aws:events:us-east-1:123456789012:event-bus/default" })],
    verdict: "yes",
  },
  { name: "a bus that nothing forwards to", program: [onCustom, custom], verdict: "no", says: /never arrive/ },
  { name: "a bus outside the stack", program: [rule({ eventBusName: "partner" })], verdict: "unknown" },
  {
    name: "a bus that a rule forwards to",
    program: [onCustom, custom, forwarder, forwarding({ roleArn: able.arn }), able],
    verdict: "yes",
    preview: "unknown",
  },
  {
    name: "a role that EventBridge cannot assume",
    program: [onCustom, custom, forwarder, forwarding({ roleArn: distrusted.arn }), distrusted],
    verdict: "no",
  },
  {
    name: "a role that cannot put events",
    program: [onCustom, custom, forwarder, forwarding({ roleArn: incapable.arn }), incapable],
    verdict: "no",
    preview: "unknown",
  },
  { name: "forwarding without a role", program: [onCustom, custom, forwarder, forwarding({})], verdict: "unknown" },
];

describe("how CloudTrail's events come to a rule", () => {
  check(entries, (row, shape) => {
    const stack = asStack(row.program, shape);
    const [subject] = EventRule.allIn(stack).filter(({ name }) => name === "tamper");
    assert.ok(subject);
    return entriesOf(stack, subject);
  });
});

const states: readonly (Row & { readonly readOnly?: true })[] = [
  { name: "enabled", program: [rule()], verdict: "yes" },
  { name: "disabled", program: [rule({ state: "DISABLED" })], verdict: "no", says: /Set `state` to `ENABLED`/ },
  { name: "disabled the old way", program: [rule({ isEnabled: false })], verdict: "no" },
  {
    name: "a schedule",
    program: [rule({ eventPattern: undefined, scheduleExpression: "rate(1 hour)" })],
    verdict: "no",
  },
  { name: "an unknown state", program: [rule({ state: unknown() })], verdict: "unknown" },
  { name: "read-only calls, enabled", program: [rule()], readOnly: true, verdict: "no", says: /ENABLED_WITH_ALL/ },
  {
    name: "read-only calls, the longer state",
    program: [rule({ state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" })],
    readOnly: true,
    verdict: "yes",
  },
];

describe("the state of a rule", () => {
  check(states, (row, shape) => {
    const [subject] = EventRule.allIn(asStack(row.program, shape));
    assert.ok(subject);
    const isReadOnly = "readOnly" in row;
    return [
      { links: [stateLink(subject, isReadOnly ? { enabled: "no", withAllManagementEvents: "yes" } : undefined)] },
    ];
  });
});
