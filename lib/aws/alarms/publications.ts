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
import { type Publisher, admissionLink, serviceOf } from "./topic";

/** A topic of the stack that alarms, or rules, publish to. */
export interface TopicUse {
  readonly stack: Stack;
  readonly topic: TopicView;
  /** The principal that publishes for them. */
  readonly service: string;
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
  select: (stack) => [...new Map(usesIn(stack).map((use) => [use.topic.urn, use])).values()],
};

interface Publication {
  readonly publisher: Publisher;
  readonly topic: TopicView;
  readonly place: Place;
}

const usesIn = oncePerStack((stack): readonly TopicUse[] => {
  const groups = new Map<string, Publication[]>();
  for (const publication of [...byAlarms(stack), ...byRules(stack)]) {
    const key = `${publication.publisher.kind} ${publication.topic.urn}`;
    groups.set(key, [...(groups.get(key) ?? []), publication]);
  }
  return [...groups.values()].flatMap((group) => useOf(stack, group) ?? []);
});

function useOf(stack: Stack, group: readonly Publication[]): TopicUse | undefined {
  const links = group.map(({ publisher, topic, place }) => admissionLink(stack, publisher, topic, place));
  const [first] = group;
  const link = weakest(links) ?? links[0];
  return first && link ? { stack, topic: first.topic, service: serviceOf(first.publisher), link } : undefined;
}

function byAlarms(stack: Stack): readonly Publication[] {
  return Alarm.allIn(stack).flatMap((alarm) => {
    const named = `${alarm.kind} \`${alarm.name}\``;
    const publisher: Publisher = { kind: "alarm", resource: alarm.resource, named, message: unknownValue };
    return referencesOf(stack, alarm.resource, alarm.alarmActions, Topic.types).flatMap((each) =>
      asPublication(publisher, each),
    );
  });
}

/** A target with a role of its own is another matter. */
function byRules(stack: Stack): readonly Publication[] {
  return EventTarget.allIn(stack).flatMap((target) => {
    const rule = referenceOf(stack, target.resource, target.rule, EventRule.types);
    if (rule.kind !== "resource" || target.roleArn.kind !== "absent") return [];
    const named = `rule \`${rule.resource.name}\``;
    const publisher: Publisher = { kind: "rule", resource: rule.resource, named, message: unknownValue };
    return asPublication(publisher, referenceOf(stack, target.resource, target.targetArn, Topic.types));
  });
}

function asPublication(publisher: Publisher, reference: Reference): readonly Publication[] {
  if (reference.kind !== "resource") return [];
  return [{ publisher, topic: Topic.view(reference.resource), place: reference.place }];
}
