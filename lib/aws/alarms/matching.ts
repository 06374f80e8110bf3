import { type Read } from "../../core/read";
import { type Truth } from "../../core/truth";
import { matchesEventPattern } from "../../patterns/event-pattern/match";
import { type EventPattern, type InvalidEventPattern } from "../../patterns/event-pattern/model";
import { matchesFilterPattern } from "../../patterns/filter-pattern/match";
import { type FilterPattern, type InvalidFilterPattern } from "../../patterns/filter-pattern/model";
import { parseFilterPattern } from "../../patterns/filter-pattern/parse";
import { type EventRuleView } from "../events/event-rule";
import { type ViewBase } from "../view";
import { type Link, weakest } from "./link";
import { type Occurrence, answerFor, appearsBeside } from "./occurrence";
import { type Entry, stateLink } from "./rule";

/** A filter on a log group: one that counts, or one that hands on. */
export interface LogFilter extends ViewBase {
  readonly pattern: Read<string>;
  readonly applyOnTransformedLogs: Read<boolean>;
}

/** Whether a filter takes the record of an occurrence; `from` is the log group, or empty for one outside the stack. */
export function filterLink(filter: LogFilter, from: string, occurrence: Occurrence): Link {
  const link = { from, to: filter.urn, place: filter.pattern.place, assumptions: [] };
  const name = `filter \`${filter.name}\``;
  const pattern = parsedPattern(filter);
  if (pattern === undefined)
    return { ...link, truth: "unknown", what: `${name} has a pattern known only after deployment` };
  if (pattern.kind === "invalid") return { ...link, truth: "no", ...invalidFilter(name, pattern) };
  const transformed = transformation(filter);
  if (transformed) return { ...link, ...transformed };
  const { truth, reason } = answerFor(occurrence, ({ record, text }) => matchesFilterPattern(pattern, record, text));
  return {
    ...link,
    truth,
    what: matchWords(name, truth, occurrence, reason),
    ...withoutMatch(truth, "pattern", "filter"),
  };
}

/** Filters that read what a transformer makes of the records see something else than CloudTrail wrote. */
function transformation(filter: LogFilter): Pick<Link, "truth" | "what" | "place"> | undefined {
  const read = filter.applyOnTransformedLogs;
  if (read.kind === "known" && !read.value) return undefined;
  const what = `filter \`${filter.name}\` reads transformed records, and what the transformer makes of them is not known`;
  return { truth: "unknown", what, place: read.place };
}

function matchWords(name: string, truth: Truth, { event }: Occurrence, reason: string | undefined): string {
  switch (truth) {
    case "yes":
      return `${name} matches`;
    case "no":
      return `${name} does not match \`${event.eventName}\``;
    case "unknown":
      return `whether ${name} matches \`${event.eventName}\` cannot be told: ${reason ?? "its pattern is not known"}`;
  }
}

/** A pattern that takes some of the events may be meant for them, or for something else that comes near. */
function withoutMatch(truth: Truth, property: string, noun: string): Pick<Link, "fix"> {
  if (truth !== "no") return {};
  const fix = `Change \`${property}\` so that it takes these events too, or give them a ${noun} of their own with the pattern of this policy's page.`;
  return { fix };
}

function invalidFilter(
  name: string,
  { position, problem, suggestion }: InvalidFilterPattern,
): Pick<Link, "what" | "fix"> {
  const fix = suggestion === undefined ? "Correct the pattern." : `Write \`${suggestion}\`.`;
  return { what: `${name} has no valid pattern: ${problem}, at character ${position + 1}`, fix };
}

const parsedPatterns = new WeakMap<LogFilter, FilterPattern | InvalidFilterPattern>();

/** `undefined` where the pattern is not known. */
function parsedPattern(filter: LogFilter): FilterPattern | InvalidFilterPattern | undefined {
  if (filter.pattern.kind !== "known") return undefined;
  const known = parsedPatterns.get(filter);
  if (known) return known;
  const parsed = parseFilterPattern(filter.pattern.value);
  parsedPatterns.set(filter, parsed);
  return parsed;
}

/**
 * Whether a rule takes an occurrence: it arrives in the region, gets to the rule's bus, and the rule is in a state that
 * gets such events and matches. `entry` is how the bus gets CloudTrail's events.
 */
export function ruleLink(rule: EventRuleView, entry: Entry, from: string, occurrence: Occurrence): Link {
  const { event } = occurrence;
  const conditions: readonly Condition[] = [
    inRegion(entry.via[0] ?? rule, occurrence),
    ...entry.via.flatMap((each) => [stateLink(each, event.bus), patternMatches(each, occurrence)]),
    ...entry.links,
    stateLink(rule, event.bus),
    patternMatches(rule, occurrence),
  ];
  const decisive = weakest(conditions);
  const hop = { from, to: rule.urn };
  if (!decisive)
    return {
      ...hop,
      truth: "yes",
      what: `rule \`${rule.name}\` matches`,
      place: rule.place,
      assumptions: [bestEffort],
    };
  const { truth, what, place, fix } = decisive;
  return { ...hop, truth, what, place, assumptions: [], ...(fix === undefined ? {} : { fix }) };
}

/** Whether the pattern of a rule takes an occurrence, wherever it arrives and whatever the rule's state. */
export function ruleTakes(rule: EventRuleView, occurrence: Occurrence): Truth {
  return patternMatches(rule, occurrence).truth;
}

const bestEffort = "EventBridge delivers the event, for which it does its best and promises nothing";

type Condition = Pick<Link, "truth" | "what" | "place" | "fix">;

function inRegion(rule: EventRuleView, occurrence: Occurrence): Condition {
  const { event } = occurrence;
  const truth = appearsBeside(occurrence, rule.resource);
  const where = event.lands === "us-east-1" ? "us-east-1" : "another region";
  const what =
    truth === "no"
      ? `rule \`${rule.name}\` never sees \`${event.eventName}\`, which arrives on the bus of ${where}`
      : `whether \`${event.eventName}\` arrives in the region of rule \`${rule.name}\` is not known`;
  const region = event.lands === "us-east-1" ? "us-east-1" : "the trail's region";
  const fix = `Declare the rule in ${region}, or use a metric filter on the trail's log group, which sees every region.`;
  return { truth, what, fix, place: rule.place };
}

function patternMatches(rule: EventRuleView, occurrence: Occurrence): Condition {
  const read = rule.eventPattern;
  const name = `rule \`${rule.name}\``;
  const { place } = read;
  if (read.kind === "absent")
    return { truth: "no", place, what: `${name} has no event pattern`, fix: "Give the rule an `eventPattern`." };
  if (read.kind === "unknown")
    return { truth: "unknown", place, what: `${name} has a pattern known only after deployment` };
  const pattern = read.value;
  if (pattern.kind === "invalid") return { truth: "no", place, ...invalidRule(name, pattern) };
  return matched(name, pattern, place, occurrence);
}

function matched(name: string, pattern: EventPattern, place: Condition["place"], occurrence: Occurrence): Condition {
  const { truth, reason } = answerFor(occurrence, ({ fields }) => matchesEventPattern(pattern, fields));
  return {
    truth,
    place,
    what: matchWords(name, truth, occurrence, reason),
    ...withoutMatch(truth, "eventPattern", "rule"),
  };
}

function invalidRule(name: string, { path, problem, suggestion }: InvalidEventPattern): Pick<Link, "what" | "fix"> {
  const where = path === "" ? "" : ` at \`${path}\``;
  const fix = suggestion === undefined ? "Correct the pattern." : `Write \`${suggestion}\`${where}.`;
  return { what: `${name} has no valid pattern: ${problem}${where}`, fix };
}
