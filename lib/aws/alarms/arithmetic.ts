import { type Truth, all, not } from "../../core/truth";

/** What AWS can compare a datapoint with a fixed threshold by. Anomaly bands are not among them. */
export const comparisons = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
] as const;
export type Comparison = (typeof comparisons)[number];

export const statistics = ["Sum", "Maximum", "Average", "Minimum", "SampleCount"] as const;
export type Statistic = (typeof statistics)[number];

export const missingDataTreatments = ["missing", "ignore", "breaching", "notBreaching"] as const;
export type MissingDataTreatment = (typeof missingDataTreatments)[number];

/** The numbers of an alarm on one metric. */
export interface AlarmNumbers {
  readonly statistic: Statistic;
  /** Seconds. */
  readonly period: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  readonly evaluationPeriods: number;
  /** At most `evaluationPeriods`. */
  readonly datapointsToAlarm: number;
  readonly treatMissingData: MissingDataTreatment;
  /** What metric math puts in place of a missing datapoint: `FILL(m1, 0)`. */
  readonly fill?: number;
}

/** What a metric filter publishes. A figure that nobody knows, or that each record brings along, is `unknown`. */
export interface Samples {
  /** For each record that matches. */
  readonly value: number | "unknown";
  /** For each record that does not match. Absent: nothing. */
  readonly defaultValue?: number | "unknown";
}

/** How an alarm answers to one matching record among the everyday ones of its log group. */
export interface Ringing {
  /** Whether one event puts the alarm in ALARM. */
  readonly fires: Truth;
  /** Whether it leaves ALARM by itself, so that a later event is a change of state again. */
  readonly firesAgain: Truth;
  /** Whether it is in ALARM without any event. */
  readonly always: Truth;
  /** Events in one period, or in as many periods as it takes, that put it in ALARM: `Infinity` for none; absent where it cannot be told. */
  readonly needs?: number;
  /** What it does, as the predicate of a sentence: "never fires: Average of 1 and default 0 stays below threshold 1". */
  readonly reason: string;
  /** What to write instead, a sentence. There wherever it certainly does not ring. */
  readonly fix?: string;
  /** The property of the alarm to change first. Absent where the fix is elsewhere. */
  readonly property?: keyof Change;
}

/**
 * Whether the alarm answers to one event, from the numbers alone. Sources: CloudWatch user guide, "Using Amazon
 * CloudWatch alarms" and "Configuring how CloudWatch alarms treat missing data"; PutMetricFilter, `defaultValue` ("the
 * value to emit when a filter pattern does not match a log event"), November 2026.
 */
export function wouldRing(alarm: AlarmNumbers, samples: Samples): Ringing {
  const ringing = decide(alarm, samples);
  if (rings(ringing) !== "no") return ringing;
  const change = changesFor(samples).find((each) => rings(decide({ ...alarm, ...each }, samples)) === "yes");
  if (!change) return { ...ringing, fix: otherFix(alarm, samples) };
  const [property] = propertiesOf(change);
  return { ...ringing, fix: sentenceOf(change), ...(property === undefined ? {} : { property }) };
}

/** Whether a person hears of each event: it fires, it can fire again, and it does not ring all the time. */
export function rings({ fires, firesAgain, always }: Ringing): Truth {
  return all([fires, firesAgain, not(always)]);
}

/** What a filter does to an alarm that no number of events can change: `yes` where it is provably dead. */
export function isDead(ringing: Ringing): Truth {
  if (rings(ringing) !== "no") return rings(ringing) === "yes" ? "no" : "unknown";
  const few = ringing.needs !== undefined && Number.isFinite(ringing.needs);
  return few && ringing.always === "no" && ringing.firesAgain === "yes" ? "no" : "yes";
}

/**
 * The decision. `event`: whether the period of one event breaches. `quiet`: what a period without any event is.
 *
 * | quiet state | event breaches | datapoints suffice | answer                                      |
 * |-------------|----------------|--------------------|---------------------------------------------|
 * | ALARM       | yes            |                    | always in ALARM: an event changes nothing   |
 * | ALARM       | no             |                    | a heartbeat: rings when events stop         |
 * | not ALARM   | no             |                    | silent; `needs` says how many events it takes |
 * | not ALARM   | yes            | no                 | silent; one event breaches one datapoint    |
 * | RETAIN      | yes            | yes                | rings once, and stays in ALARM for ever     |
 * | other       | yes            | yes                | rings                                       |
 * | unknown     | or unknown     |                    | cannot be told                              |
 */
function decide(alarm: AlarmNumbers, samples: Samples): Ringing {
  const doubt = doubtOf(alarm, samples);
  if (doubt !== undefined) return open(doubt);
  const event = breaches(alarm, eventDatapoint(alarm.statistic, samples, 1));
  const quiet = quietPeriod(alarm, samples);
  if (event === "unknown" || quiet === "unknown") return open(`depends on how many other records there are`);
  const idle = stateOf(alarm, quietWindow(alarm, quiet));
  if (idle === "ALARM") return event === "yes" ? alwaysRinging(alarm, samples, quiet) : heartbeat(alarm);
  if (event === "no") return tooFew(alarm, samples);
  if (!reachesAlarm(alarm, quiet)) return tooFewDatapoints(alarm);
  return idle === "RETAIN" ? stuck() : ringsOnce;
}

const ringsOnce: Ringing = {
  fires: "yes",
  firesAgain: "yes",
  always: "no",
  needs: 1,
  reason: "fires on one event",
};

function open(reason: string): Ringing {
  return { fires: "unknown", firesAgain: "unknown", always: "unknown", reason };
}

/** Why nothing can be said, or `undefined`. */
function doubtOf(alarm: AlarmNumbers, { value, defaultValue }: Samples): string | undefined {
  if (value === "unknown") return "reads a value that is not known";
  if (defaultValue === "unknown") return "reads a default value that is not known";
  if (alarm.period < 60) return `has a period of ${alarm.period} seconds, while filters publish by the minute`;
  if (alarm.evaluationPeriods < 1 || alarm.datapointsToAlarm < 1) return "has no evaluation periods";
  if (alarm.datapointsToAlarm > alarm.evaluationPeriods) return "asks for more datapoints than it evaluates";
  const dependsOnTraffic = defaultValue !== undefined && alarm.treatMissingData === "breaching";
  return dependsOnTraffic ? "counts every period without any record as breaching" : undefined;
}

/** A datapoint: an exact number where `low` is `high`, else anything between them, never as much as `high`. */
interface Datapoint {
  readonly low: number;
  readonly high: number;
  readonly includesLow: boolean;
}

function exactly(value: number): Datapoint {
  return { low: value, high: value, includesLow: true };
}

/**
 * The datapoint of a period with `events` matching records. A default value adds one sample for each other record, and
 * the log group of a trail never lacks other records. `undefined` where their number decides.
 */
function eventDatapoint(statistic: Statistic, samples: Samples, events: number): Datapoint | undefined {
  const { value, defaultValue } = samples;
  if (value === "unknown" || defaultValue === "unknown") return undefined;
  switch (statistic) {
    case "Sum":
      return (defaultValue ?? 0) === 0 ? exactly(events * value) : undefined;
    case "SampleCount":
      return defaultValue === undefined
        ? exactly(events)
        : { low: events, high: Number.POSITIVE_INFINITY, includesLow: true };
    case "Maximum":
      return exactly(Math.max(value, defaultValue ?? value));
    case "Minimum":
      return exactly(Math.min(value, defaultValue ?? value));
    case "Average":
      return averageOf(value, defaultValue ?? value);
  }
}

function averageOf(value: number, other: number): Datapoint {
  if (value === other) return exactly(value);
  return { low: Math.min(value, other), high: Math.max(value, other), includesLow: false };
}

function breaches({ comparison, threshold }: AlarmNumbers, point: Datapoint | undefined): Truth {
  if (!point) return "unknown";
  const { low, high, includesLow } = point;
  if (low === high) return exceeds(comparison, low, threshold) ? "yes" : "no";
  const lowIsAbove = includesLow ? low > threshold : low >= threshold;
  switch (comparison) {
    case "GreaterThanOrEqualToThreshold":
      return low >= threshold ? "yes" : high <= threshold ? "no" : "unknown";
    case "GreaterThanThreshold":
      return lowIsAbove ? "yes" : high <= threshold ? "no" : "unknown";
    case "LessThanThreshold":
      return high <= threshold ? "yes" : low >= threshold ? "no" : "unknown";
    case "LessThanOrEqualToThreshold":
      return high <= threshold ? "yes" : lowIsAbove ? "no" : "unknown";
  }
}

function exceeds(comparison: Comparison, value: number, threshold: number): boolean {
  switch (comparison) {
    case "GreaterThanOrEqualToThreshold":
      return value >= threshold;
    case "GreaterThanThreshold":
      return value > threshold;
    case "LessThanThreshold":
      return value < threshold;
    case "LessThanOrEqualToThreshold":
      return value <= threshold;
  }
}

type QuietPeriod = "missing" | "breaching" | "notBreaching";

/** What a period without a matching record is. */
function quietPeriod(alarm: AlarmNumbers, samples: Samples): QuietPeriod | "unknown" {
  const { defaultValue } = samples;
  if (defaultValue === undefined && alarm.fill === undefined) return "missing";
  const point =
    defaultValue === undefined || defaultValue === "unknown"
      ? exactly(alarm.fill ?? 0)
      : eventDatapoint(alarm.statistic, { value: defaultValue, defaultValue }, 1);
  switch (breaches(alarm, point)) {
    case "yes":
      return "breaching";
    case "no":
      return "notBreaching";
    case "unknown":
      return "unknown";
  }
}

/** What an alarm sees when it evaluates: how many datapoints of each kind, and how old the oldest breaching one is (1 is the newest). */
export interface Window {
  readonly breaching: number;
  readonly notBreaching: number;
  readonly oldestBreaching: number;
}

export type EvaluatedState = "ALARM" | "OK" | "INSUFFICIENT_DATA" | "RETAIN";

type Evaluation = Pick<AlarmNumbers, "evaluationPeriods" | "datapointsToAlarm" | "treatMissingData">;

/**
 * The state that a window gives. `INVARIANT`: a window holds at most `evaluationPeriods` datapoints, the newest that
 * exist; what is missing up to that number is filled. Source: the two tables of the user guide, "Configuring how
 * CloudWatch alarms treat missing data".
 */
export function stateOf(alarm: Evaluation, window: Window): EvaluatedState {
  const { breaching, notBreaching, oldestBreaching } = window;
  const wanted = alarm.datapointsToAlarm;
  const existing = breaching + notBreaching;
  if (breaching >= wanted) return "ALARM";
  if (existing >= alarm.evaluationPeriods) return "OK";
  const onlyBreaching = breaching > 0 && notBreaching === 0;
  switch (alarm.treatMissingData) {
    case "notBreaching":
      return "OK";
    case "breaching":
      return breaching + alarm.evaluationPeriods - existing >= wanted ? "ALARM" : "OK";
    case "ignore":
      return existing === 0 || onlyBreaching ? "RETAIN" : "OK";
    case "missing":
      if (existing === 0) return "INSUFFICIENT_DATA";
      return onlyBreaching && oldestBreaching >= wanted ? "ALARM" : "OK";
  }
}

function quietWindow(alarm: AlarmNumbers, quiet: QuietPeriod): Window {
  const all = alarm.evaluationPeriods;
  switch (quiet) {
    case "missing":
      return { breaching: 0, notBreaching: 0, oldestBreaching: 0 };
    case "breaching":
      return { breaching: all, notBreaching: 0, oldestBreaching: all };
    case "notBreaching":
      return { breaching: 0, notBreaching: all, oldestBreaching: 0 };
  }
}

/** Whether one breaching datapoint among quiet ones puts the alarm in ALARM while it grows old. */
function reachesAlarm(alarm: AlarmNumbers, quiet: QuietPeriod): boolean {
  const others = quiet === "notBreaching" ? alarm.evaluationPeriods - 1 : 0;
  return [1, alarm.datapointsToAlarm].some(
    (age) => stateOf(alarm, { breaching: 1, notBreaching: others, oldestBreaching: age }) === "ALARM",
  );
}

function alwaysRinging(alarm: AlarmNumbers, samples: Samples, quiet: QuietPeriod): Ringing {
  const why =
    quiet === "missing"
      ? "missing data counts as breaching"
      : `${alarm.statistic} of ${quietWords(alarm, samples)} alone breaches threshold ${alarm.threshold}`;
  const reason = `is in ALARM all the time, so an event changes nothing: ${why}`;
  return { fires: "no", firesAgain: "no", always: "yes", needs: Number.POSITIVE_INFINITY, reason };
}

function quietWords({ fill }: AlarmNumbers, { defaultValue }: Samples): string {
  return defaultValue === undefined ? `the filled-in ${fill ?? 0}` : `default ${defaultValue}`;
}

function heartbeat({ threshold }: AlarmNumbers): Ringing {
  const reason = `rings when events stop coming, not when one comes: periods without any breach threshold ${threshold}`;
  return { fires: "unknown", firesAgain: "unknown", always: "unknown", reason };
}

function tooFew(alarm: AlarmNumbers, samples: Samples): Ringing {
  const needs = eventsNeeded(alarm, samples);
  const falls = `${alarm.statistic} of ${eventWords(alarm, samples)} ${falling(alarm.comparison)} threshold ${alarm.threshold}`;
  const reason = Number.isFinite(needs)
    ? `never fires on one event: ${falls}, it takes ${needs} events in ${alarm.period} seconds`
    : `never fires: ${falls}`;
  return { fires: "no", firesAgain: "yes", always: "no", needs, reason };
}

/** The datapoint's ingredients in words: "1 and default 0". */
function eventWords({ statistic }: AlarmNumbers, { value, defaultValue }: Samples): string {
  const own = statistic === "SampleCount" ? "one record" : String(value);
  const adds = defaultValue !== undefined && statistic !== "SampleCount" && statistic !== "Sum";
  return adds ? `${own} and default ${defaultValue}` : own;
}

function falling(comparison: Comparison): string {
  switch (comparison) {
    case "GreaterThanOrEqualToThreshold":
      return "stays below";
    case "GreaterThanThreshold":
      return "does not exceed";
    case "LessThanThreshold":
      return "does not fall below";
    case "LessThanOrEqualToThreshold":
      return "stays above";
  }
}

/** Events in one period that breach, times the datapoints that must. Only sums and counts grow with events. */
function eventsNeeded(alarm: AlarmNumbers, samples: Samples): number {
  const each = alarm.statistic === "SampleCount" ? 1 : samples.value;
  const grows = alarm.statistic === "Sum" || alarm.statistic === "SampleCount";
  const upwards = alarm.comparison === "GreaterThanOrEqualToThreshold" || alarm.comparison === "GreaterThanThreshold";
  if (!grows || !upwards || each === "unknown" || each <= 0) return Number.POSITIVE_INFINITY;
  const least = Math.max(1, Math.ceil(alarm.threshold / each));
  const events = exceeds(alarm.comparison, least * each, alarm.threshold) ? least : least + 1;
  return events * alarm.datapointsToAlarm;
}

function tooFewDatapoints({ datapointsToAlarm, evaluationPeriods }: AlarmNumbers): Ringing {
  const wanted = `${datapointsToAlarm} of ${evaluationPeriods} datapoints must breach`;
  const reason = `never fires on one event: ${wanted}, and one event makes one`;
  return { fires: "no", firesAgain: "yes", always: "no", needs: datapointsToAlarm, reason };
}

function stuck(): Ringing {
  const reason =
    "fires once and then stays in ALARM for ever, since missing data is ignored: a later event changes nothing";
  return { fires: "yes", firesAgain: "no", always: "no", needs: 1, reason };
}

/** A correction of an alarm. */
type Change = Partial<
  Pick<AlarmNumbers, "statistic" | "comparison" | "threshold" | "datapointsToAlarm" | "treatMissingData">
>;

/** The fix where no change of the alarm's own numbers helps. */
function otherFix({ fill }: AlarmNumbers, { value }: Samples): string {
  if (value !== "unknown" && value <= 0) return "Let the filter publish the value `1` for each match.";
  if ((fill ?? 0) !== 0) return "Let metric math fill in 0 where data is missing.";
  return "Leave `defaultValue` of the filter out, or set it to 0.";
}

/** Corrections from the smallest to the whole; the first that makes the alarm ring is the one to tell. */
function changesFor({ value }: Samples): readonly Change[] {
  const comparison = "GreaterThanOrEqualToThreshold";
  const datapointsToAlarm = 1;
  const treatMissingData = "notBreaching";
  if (value === "unknown" || value <= 0) return [];
  const threshold = value;
  const statistic = "Sum";
  return [
    { statistic },
    { comparison },
    { datapointsToAlarm },
    { treatMissingData },
    { threshold },
    { datapointsToAlarm, treatMissingData },
    { threshold, comparison },
    { statistic, threshold, comparison },
    { statistic, threshold, comparison, datapointsToAlarm, treatMissingData },
  ];
}

function propertiesOf(change: Change): readonly (keyof Change)[] {
  return Object.keys(change) as (keyof Change)[];
}

const namesOfProperties: Readonly<Record<keyof Change, string>> = {
  statistic: "`statistic`",
  comparison: "`comparisonOperator`",
  threshold: "`threshold`",
  datapointsToAlarm: "`datapointsToAlarm`",
  treatMissingData: "`treatMissingData`",
};

function sentenceOf(change: Change): string {
  const [only, ...others] = propertiesOf(change);
  if (only === "statistic" && others.length === 0) return `Use statistic \`${change.statistic}\`.`;
  const parts = propertiesOf(change).map((name) => `${namesOfProperties[name]} to \`${change[name]}\``);
  const last = parts.at(-1) ?? "";
  return parts.length === 1 ? `Set ${last}.` : `Set ${parts.slice(0, -1).join(", ")} and ${last}.`;
}
