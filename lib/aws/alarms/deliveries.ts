import { type StackSubject } from "../../core/policy";
import { type Stack } from "../../core/resource";
import { EventRule } from "../events/event-rule";
import { EventTarget } from "../events/event-target";
import { referenceOf } from "../references";
import { Topic } from "../sns/topic";
import { TopicSubscription } from "../sns/topic-subscription";
import { endpointLink } from "./listeners";
import { type Link } from "./link";
import { targetLink } from "./rule";

/**
 * The hops from the stack's rules to their functions, and from its topics to the functions and queues that are
 * subscribed, where both ends are in the stack.
 */
export const deliveries: StackSubject<Link> = {
  scope: "stack",
  types: [...EventTarget.types, ...TopicSubscription.types],
  *select(stack) {
    yield* targetsIn(stack);
    yield* subscriptionsIn(stack);
  },
};

function targetsIn(stack: Stack): readonly Link[] {
  return EventTarget.allIn(stack).flatMap((target) => {
    const rule = referenceOf(stack, target.resource, target.rule, EventRule.types);
    return rule.kind === "resource" ? (targetLink(stack, EventRule.view(rule.resource), target) ?? []) : [];
  });
}

function subscriptionsIn(stack: Stack): readonly Link[] {
  return TopicSubscription.allIn(stack).flatMap((subscription) => {
    const topic = referenceOf(stack, subscription.resource, subscription.topic, Topic.types);
    const link = topic.kind === "resource" ? endpointLink(stack, Topic.view(topic.resource), subscription) : undefined;
    return link === undefined || link.to === "" ? [] : [link];
  });
}
