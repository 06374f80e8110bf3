import { type Place, type Read, absent, valueOf } from "../../core/read";
import { type MetricAlarmView, type MetricQuery } from "../cloudwatch/metric-alarm";

/**
 * What an alarm makes of a metric: its samples as they are, missing datapoints filled in, or something that cannot be
 * followed, with the reason.
 */
export type MetricForm =
  | { readonly kind: "itself" }
  | { readonly kind: "filled"; readonly fill: number }
  | { readonly kind: "other"; readonly reason: string };

/** A metric that an alarm reads, directly or in metric math. */
export interface MetricRead {
  readonly place: Place;
  readonly metricName: Read<string>;
  readonly namespace: Read<string>;
  readonly dimensions: Read<ReadonlyMap<string, Read<string>>>;
  readonly unit: Read<string>;
  /** Seconds. */
  readonly period: Read<number>;
  readonly statistic: Read<string>;
  readonly extendedStatistic: Read<string>;
  /** Absent: the alarm's own account. */
  readonly accountId: Read<string>;
  readonly form: MetricForm;
}

/** The metrics that an alarm reads; none where they are not known or it reads none. */
export function metricReadsOf(alarm: MetricAlarmView): readonly MetricRead[] {
  const { metricQueries } = alarm;
  if (metricQueries.kind === "known")
    return metricQueries.value.flatMap((query) => queryRead(query, metricQueries.value));
  if (alarm.metricName.kind === "absent") return [];
  return [
    {
      ...alarm,
      place: alarm.metricName.place,
      accountId: absent(alarm.place),
      form: metricQueries.kind === "absent" ? { kind: "itself" } : other("what it reads is not known yet"),
    },
  ];
}

function other(reason: string): MetricForm {
  return { kind: "other", reason };
}

function queryRead(query: MetricQuery, all: readonly MetricQuery[]): readonly MetricRead[] {
  const metric = valueOf(query.metric);
  if (!metric) return [];
  return [
    {
      ...metric,
      place: query.place,
      extendedStatistic: absent(query.place),
      accountId: query.accountId,
      form: formOf(query, all),
    },
  ];
}

/** Metric math is followed through `m1`, `FILL(m1, 0)`, `SUM([m1])` and `SUM(METRICS())`; the rest is left open. */
function formOf(query: MetricQuery, all: readonly MetricQuery[]): MetricForm {
  const returning = all.filter(({ returnData }) => returnData.kind === "known" && returnData.value);
  const [result] = returning;
  if (!result || returning.length > 1) return other("which of its metrics it compares is not known");
  if (result === query) return { kind: "itself" };
  const id = valueOf(query.queryId);
  const expression = valueOf(result.expression);
  if (id === undefined || expression === undefined) return other("its metric math is not known yet");
  return readMath(
    expression.replace(/\s+/g, ""),
    id,
    all.filter(({ metric }) => metric.kind !== "absent").length === 1,
  );
}

function readMath(expression: string, id: string, isOnlyMetric: boolean): MetricForm {
  const sum = isOnlyMetric ? ["SUM(METRICS())", `SUM([${id}])`] : [`SUM([${id}])`];
  if (expression === id || sum.includes(expression)) return { kind: "itself" };
  const filled = /^FILL\(([a-z][A-Za-z0-9_]*),(-?\d{1,9}(?:\.\d{1,9})?)\)$/.exec(expression);
  if (filled?.[1] === id) return { kind: "filled", fill: Number(filled[2]) };
  return other(`what \`${expression}\` gives is not followed`);
}
