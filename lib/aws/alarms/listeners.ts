import { pushTo } from "../../core/grouping";
import { type PropertyMap, unknownValue } from "../../core/properties";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { eventFields } from "../../patterns/event-pattern/event";
import { matchesEventPattern } from "../../patterns/event-pattern/match";
import { parseEventPattern } from "../../patterns/event-pattern/parse";
import { ChatChannel } from "../chatbot/channel";
import { LambdaAlias, LambdaFunction } from "../lambda/function";
import { referenceOf, referencesOf, referrersTo, referring } from "../references";
import { Topic, type TopicView } from "../sns/topic";
import { TopicSubscription, type TopicSubscriptionView } from "../sns/topic-subscription";
import { Queue } from "../sqs/queue";
import { invokeLink } from "./invocation";
import { type Hop, type Link, type Route, behind, broken, holding, unproven } from "./link";
import { queueLink } from "./queues";

/** The body of what is published, with `unknownValue` for what differs from time to time. */
export type Message = PropertyMap | typeof unknownValue;

/** What an alarm publishes when it goes to ALARM. Source: CloudWatch user guide and SNS, alarm notifications. */
export function alarmMessage(alarmName: string | typeof unknownValue): Message {
  return {
    AlarmName: alarmName,
    AlarmDescription: unknownValue,
    AWSAccountId: unknownValue,
    AlarmConfigurationUpdatedTimestamp: unknownValue,
    NewStateValue: "ALARM",
    NewStateReason: unknownValue,
    StateChangeTime: unknownValue,
    Region: unknownValue,
    AlarmArn: unknownValue,
    OldStateValue: unknownValue,
    OKActions: unknownValue,
    AlarmActions: unknownValue,
    InsufficientDataActions: unknownValue,
    Trigger: unknownValue,
  };
}

const subscriptionsOfTopics = referring(TopicSubscription.types, "topic", Topic.types);

/** The ways from a topic to those who listen to it; a single broken one where nobody does. */
export function listeners(stack: Stack, topic: TopicView, message: Message): readonly Route[] {
  const { certain, possible } = referrersTo(stack, topic.resource, subscriptionsOfTopics);
  const routes = [
    ...certain.flatMap((each) => subscriptionRoutes(stack, topic, TopicSubscription.view(each), message)),
    ...channelsOf(stack, topic),
    ...[...possible, ...openChannels(stack)].map((each): Route => ({ links: [possibleLink(topic, each)] })),
  ];
  return routes.length > 0 ? routes : [{ links: [unheard(topic)] }];
}

/** Whether anything at all is subscribed to a topic, whatever becomes of its messages. */
export function subscribedLink(stack: Stack, topic: TopicView): Link {
  const { certain, possible } = referrersTo(stack, topic.resource, subscriptionsOfTopics);
  const [listener] = [...certain, ...(channelIndex(stack).byTopic.get(topic.urn) ?? [])];
  const hop = { from: topic.urn, to: listener?.urn ?? "", place: topic.place };
  if (listener) return holding(hop, `\`${listener.name}\` listens to topic \`${topic.name}\``);
  const [candidate] = [...possible, ...openChannels(stack)];
  if (!candidate) return unheard(topic);
  return possibleLink(topic, candidate);
}

function unheard(topic: TopicView): Link {
  const hop = { from: topic.urn, to: "", place: topic.place };
  const fix = `Subscribe somebody to topic \`${topic.name}\` with an \`aws.sns.TopicSubscription\`.`;
  return broken(hop, `topic \`${topic.name}\` has no subscription, so nobody is told`, fix);
}

function possibleLink(topic: TopicView, subscription: Resource): Link {
  const path = ChatChannel.shows(subscription) ? "snsTopicArns" : "topic";
  const hop = { from: topic.urn, to: subscription.urn, place: { urn: subscription.urn, path } };
  return unproven(hop, `whether \`${subscription.name}\` listens to topic \`${topic.name}\` is not known yet`);
}

/** A chat channel subscribes itself to its topics. */
function channelsOf(stack: Stack, topic: TopicView): readonly Route[] {
  return (channelIndex(stack).byTopic.get(topic.urn) ?? []).map((channel): Route => {
    const hop = { from: topic.urn, to: channel.urn, place: { urn: channel.urn, path: "snsTopicArns" } };
    const assumption = `somebody reads the chat channel of \`${channel.name}\``;
    return { links: [holding(hop, `chat channel \`${channel.name}\` is told`, [assumption])], end: "person" };
  });
}

interface ChannelIndex {
  readonly byTopic: ReadonlyMap<string, readonly Resource[]>;
  /** Channels some of whose topics are not known yet. */
  readonly open: readonly Resource[];
}

const channelIndex = oncePerStack((stack): ChannelIndex => {
  const byTopic = new Map<string, Resource[]>();
  const open: Resource[] = [];
  for (const { resource, snsTopicArns } of ChatChannel.allIn(stack)) {
    for (const reference of referencesOf(stack, resource, snsTopicArns, Topic.types)) {
      if (reference.kind === "unknown") open.push(resource);
      if (reference.kind !== "resource") continue;
      pushTo(byTopic, reference.resource.urn, resource);
    }
  }
  return { byTopic, open };
});

function openChannels(stack: Stack): readonly Resource[] {
  return channelIndex(stack).open;
}

function subscriptionRoutes(
  stack: Stack,
  topic: TopicView,
  subscription: TopicSubscriptionView,
  message: Message,
): readonly Route[] {
  return behind(filterLink(topic, subscription, message), () => [endpointRoute(stack, topic, subscription)]);
}

/**
 * Whether a subscription's filter lets the message through. Notifications of alarms and rules seem to carry no
 * attributes, which AWS does not document: a filter on attributes that then takes nothing is left open.
 */
function filterLink(topic: TopicView, subscription: TopicSubscriptionView, message: Message): Link {
  const { filterPolicy, filterPolicyScope: scope, name } = subscription;
  const hop = { from: topic.urn, to: subscription.urn, place: filterPolicy.place };
  const named = `the filter of subscription \`${name}\``;
  if (filterPolicy.kind === "absent") return holding(hop, `subscription \`${name}\` takes every message`);
  if (filterPolicy.kind === "unknown" || scope.kind === "unknown") return unproven(hop, `${named} is not known yet`);
  const pattern = parseEventPattern(filterPolicy.value);
  if (pattern.kind === "invalid") return unproven(hop, `${named} is not understood`);
  const isBody = scope.value === "MessageBody";
  const fields = eventFields(isBody ? message : {});
  const truth = fields ? matchesEventPattern(pattern, fields).truth : "unknown";
  if (truth === "yes") return holding(hop, `${named} lets the message through`);
  if (truth === "unknown") return unproven(hop, `${named} depends on what is not known`);
  if (!isBody) return unproven(hop, `${named} asks for message attributes, which notifications seem to lack`);
  return broken(hop, `${named} drops the message`, "Leave `filterPolicy` out, or let it take the message.");
}

/** Who is at the end of a subscription, by its protocol. Endpoints are not quoted, since they may hold keys. */
function endpointRoute(stack: Stack, topic: TopicView, subscription: TopicSubscriptionView): Route {
  const { protocol, name } = subscription;
  const hop: Hop = { from: subscription.urn, to: "", place: protocol.place };
  const machine = endpointLink(stack, topic, subscription);
  if (machine) return { links: [machine], end: "program" };
  if (protocol.kind !== "known")
    return { links: [unproven(hop, `the protocol of subscription \`${name}\` is not known`)] };
  switch (protocol.value) {
    case "email":
    case "email-json":
      return person(hop, `subscription \`${name}\` mails somebody`, [
        `somebody confirms the e-mail subscription \`${name}\``,
      ]);
    case "sms":
    case "application":
      return person(hop, `subscription \`${name}\` sends to a phone`, []);
    case "http":
    case "https":
      return webRoute(hop, subscription);
    default:
      return {
        links: [unproven(hop, `subscription \`${name}\` delivers to \`${protocol.value}\`, which is no person`)],
      };
  }
}

function person(hop: Hop, what: string, assumptions: readonly string[]): Route {
  return { links: [holding(hop, what, assumptions)], end: "person" };
}

function webRoute(hop: Hop, { name, endpointAutoConfirms }: TopicSubscriptionView): Route {
  const confirms = endpointAutoConfirms.kind === "known" && endpointAutoConfirms.value;
  const tells = `the endpoint of subscription \`${name}\` tells somebody`;
  return person(hop, `subscription \`${name}\` calls a web address`, confirms ? [tells] : [`${tells} and confirms it`]);
}

/** Whether the function or queue of a subscription takes what the topic sends; `undefined` for any other protocol. */
export function endpointLink(stack: Stack, topic: TopicView, subscription: TopicSubscriptionView): Link | undefined {
  const { protocol, endpoint, resource, urn } = subscription;
  if (protocol.kind !== "known") return undefined;
  switch (protocol.value) {
    case "lambda": {
      const reference = referenceOf(stack, resource, endpoint, [...LambdaFunction.types, ...LambdaAlias.types]);
      const invoker = { kind: "topic", resource: topic.resource, named: `topic \`${topic.name}\`` } as const;
      return invokeLink(stack, invoker, reference, endpoint, urn);
    }
    case "sqs":
      return queueLink(stack, topic, referenceOf(stack, resource, endpoint, Queue.types), urn);
    default:
      return undefined;
  }
}
