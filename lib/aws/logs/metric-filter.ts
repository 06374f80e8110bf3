import { type cloudwatch } from "@pulumi/aws";
import { mapRead, withDefault, withoutEmpty } from "../../core/read";
import { type ItemOf, type Reader } from "../reader";
import { resourceView } from "../view";

type Args = cloudwatch.LogMetricFilterArgs;

/** A filter that counts log events as a CloudWatch metric. Defaults as of @pulumi/aws 7.48. */
export const LogMetricFilter = resourceView<Args>()(["aws:cloudwatch/logMetricFilter:LogMetricFilter"], (read) => ({
  filterName: read.text("name"),
  logGroupName: read.text("logGroupName"),
  /** In the language of CloudWatch Logs; an empty one takes everything. */
  pattern: withDefault(read.text("pattern"), ""),
  applyOnTransformedLogs: withDefault(read.boolean("applyOnTransformedLogs"), false),
  metricTransformation: mapRead(read.object("metricTransformation"), transformationOf),
}));

export type LogMetricFilterView = ReturnType<typeof LogMetricFilter.view>;
/** The metric that a filter publishes. */
export type MetricTransformation = ReturnType<typeof transformationOf>;

function transformationOf(read: Reader<ItemOf<Args, "metricTransformation">>) {
  return {
    place: read.place,
    metricName: read.text("name"),
    namespace: read.text("namespace"),
    /** A number, or a selector such as `$.bytes` of a number in the record. */
    value: read.text("value"),
    /** For each record that does not match. Absent: nothing. */
    defaultValue: withoutEmpty(read.text("defaultValue")),
    /** From names to selectors. */
    dimensions: read.textMap("dimensions"),
    unit: withDefault(withoutEmpty(read.text("unit")), "None"),
  };
}
