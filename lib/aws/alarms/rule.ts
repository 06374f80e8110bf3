import { type Read, valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { unknownValue } from "../../core/properties";
import { type Truth } from "../../core/truth";
import { parseArn } from "../arn";
import { EventBus, hasPolicy } from "../events/event-bus";
import { EventRule, type EventRuleView, longState } from "../events/event-rule";
import { EventTarget, type EventTargetView } from "../events/event-target";
import { type BusDelivery } from "../facts/detections/delivery";
import { LambdaAlias, LambdaFunction } from "../lambda/function";
import { type Reference, referenceOf, referrersTo, referring } from "../references";
import { Topic } from "../sns/topic";
import { type Grant, type RoleCall, roleAllows, textOf } from "./grants";
import { invokeLink } from "./invocation";
import { type Link, type Route, behind, broken, holding, unproven } from "./link";
import { type Message } from "./listeners";
import { routesToTopic } from "./topic";

/**
 * Whether a rule is switched on, looks at events at all, and gets those of `delivery`: read-only calls need its longer
 * state. Without `delivery` any enabled state will do.
 */
export function stateLink(rule: EventRuleView, delivery?: BusDelivery): Link {
  const { state, eventPatternText } = rule;
  const hop = { from: rule.urn, to: rule.urn, place: state.place };
  const named = `rule \`${rule.name}\``;
  if (eventPatternText.kind === "absent") {
    const fix = "Give the rule an `eventPattern`.";
    return broken({ ...hop, place: eventPatternText.place }, `${named} has a schedule and no event pattern`, fix);
  }
  if (state.kind === "unknown") return unproven(hop, `whether ${named} is enabled is not known`);
  switch (state.value) {
    case "DISABLED":
      return broken(hop, `${named} is disabled`, "Set `state` to `ENABLED`.");
    case "ENABLED":
      return deliveryLink(hop, named, delivery?.enabled ?? "yes");
    case longState:
      return deliveryLink(hop, named, delivery?.withAllManagementEvents ?? "yes");
    default:
      return unproven(hop, `${named} has a state that is not known: \`${state.value}\``);
  }
}

function deliveryLink(hop: Pick<Link, "from" | "to" | "place">, named: string, delivered: Truth): Link {
  switch (delivered) {
    case "yes":
      return holding(hop, `${named} is enabled`);
    case "no":
      return broken(
        hop,
        `${named} is in state \`ENABLED\`, which read-only calls do not reach`,
        `Set \`state\` to \`${longState}\`.`,
      );
    case "unknown":
      return unproven(
        hop,
        `whether read-only calls of this kind reach ${named} in state \`ENABLED\` is not documented`,
      );
  }
}

/** A way by which CloudTrail's events come to a rule. */
export interface Entry {
  /** Rules on the default bus that hand their events on to the rule's own: they must match first. Empty on the default bus. */
  readonly via: readonly EventRuleView[];
  readonly links: readonly Link[];
}

/**
 * How CloudTrail's events, which arrive on the default bus alone, come to a rule. At least one entry; a broken one where
 * the rule is on a bus that no rule of the default bus forwards to, and that has no policy by which other accounts could.
 */
export function entriesOf(stack: Stack, rule: EventRuleView): readonly Entry[] {
  const { eventBusName } = rule;
  const hop = { from: rule.urn, to: rule.urn, place: eventBusName.place };
  const named = `rule \`${rule.name}\``;
  if (valueOf(eventBusName) === "default" || isDefaultBus(valueOf(eventBusName)))
    return [{ via: [], links: [holding(hop, `${named} is on the default bus`)] }];
  const bus = referenceOf(stack, rule.resource, eventBusName, EventBus.types);
  if (bus.kind !== "resource")
    return [{ via: [], links: [unproven(hop, `what arrives on the bus of ${named} is not known`)] }];
  const forwarded = forwardersTo(stack, bus.resource);
  if (forwarded.length > 0) return forwarded;
  const admitted = hasPolicy(stack, { resource: bus.resource, place: eventBusName.place });
  if (admitted.truth !== "no") {
    const what = `whether others put CloudTrail's events on bus \`${bus.resource.name}\` of ${named} is not known`;
    return [{ via: [], links: [unproven({ ...hop, place: admitted.places[0] ?? hop.place }, what)] }];
  }
  const fix = "Leave `eventBusName` out, or forward the events with a rule on the default bus.";
  const what = `${named} is on bus \`${bus.resource.name}\`, where CloudTrail's events never arrive`;
  return [{ via: [], links: [broken(hop, what, fix)] }];
}

function isDefaultBus(text: string | undefined): boolean {
  return text !== undefined && parseArn(text)?.resource === "event-bus/default";
}

const targetsOfBuses = referring(EventTarget.types, "arn", EventBus.types);

function forwardersTo(stack: Stack, bus: Resource): readonly Entry[] {
  const { certain, possible } = referrersTo(stack, bus, targetsOfBuses);
  const entries = certain.flatMap((each) => {
    const target = EventTarget.view(each);
    const rule = referenceOf(stack, target.resource, target.rule, EventRule.types);
    if (rule.kind !== "resource") return [];
    const forwarder = EventRule.view(rule.resource);
    if (valueOf(forwarder.eventBusName) !== "default") return [];
    return [{ via: [forwarder], links: [stateLink(forwarder), forwardLink(stack, target, bus)] }];
  });
  const unknown = possible.map((target): Entry => {
    const hop = { from: target.urn, to: bus.urn, place: { urn: target.urn, path: "arn" } };
    return { via: [], links: [unproven(hop, `where target \`${target.name}\` sends events is not known yet`)] };
  });
  return [...entries, ...unknown];
}

function forwardLink(stack: Stack, target: EventTargetView, bus: Resource): Link {
  const hop = { from: target.urn, to: bus.urn, place: target.targetArn.place };
  const what = `target \`${target.name}\` hands events on to bus \`${bus.name}\``;
  if (target.roleArn.kind === "absent")
    return unproven({ ...hop, place: target.roleArn.place }, `${what} without a role`);
  const wanted: readonly RoleCall[] = [{ action: "events:PutEvents", resource: textOf(bus, "arn") }];
  const grant = roleAllows(stack, target.resource, target.roleArn, events, wanted);
  return grantedLink(hop, grant, what, `target \`${target.name}\``);
}

function grantedLink(hop: Pick<Link, "from" | "to" | "place">, grant: Grant, what: string, named: string): Link {
  switch (grant.truth) {
    case "yes":
      return holding(hop, what);
    case "no":
      return broken({ ...hop, place: grant.place }, `${named} ${grant.why}`, grant.fix);
    case "unknown":
      return unproven({ ...hop, place: grant.place }, `${named} ${grant.why}`);
  }
}

const events = "events.amazonaws.com";
const targetsOfRules = referring(EventTarget.types, "rule", EventRule.types);

/** The targets of a rule, those of which it is not known included. */
export function targetsOf(stack: Stack, rule: EventRuleView): readonly EventTargetView[] {
  const { certain, possible } = referrersTo(stack, rule.resource, targetsOfRules);
  return [...certain, ...possible].map((each) => EventTarget.view(each));
}

/**
 * The ways from a rule that matches to whoever hears of it. At least one; a broken one where the rule has no target.
 * A target that is another bus of the stack is no way by itself: the rules on that bus have their own.
 */
export function routesOfRule(stack: Stack, settings: Settings, rule: EventRuleView): readonly Route[] {
  const { certain, possible } = referrersTo(stack, rule.resource, targetsOfRules);
  const routes = [
    ...certain.flatMap((each) => routesOfTarget(stack, settings, rule, EventTarget.view(each))),
    ...possible.map((each): Route => {
      const hop = { from: rule.urn, to: each.urn, place: { urn: each.urn, path: "rule" } };
      return {
        links: [unproven(hop, `whether target \`${each.name}\` belongs to rule \`${rule.name}\` is not known yet`)],
      };
    }),
  ];
  if (routes.length > 0 || certain.length > 0) return routes;
  const hop = { from: rule.urn, to: "", place: rule.place };
  const fix = "Declare an `aws.cloudwatch.EventTarget` for it that reaches a person.";
  return [{ links: [broken(hop, `rule \`${rule.name}\` has no target, so nobody is told`, fix)] }];
}

/** Whether a target is attached to its rule, and a function behind it takes what it is sent; `undefined` for what is neither. */
export function targetLink(stack: Stack, rule: EventRuleView, target: EventTargetView): Link | undefined {
  const bus = busLink(stack, rule, target);
  if (bus.truth !== "yes") return bus;
  const reference = referenceOf(stack, target.resource, target.targetArn, functionTypes);
  if (reference.kind !== "resource" || target.roleArn.kind !== "absent") return undefined;
  const invoker = { kind: "rule", resource: rule.resource, named: `rule \`${rule.name}\`` } as const;
  return invokeLink(stack, invoker, reference, target.targetArn, rule.urn);
}

const functionTypes = [...LambdaFunction.types, ...LambdaAlias.types];
const targetTypes = [...Topic.types, ...functionTypes, ...EventBus.types];

/** The ways from a rule through one of its targets. */
export function routesOfTarget(
  stack: Stack,
  settings: Settings,
  rule: EventRuleView,
  target: EventTargetView,
): readonly Route[] {
  const bus = busLink(stack, rule, target);
  if (bus.truth !== "yes") return [{ links: [bus] }];
  const reference = referenceOf(stack, target.resource, target.targetArn, targetTypes);
  if (reference.kind === "resource" && EventBus.shows(reference.resource)) return [];
  return reference.kind === "absent" ? [] : destinationRoutes(stack, settings, rule, target, reference);
}

/** A target belongs to the rule of its own bus: one that names another is attached to nothing. */
function busLink(stack: Stack, rule: EventRuleView, target: EventTargetView): Link {
  const [own, wanted] = [target.eventBusName, rule.eventBusName];
  const hop = { from: rule.urn, to: target.urn, place: own.place };
  const named = `target \`${target.name}\``;
  if (own.kind === "known" && wanted.kind === "known" && busName(own.value) !== busName(wanted.value)) {
    const what = `${named} is for bus \`${busName(own.value)}\`, rule \`${rule.name}\` is on \`${busName(wanted.value)}\``;
    return broken(hop, what, `Set \`eventBusName\` of the target to \`${busName(wanted.value)}\`.`);
  }
  const buses = [target, rule].map((each) => referenceOf(stack, each.resource, each.eventBusName, EventBus.types));
  if (buses.some(({ kind }) => kind === "unknown"))
    return unproven(hop, `whether ${named} is for the bus of rule \`${rule.name}\` is not known yet`);
  return holding(hop, `${named} belongs to rule \`${rule.name}\``);
}

function busName(text: string): string {
  return (parseArn(text)?.resource ?? text).replace(/^event-bus\//, "");
}

function destinationRoutes(
  stack: Stack,
  settings: Settings,
  rule: EventRuleView,
  target: EventTargetView,
  reference: Exclude<Reference, { kind: "absent" }>,
): readonly Route[] {
  const named = `rule \`${rule.name}\``;
  const publisher = { kind: "rule", resource: rule.resource, named, message: messageOf(target) } as const;
  const hop = { from: rule.urn, to: "", place: target.targetArn.place };
  switch (kindOf(reference, target.targetArn)) {
    case "topic":
      return asRole(rule, target, () => routesToTopic(stack, settings, publisher, reference));
    case "function": {
      const link = invokeLink(stack, publisher, reference, target.targetArn, rule.urn);
      return asRole(rule, target, () => [{ links: [link], end: "program" }]);
    }
    case "other": {
      const what = `target \`${target.name}\` of ${named} is no person, and what reads it is not known`;
      return [{ links: [unproven(hop, what)] }];
    }
    case "unknown":
      return [{ links: [unproven(hop, `what target \`${target.name}\` of ${named} leads to is not known`)] }];
  }
}

/** AWS's pages differ on whether a role replaces the policy of what it is used on: a target with a role is left open. */
function asRole(rule: EventRuleView, target: EventTargetView, routes: () => readonly Route[]): readonly Route[] {
  if (target.roleArn.kind === "absent") return routes();
  const hop = { from: rule.urn, to: target.urn, place: target.roleArn.place };
  const what = `target \`${target.name}\` acts through a role, and AWS's pages differ on what that takes`;
  return behind(unproven(hop, what), routes);
}

function messageOf(target: EventTargetView): Message {
  if (target.isTransformed) return unknownValue;
  return {
    version: "0",
    id: unknownValue,
    "detail-type": unknownValue,
    source: unknownValue,
    account: unknownValue,
    time: unknownValue,
    region: unknownValue,
    resources: [],
    detail: unknownValue,
  };
}

function kindOf(reference: Reference, arn: Read<string>): "topic" | "function" | "other" | "unknown" {
  if (reference.kind === "resource") return Topic.shows(reference.resource) ? "topic" : "function";
  const service = parseArn(valueOf(arn) ?? "")?.service;
  switch (service) {
    case undefined:
      return "unknown";
    case "sns":
      return "topic";
    case "lambda":
      return "function";
    default:
      return "other";
  }
}
