import { nowhere } from "../../core/policy";
import { type Read, valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { Trail, type TrailView } from "../cloudtrail/trail";
import { EventRule, type EventRuleView } from "../events/event-rule";
import { LogGroup } from "../logs/log-group";
import { LogMetricFilter } from "../logs/metric-filter";
import { LogSubscriptionFilter, type SubscriptionView } from "../logs/subscription-filter";
import { type Reference, referenceOf } from "../references";
import { type Delivery, deliveryOf, groupNameOf, isExternalGroup } from "./delivery";
import { type Link, broken, unproven } from "./link";
import { type LogFilter, filterLink, ruleLink, ruleTakes } from "./matching";
import { type Occurrence } from "./occurrence";
import { type Path, best, bestPath } from "./way";
import { externalRecording, recordingLink } from "./recording";
import { entriesOf } from "./rule";
import { filterTails, ruleTails } from "./tails";
import { type AlarmSystem, type Entrance } from "./verdict";

/** A trail with what it does, or one outside the stack that the settings vouch for. */
interface Source {
  /** Absent for a trail outside the stack. */
  readonly trail: TrailView | undefined;
  /** Absent where nobody can tell what it delivers to. */
  readonly delivery: Delivery | undefined;
  recording(occurrence: Occurrence): Link;
}

/** All that stands between the calls of an account and its people, as far as the stack declares it. */
export function alarmSystemOf(stack: Stack, settings: Settings): AlarmSystem {
  const sources = sourcesOf(stack, settings);
  const filters = [
    ...LogMetricFilter.allIn(stack).map((each) => filterOf(stack, each, bestPath(filterTails(stack, settings, each)))),
    ...LogSubscriptionFilter.allIn(stack).map((each) => filterOf(stack, each, [handedOn(each)])),
  ];
  const rules = EventRule.allIn(stack).filter(mayTakeEvents);
  const watches = filters.length > 0 || rules.length > 0;
  return {
    entrances: [
      ...sources.flatMap((source) => filters.flatMap((each) => filterEntrance(source, each, settings) ?? [])),
      ...sources.flatMap(vouchedEntrance),
      ...rules.flatMap((rule) => ruleEntrances(stack, sources, rule, bestPath(ruleTails(stack, settings, rule)))),
    ],
    deadEnds: (occurrence) => sources.map((source) => deadEnd(source, occurrence, watches)),
  };
}

/** Rules that run by the clock alone take no events. */
function mayTakeEvents({ eventPattern, scheduleExpression }: EventRuleView): boolean {
  return eventPattern.kind !== "absent" || scheduleExpression.kind === "absent";
}

function sourcesOf(stack: Stack, settings: Settings): readonly Source[] {
  const declared = Trail.allIn(stack).map((trail): Source => {
    const recordings = new Map<Occurrence, Link>();
    const recording = (occurrence: Occurrence) => {
      const made = recordings.get(occurrence) ?? recordingLink(trail, occurrence);
      recordings.set(occurrence, made);
      return made;
    };
    return { trail, delivery: deliveryOf(stack, settings, trail), recording };
  });
  const external = settings.externalTrails.map((pattern): Source => {
    const link = externalRecording(pattern);
    return { trail: undefined, delivery: undefined, recording: () => link };
  });
  return [...declared, ...external];
}

interface Filter {
  readonly filter: LogFilter;
  readonly group: Reference;
  readonly tail: Path;
}

function filterOf(stack: Stack, filter: LogFilter & { readonly logGroupName: Read<string> }, tail: Path = []): Filter {
  return { filter, group: referenceOf(stack, filter.resource, filter.logGroupName, LogGroup.types), tail };
}

/** Whoever reads the logs further on may well raise an alarm. */
function handedOn({ name, urn, destinationArn }: SubscriptionView): Link {
  const what = `what subscription filter \`${name}\` hands the records to cannot be seen`;
  return unproven({ from: urn, to: "", place: destinationArn.place }, what);
}

/** The way from a trail through a filter, unless the filter surely reads another group. */
function filterEntrance(source: Source, { filter, group, tail }: Filter, settings: Settings): Entrance | undefined {
  const delivered = deliveredTo(source, filter, group, settings);
  if (delivered === undefined) return undefined;
  const head = (occurrence: Occurrence) => [
    source.recording(occurrence),
    delivered,
    filterLink(filter, delivered.to, occurrence),
  ];
  return { head, tail, vouched: false };
}

/** The hop from a trail to the group that a filter reads; `undefined` where the filter reads another one. */
function deliveredTo(source: Source, filter: LogFilter, group: Reference, settings: Settings): Link | undefined {
  if (!source.trail) return deliveredFromOutside(filter, group, settings);
  const { link, destination } = source.delivery ?? {};
  if (!link) return undefined;
  if (!destination) return link.truth === "unknown" ? link : undefined;
  switch (group.kind) {
    case "absent":
      return undefined;
    case "resource":
      return destination.kind === "group" && destination.group.urn === group.resource.urn ? link : undefined;
    case "external":
      if (group.text === undefined) return unlessBroken(link, openGroup(filter, group));
      if (destination.kind === "group") return undefined;
      return groupNameOf(group.text) === destination.groupName ? link : undefined;
    case "unknown":
      return unlessBroken(link, openGroup(filter, group));
  }
}

function unlessBroken(link: Link, other: Link): Link {
  return link.truth === "no" ? link : other;
}

function openGroup(filter: LogFilter, { place }: Reference): Link {
  const what = `which log group filter \`${filter.name}\` reads is known only after deployment`;
  return unproven({ from: "", to: filter.urn, place }, what);
}

/** A trail outside the stack delivers to the groups that the settings name; whether to others, nobody can tell. */
function deliveredFromOutside(filter: LogFilter, group: Reference, settings: Settings): Link {
  const base = { from: "", to: filter.urn, place: group.place };
  if (group.kind === "external" && group.text !== undefined && isExternalGroup(settings, group.text)) {
    const groupName = groupNameOf(group.text);
    const assumption = `the trail outside the stack delivers to log group \`${groupName}\``;
    return { ...base, truth: "yes", what: `log group \`${groupName}\``, assumptions: [assumption] };
  }
  const what = `whether a trail outside the stack delivers to the log group of filter \`${filter.name}\` cannot be seen: name the group in the setting \`externalLogGroups\` if it does`;
  return { ...base, truth: "unknown", what, assumptions: [] };
}

/** Where the settings say that alarms of other stacks watch the group that a trail delivers to, the proof ends there. */
function vouchedEntrance(source: Source): readonly Entrance[] {
  const { link, destination } = source.delivery ?? {};
  if (!link || destination?.vouchedFor !== true) return [];
  return [{ head: (occurrence) => [source.recording(occurrence), link], tail: [], vouched: true }];
}

/**
 * The ways through a rule: for each way by which its bus gets events. One trail that records the event is enough for
 * the bus. A rule that only hands on to another bus of the stack has none: the rules over there have their own.
 */
function ruleEntrances(
  stack: Stack,
  sources: readonly Source[],
  rule: EventRuleView,
  tail: Path | undefined,
): readonly Entrance[] {
  if (!tail) return [];
  return entriesOf(stack, rule).map((entry) => {
    const head = (occurrence: Occurrence) => {
      const recorded = bestPath(sources.map((source) => [source.recording(occurrence)])) ?? [];
      return [...recorded, ruleLink(rule, entry, recorded[0]?.to ?? "", occurrence)];
    };
    return { head, tail, vouched: false, takes: (occurrence) => ruleTakes(rule, occurrence) };
  });
}

/**
 * What is said of a trail where no filter or rule is meant for the event. A group outside the stack, or one that is not
 * known yet, may be watched by alarms that cannot be seen. `watches`: whether the stack has any filter or rule.
 */
function deadEnd(source: Source, occurrence: Occurrence, watches: boolean): Path {
  const recording = source.recording(occurrence);
  const { link, destination } = source.delivery ?? {};
  if (!link) return [recording, elsewhere(occurrence)];
  if (destination?.kind !== "group") return [recording, link];
  const { name, urn, place } = destination.group;
  const fix = watches ? `${addFilter}.` : `${addFilter}. ${watchedElsewhere(name)}`;
  return [recording, link, broken({ from: urn, to: "", place }, "no metric filter matches, nor does a rule", fix)];
}

/** Of the alarms on a trail outside the stack, this stack may declare any part. */
function elsewhere({ event }: Occurrence): Link {
  const what = `no filter or rule of this stack is meant for \`${event.eventName}\`, and those of other stacks cannot be seen`;
  return unproven({ from: "", to: "", place: nowhere }, what);
}

const addFilter =
  "Add a metric filter with the pattern of this policy's page, an alarm on its metric and a topic that somebody reads";

/** Where a stack has neither a filter nor a rule, its alarms may well be in another. */
function watchedElsewhere(group: string): string {
  return `If another stack has the alarms, name log group \`${group}\` in the setting \`externalLogGroups\`.`;
}

/** The trail whose tampering the detections are about, where a stack declares several: the first that has a log group. */
export function mainTrail(stack: Stack): TrailView | undefined {
  return best(Trail.allIn(stack), (trail) => [
    trail.cloudWatchLogsGroupArn.kind === "absent" ? 0 : 1,
    valueOf(trail.isMultiRegionTrail) === true ? 1 : 0,
  ]);
}
