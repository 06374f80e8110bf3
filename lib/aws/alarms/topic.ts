import { type AccessRequest } from "../../access/evaluate";
import { alarmPublishes, rulePublishes } from "../../access/service-requests";
import { globMatches } from "../../core/wildcard";
import { type Place } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { arnOf } from "../delivery/arns";
import { givenByProgram } from "../given";
import { keyReference } from "../kms/key-reference";
import { sameRegion } from "../location";
import { type DocumentRead } from "../policy-document";
import { type Reference, referrersTo, referring } from "../references";
import { Topic, type TopicView } from "../sns/topic";
import { TopicPolicy } from "../sns/topic-policy";
import { type Grant, accountOfArn, granted, mayUseKey, open, policyAllows, refused, strictest } from "./grants";
import { type Hop, type Link, type Route, behind, broken, holding, unproven } from "./link";
import { type Message, listeners } from "./listeners";

/** A resource that publishes to topics, with the service that does it for it. */
export interface Publisher {
  readonly kind: "alarm" | "rule";
  readonly resource: Resource;
  /** What messages call it: "alarm `tamper`". */
  readonly named: string;
  /** What it publishes, for filters on the message. */
  readonly message: Message;
}

const services: Readonly<Record<Publisher["kind"], string>> = {
  alarm: "cloudwatch.amazonaws.com",
  rule: "events.amazonaws.com",
};

/**
 * The ways from a publisher to those who listen to what `reference` names. A topic outside the stack is an end only
 * where `externalAlarmTopics` names it.
 */
export function routesToTopic(
  stack: Stack,
  settings: Settings,
  publisher: Publisher,
  reference: Exclude<Reference, { kind: "absent" }>,
): readonly Route[] {
  const hop = { from: publisher.resource.urn, to: "", place: reference.place };
  switch (reference.kind) {
    case "unknown":
      return [{ links: [unproven(hop, `what ${publisher.named} publishes to is not known yet`)] }];
    case "external":
      return [externalTopic(settings, hop, reference.text)];
    case "resource": {
      const topic = Topic.view(reference.resource);
      return behind(publishLink(stack, publisher, topic, reference.place), () =>
        listeners(stack, topic, publisher.message),
      );
    }
  }
}

function externalTopic(settings: Settings, hop: Hop, text: string | undefined): Route {
  const named = text === undefined ? "a topic" : `topic \`${text}\``;
  if (text !== undefined && settings.externalAlarmTopics.some((pattern) => globMatches(pattern, text)))
    return { links: [holding(hop, `${named} outside the stack reaches a person, as settings say`)], end: "external" };
  return { links: [unproven(hop, `${named} is outside the stack, and \`externalAlarmTopics\` does not name it`)] };
}

/** Whether a publisher may publish to a topic: the topic's policy, its key, and where it is. */
export function publishLink(stack: Stack, publisher: Publisher, topic: TopicView, place: Place): Link {
  const key = mayUseKey(stack, topic.resource, "topic", topic.kmsMasterKeyId, serviceOf(publisher));
  return linkOf(publisher, topic, place, [mayPublish(stack, publisher, topic), key, atOnePlace(publisher, topic)]);
}

/** As `publishLink`, but for keys of the stack: their policies are a matter of their own. */
export function admissionLink(stack: Stack, publisher: Publisher, topic: TopicView, place: Place): Link {
  if (keyReference(stack, topic.resource, topic.kmsMasterKeyId).kind !== "key")
    return publishLink(stack, publisher, topic, place);
  return linkOf(publisher, topic, place, [mayPublish(stack, publisher, topic), atOnePlace(publisher, topic)]);
}

/** The principal that publishes for alarms or rules. */
export function serviceOf({ kind }: Publisher): string {
  return services[kind];
}

function linkOf(publisher: Publisher, topic: TopicView, place: Place, grants: readonly [Grant, ...Grant[]]): Link {
  const hop = { from: publisher.resource.urn, to: topic.urn, place };
  const grant = strictest(grants);
  switch (grant.truth) {
    case "yes":
      return holding(hop, `${publisher.named} may publish to topic \`${topic.name}\``);
    case "no":
      return broken({ ...hop, place: grant.place }, `topic \`${topic.name}\` ${grant.why}`, grant.fix);
    case "unknown":
      return unproven({ ...hop, place: grant.place }, `topic \`${topic.name}\` ${grant.why}`);
  }
}

/** AWS does not say whether an alarm reaches a topic of another region, nor what publishes to FIFO topics. */
function atOnePlace({ resource, kind }: Publisher, topic: TopicView): Grant {
  const { fifoTopic } = topic;
  const where = { urn: topic.urn, path: "region" };
  if (fifoTopic.kind === "unknown" || fifoTopic.value)
    return open(fifoTopic.place, `may be a FIFO topic, and whether ${kind}s publish to those is not documented`);
  return sameRegion(resource, topic.resource) === "no"
    ? open(where, `is in another region than the ${kind}, and whether it is reached from there is not documented`)
    : granted(where);
}

const policiesOfTopics = referring(TopicPolicy.types, "arn", Topic.types);

/** The policies that a topic may have, at least one; the last that is written at deployment is in force. */
export function policiesOfTopic(stack: Stack, topic: TopicView): readonly DocumentRead[] {
  const { certain, possible } = referrersTo(stack, topic.resource, policiesOfTopics);
  const others = [...certain, ...possible].map((each) => TopicPolicy.view(each).policy);
  if (certain.length > 0) return others;
  return [givenByProgram(topic.resource, topic.policy), ...others];
}

function mayPublish(stack: Stack, publisher: Publisher, topic: TopicView): Grant {
  const grants = policiesOfTopic(stack, topic).map((policy) => underPolicy(stack, publisher, topic, policy));
  const [first, ...others] = grants;
  if (!first) return granted(topic.place);
  if (others.every(({ truth }) => truth === first.truth)) return first;
  return open(first.place, "has several policies of which the last one to be deployed counts");
}

function underPolicy(stack: Stack, publisher: Publisher, topic: TopicView, policy: DocumentRead): Grant {
  const service = services[publisher.kind];
  const fix = `Let the policy of topic \`${topic.name}\` allow \`sns:Publish\` to \`${service}\`.`;
  if (policy.kind === "absent") return underDefaultPolicy(publisher, topic, fix);
  return policyAllows(policy, "a policy", [publishRequest(stack, publisher, topic)], fix);
}

/**
 * A topic without a policy of its own has AWS's default one, which admits the account, and so its alarms, but not
 * EventBridge. Source: re:Post, "sns-not-getting-eventbridge-notification".
 */
function underDefaultPolicy({ kind }: Publisher, topic: TopicView, fix: string): Grant {
  switch (kind) {
    case "alarm":
      return granted(topic.place);
    case "rule":
      return refused(topic.place, "has AWS's default policy, which does not admit `events.amazonaws.com`", fix);
  }
}

function publishRequest(stack: Stack, { kind, resource }: Publisher, topic: TopicView): AccessRequest {
  const arn = arnOf(stack, resource);
  const topicArn = arnOf(stack, topic.resource);
  switch (kind) {
    case "alarm":
      return alarmPublishes({ arn, account: accountOfArn(arn), topic: topicArn });
    case "rule":
      return rulePublishes({ topic: topicArn });
  }
}
