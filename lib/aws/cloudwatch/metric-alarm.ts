import { type cloudwatch } from "@pulumi/aws";
import { type Read, absent, mapRead, withDefault, withoutEmpty } from "../../core/read";
import { type ItemOf, type Reader } from "../reader";
import { resourceView } from "../view";

type Args = cloudwatch.MetricAlarmArgs;

/** A CloudWatch alarm on a metric. Defaults as of @pulumi/aws 7.48. */
export const MetricAlarm = resourceView<Args>()(["aws:cloudwatch/metricAlarm:MetricAlarm"], (read) => ({
  alarmName: read.text("name"),
  actionsEnabled: withDefault(read.boolean("actionsEnabled"), true),
  alarmActions: read.texts("alarmActions"),
  okActions: read.texts("okActions"),
  insufficientDataActions: read.texts("insufficientDataActions"),
  metricName: withoutEmpty(read.text("metricName")),
  namespace: withoutEmpty(read.text("namespace")),
  dimensions: read.textMap("dimensions"),
  /** Absent: samples of whatever unit. */
  unit: withoutEmpty(read.text("unit")),
  /** Seconds. */
  period: withoutZero(read.number("period")),
  statistic: withoutEmpty(read.text("statistic")),
  extendedStatistic: withoutEmpty(read.text("extendedStatistic")),
  threshold: read.number("threshold"),
  thresholdMetricId: withoutEmpty(read.text("thresholdMetricId")),
  comparisonOperator: withoutEmpty(read.text("comparisonOperator")),
  evaluationPeriods: read.number("evaluationPeriods"),
  /** Absent: all evaluation periods. */
  datapointsToAlarm: withoutZero(read.number("datapointsToAlarm")),
  treatMissingData: withDefault(withoutEmpty(read.text("treatMissingData")), "missing"),
  /** A PromQL expression in place of a metric. */
  evaluationCriteria: read.object("evaluationCriteria"),
  /** Absent where there is none: the alarm reads one metric. */
  metricQueries: withoutNone(mapRead(read.objects("metricQueries"), (queries) => queries.map(queryOf))),
}));

export type MetricAlarmView = ReturnType<typeof MetricAlarm.view>;
export type MetricQuery = ReturnType<typeof queryOf>;

function queryOf(read: Reader<ItemOf<Args, "metricQueries">>) {
  const metric = read.object("metric");
  return {
    place: read.place,
    queryId: read.text("id"),
    expression: withoutEmpty(read.text("expression")),
    /** Another account, whose metric it reads. */
    accountId: withoutEmpty(read.text("accountId")),
    returnData: withDefault(read.boolean("returnData"), false),
    metric: mapRead(metric, (each) => ({
      metricName: each.text("metricName"),
      namespace: withoutEmpty(each.text("namespace")),
      dimensions: each.textMap("dimensions"),
      unit: withoutEmpty(each.text("unit")),
      period: each.number("period"),
      statistic: each.text("stat"),
    })),
  };
}

/** After deployment the provider writes 0 where nothing was set. */
function withoutZero(read: Read<number>): Read<number> {
  return read.kind === "known" && read.value === 0 ? absent(read.place) : read;
}

function withoutNone<T>(read: Read<readonly T[]>): Read<readonly T[]> {
  return read.kind === "known" && read.value.length === 0 ? absent(read.place) : read;
}
