import { type Stack } from "../../core/resource";
import { matchesEventPattern } from "../../patterns/event-pattern/match";
import { type EventPattern, type InvalidEventPattern } from "../../patterns/event-pattern/model";
import { deadClauseOf, isAboutCloudTrail } from "../events/dead-clause";
import { EventBus } from "../events/event-bus";
import { type EventRuleView, longState } from "../events/event-rule";
import { type CatalogueEvent, recordFor } from "../facts/detections/event";
import { catalogue } from "../facts/detections/detections";
import { envelopeOf } from "../facts/detections/envelope";
import { referenceOf } from "../references";
import { type Link, broken, holding, unproven, weakest } from "./link";
import { entriesOf, stateLink } from "./rule";

/**
 * Whether a rule can ever see an event that its pattern matches: a valid pattern and, for events from CloudTrail, none
 * of the clauses that no such event satisfies, the default bus, and the state that its calls need.
 */
export function ruleLink(stack: Stack, rule: EventRuleView): Link {
  const { eventPattern } = rule;
  const hop = { from: rule.urn, to: rule.urn, place: eventPattern.place };
  const named = `rule \`${rule.name}\``;
  if (eventPattern.kind === "absent") return holding(hop, `${named} has a schedule`);
  if (eventPattern.kind === "unknown") return unproven(hop, `the pattern of ${named} is not known yet`);
  const pattern = eventPattern.value;
  if (pattern.kind === "invalid")
    return broken(hop, `the pattern of ${named} is invalid: ${problemOf(pattern)}`, fixOf(pattern));
  const dead = deadClauseOf(pattern);
  if (dead) return broken(hop, `${named} never matches: it ${dead.why}`, dead.fix);
  if (!isAboutCloudTrail(pattern)) return holding(hop, `${named} may match`);
  return arrivalOf(stack, rule) ?? missedCalls(rule, pattern) ?? holding(hop, `${named} may match`);
}

function problemOf({ path, problem }: InvalidEventPattern): string {
  return path === "" ? problem : `${problem} (at \`${path}\`)`;
}

function fixOf({ suggestion, path }: InvalidEventPattern): string {
  if (suggestion === undefined) return "Write a valid pattern.";
  return path === "" ? `Write \`${suggestion}\`.` : `Write \`${suggestion}\` at \`${path}\`.`;
}

/** The broken hop where CloudTrail's events never come to the rule's bus; an open one where it is not known which bus it is. */
function arrivalOf(stack: Stack, rule: EventRuleView): Link | undefined {
  const entries = entriesOf(stack, rule).map(({ links }) => weakest(links));
  if (entries.every((link) => link?.truth === "no")) return entries[0];
  const isOpen = referenceOf(stack, rule.resource, rule.eventBusName, EventBus.types).kind === "unknown";
  return isOpen ? entries.find((link) => link !== undefined) : undefined;
}

/** The broken hop where every call of the catalogue that the pattern matches needs the rule's longer state. */
function missedCalls(rule: EventRuleView, pattern: EventPattern): Link | undefined {
  if (!namesOnlyKnownCalls(pattern)) return undefined;
  const matched = catalogue().filter((event) => matches(pattern, event));
  const [first] = matched;
  if (!first || !matched.every(({ bus }) => bus.enabled === "no")) return undefined;
  const link = stateLink(rule, first.bus);
  return link.truth === "unknown" || link.fix?.includes(longState) === true ? link : undefined;
}

/** Whether a pattern asks for calls by name, and the catalogue knows all of them. */
function namesOnlyKnownCalls({ branches }: EventPattern): boolean {
  const known = new Set(catalogue().map(({ eventName }) => eventName));
  return branches.every(({ fields }) => {
    const names = fields.find(({ path }) => path === "detail.eventName");
    return names?.tests.every((test) => test.kind === "string" && known.has(test.text)) === true;
  });
}

function matches(pattern: EventPattern, event: CatalogueEvent): boolean {
  return matchesEventPattern(pattern, { ...envelopeOf(recordFor(event)), resources: [] }).truth === "yes";
}
