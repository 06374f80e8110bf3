import { groupedBy } from "../../core/grouping";
import { type Claim, claim } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Stack, oncePerStack } from "../../core/resource";
import { unknownValue } from "../../core/properties";
import { Alarm } from "../cloudwatch/alarm";
import { EventRule } from "../events/event-rule";
import { EventTarget } from "../events/event-target";
import { type Reference, referenceOf, referencesOf } from "../references";
import { Topic, type TopicView } from "../sns/topic";
import { type Link, weakest } from "./link";
import { sinkTypes } from "./sinks";
import { type Publisher, admissionLink, serviceOf } from "./topic";

/** A topic of the stack that alarms, or rules, publish to. */
export interface TopicUse {
  readonly stack: Stack;
  readonly topic: TopicView;
  /** The principal that publishes for them. */
  readonly service: string;
  /** `unknown` while it is not known which topic something publishes to: it may be this one. */
  readonly isUsed: Claim;
  /** Whether they may, as far as the topic itself says: the hop of the first that may not, or of which it is not known. */
  readonly link: Link;
}

/** The stack's topics that alarms or rules publish to, once for either. */
export const topicUses: StackSubject<TopicUse> = {
  scope: "stack",
  types: Topic.types,
  select: (stack) => usesIn(stack),
};

/** The stack's topics that alarms or rules publish to, each once. */
export const alarmTopics: StackSubject<TopicUse> = {
  scope: "stack",
  types: Topic.types,
  select: (stack) => [...new Map(certainLast(usesIn(stack)).map((use) => [use.topic.urn, use])).values()],
};

function certainLast(uses: readonly TopicUse[]): readonly TopicUse[] {
  return [
    ...uses.filter(({ isUsed }) => isUsed.truth !== "yes"),
    ...uses.filter(({ isUsed }) => isUsed.truth === "yes"),
  ];
}

interface Publication {
  readonly publisher: Publisher;
  readonly topic: TopicView;
  readonly place: Place;
  readonly isUsed: Claim;
}

/** Without a topic: to one that is not known yet. */
interface PossiblePublication extends Pick<Publication, "publisher" | "place"> {
  readonly topic?: TopicView;
}

const usesIn = oncePerStack((stack): readonly TopicUse[] => {
  const publications = [...byAlarms(stack), ...byRules(stack)].flatMap((each) => possible(stack, each));
  const groups = groupedBy(publications, ({ publisher, topic }) => `${publisher.kind} ${topic.urn}`);
  return [...groups.values()].flatMap((group) => useOf(stack, group) ?? []);
});

/** What publishes to a topic that is not known yet may do so to any of the stack's. */
function possible(stack: Stack, { topic, ...publication }: PossiblePublication): readonly Publication[] {
  if (topic) return [{ ...publication, topic, isUsed: claim("yes", publication.place) }];
  const isUsed = claim("unknown", publication.place);
  return Topic.allIn(stack).map((each) => ({ ...publication, topic: each, isUsed }));
}

function useOf(stack: Stack, group: readonly Publication[]): TopicUse | undefined {
  const certain = group.filter(({ isUsed }) => isUsed.truth === "yes");
  const counted = certain.length > 0 ? certain : group;
  const links = counted.map(({ publisher, topic, place }) => admissionLink(stack, publisher, topic, place));
  const [first] = counted;
  const link = weakest(links) ?? links[0];
  if (!first || !link) return undefined;
  return { stack, topic: first.topic, service: serviceOf(first.publisher), isUsed: first.isUsed, link };
}

function byAlarms(stack: Stack): readonly PossiblePublication[] {
  return Alarm.allIn(stack).flatMap((alarm) => {
    const named = `${alarm.kind} \`${alarm.name}\``;
    const publisher: Publisher = { kind: "alarm", resource: alarm.resource, named, message: unknownValue };
    return referencesOf(stack, alarm.resource, alarm.alarmActions, sinkTypes).flatMap((each) =>
      asPublication(publisher, each),
    );
  });
}

/** A target with a role of its own is another matter. */
function byRules(stack: Stack): readonly PossiblePublication[] {
  return EventTarget.allIn(stack).flatMap((target) => {
    const rule = referenceOf(stack, target.resource, target.rule, EventRule.types);
    if (rule.kind === "absent" || rule.kind === "external" || target.roleArn.kind !== "absent") return [];
    const resource = rule.kind === "resource" ? rule.resource : target.resource;
    const named = rule.kind === "resource" ? `rule \`${resource.name}\`` : `target \`${resource.name}\``;
    const publisher: Publisher = { kind: "rule", resource, named, message: unknownValue };
    return asPublication(publisher, referenceOf(stack, target.resource, target.targetArn, sinkTypes));
  });
}

function asPublication(publisher: Publisher, reference: Reference): readonly PossiblePublication[] {
  const { place } = reference;
  switch (reference.kind) {
    case "resource":
      return Topic.shows(reference.resource) ? [{ publisher, topic: Topic.view(reference.resource), place }] : [];
    case "unknown":
      return [{ publisher, place }];
    case "external":
    case "absent":
      return [];
  }
}
