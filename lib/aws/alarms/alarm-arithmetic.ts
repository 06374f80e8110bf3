import { type Place, type Read, known, unread, valueOf } from "../../core/read";
import { type MetricAlarmView } from "../cloudwatch/metric-alarm";
import { type LogMetricFilterView } from "../logs/metric-filter";
import {
  type AlarmNumbers,
  type Ringing,
  type Samples,
  comparisons,
  missingDataTreatments,
  rings,
  statistics,
  wouldRing,
} from "./arithmetic";
import { type Link, broken, holding, unproven } from "./link";
import { type MetricRead } from "./metric-reads";

/** An alarm's answer to one event, with the property to change first. */
export interface AlarmAnswer extends Ringing {
  readonly place: Place;
}

/** How `alarm` answers to one record that `filter` matches, whose metric it reads as `read` says. */
export function answerOf(alarm: MetricAlarmView, read: MetricRead, filter: LogMetricFilterView): AlarmAnswer {
  const numbers = numbersOf(alarm, read);
  if (numbers.kind === "open") return { ...openAnswer, reason: numbers.reason, place: numbers.place };
  const ringing = wouldRing(numbers.numbers, samplesOf(filter));
  return { ...ringing, place: placeOf(alarm, read, ringing) };
}

/** The hop from the metric to the alarm's ALARM state: it fires on one event, can fire again, and does not always ring. */
export function arithmeticLink(alarm: MetricAlarmView, read: MetricRead, filter: LogMetricFilterView): Link {
  const answer = answerOf(alarm, read, filter);
  const hop = { from: filter.urn, to: alarm.urn, place: answer.place };
  const what = `alarm \`${alarm.name}\` ${answer.reason}`;
  switch (rings(answer)) {
    case "yes":
      return holding(hop, what);
    case "no":
      return broken(hop, what, answer.fix ?? "");
    case "unknown":
      return unproven(hop, what);
  }
}

const openAnswer = { fires: "unknown", firesAgain: "unknown", always: "unknown" } as const;

/** What `filter` publishes: numbers where the program writes them as such. */
export function samplesOf({ metricTransformation }: LogMetricFilterView): Samples {
  const metric = valueOf(metricTransformation);
  if (!metric) return { value: "unknown" };
  const { defaultValue } = metric;
  return {
    value: numberIn(metric.value),
    ...(defaultValue.kind === "absent" ? {} : { defaultValue: numberIn(defaultValue) }),
  };
}

function numberIn(read: Read<string>): number | "unknown" {
  const text = valueOf(read) ?? "";
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : "unknown";
}

function placeOf(alarm: MetricAlarmView, read: MetricRead, { property, fires }: Ringing): Place {
  if (property === undefined) return fires === "unknown" ? alarm.threshold.place : alarm.place;
  switch (property) {
    case "statistic":
      return read.statistic.place;
    case "comparison":
      return alarm.comparisonOperator.place;
    case "threshold":
      return alarm.threshold.place;
    case "datapointsToAlarm":
      return alarm.datapointsToAlarm.kind === "absent" ? alarm.evaluationPeriods.place : alarm.datapointsToAlarm.place;
    case "treatMissingData":
      return alarm.treatMissingData.place;
  }
}

type Numbers =
  | { readonly kind: "numbers"; readonly numbers: AlarmNumbers }
  | { readonly kind: "open"; readonly reason: string; readonly place: Place };

/** An alarm's numbers, or the first thing that stands in the way of knowing them. */
function numbersOf(alarm: MetricAlarmView, read: MetricRead): Numbers {
  const special = specialForm(alarm, read);
  if (special) return { kind: "open", ...special };
  const reads = {
    statistic: wordOf(read.statistic, statistics),
    period: read.period,
    threshold: alarm.threshold,
    comparison: wordOf(alarm.comparisonOperator, comparisons),
    evaluationPeriods: alarm.evaluationPeriods,
    datapointsToAlarm: alarm.datapointsToAlarm.kind === "absent" ? alarm.evaluationPeriods : alarm.datapointsToAlarm,
    treatMissingData: wordOf(alarm.treatMissingData, missingDataTreatments),
  };
  const gap = Object.entries(reads).find(([, { kind }]) => kind !== "known");
  if (gap) return { kind: "open", reason: gapWords(gap[0], gap[1]), place: gap[1].place };
  const { form } = read;
  return { kind: "numbers", numbers: { ...valuesOf(reads), ...(form.kind === "filled" ? { fill: form.fill } : {}) } };
}

type ValuesOf<Reads> = { readonly [Name in keyof Reads]: Reads[Name] extends Read<infer T> ? T : never };

/** The values of reads that are all known. */
function valuesOf<Reads extends Readonly<Record<string, Read<unknown>>>>(reads: Reads): ValuesOf<Reads> {
  return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, valueOf(read)])) as ValuesOf<Reads>;
}

/** A word of a closed list; any other is not understood, which leaves the question open. */
function wordOf<Word extends string>(read: Read<string>, words: readonly Word[]): Read<Word> {
  if (read.kind !== "known") return read;
  const word = words.find((each) => each === read.value);
  return word === undefined ? unread(read.place, "malformed") : known(word, read.place);
}

function gapWords(name: string, read: Read<unknown>): string {
  const property = name === "comparison" ? "comparisonOperator" : name;
  return read.kind === "absent" ? `has no \`${property}\`` : `has a \`${property}\` that is not known`;
}

/** Alarms that no fixed arithmetic describes. */
function specialForm(alarm: MetricAlarmView, read: MetricRead): { reason: string; place: Place } | undefined {
  if (alarm.evaluationCriteria.kind !== "absent")
    return { reason: "evaluates an expression that is not followed", place: alarm.evaluationCriteria.place };
  if (alarm.thresholdMetricId.kind !== "absent")
    return { reason: "compares with an anomaly band", place: alarm.thresholdMetricId.place };
  if (read.extendedStatistic.kind !== "absent")
    return {
      reason: "compares a percentile, which depends on how many records there are",
      place: read.extendedStatistic.place,
    };
  return read.form.kind === "other"
    ? { reason: `cannot be followed: ${read.form.reason}`, place: read.place }
    : undefined;
}
