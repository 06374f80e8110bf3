import assert from "node:assert/strict";
import { answerOf, arithmeticLink } from "../../../lib/aws/alarms/alarm-arithmetic";
import { alarmsReading, filtersReadBy } from "../../../lib/aws/alarms/metric-join";
import { MetricAlarm } from "../../../lib/aws/cloudwatch/metric-alarm";
import { LogMetricFilter } from "../../../lib/aws/logs/metric-filter";
import { type Truth } from "../../../lib/core/truth";
import { type Declared, asStack, declare, unknown } from "../../support/program";
import { alarm } from "./support";

function filter(transformation: object = {}, args: object = {}): Declared {
  return declare(LogMetricFilter, "tamper", {
    logGroupName: "trail",
    pattern: "{ $.eventName = StopLogging }",
    metricTransformation: { name: "Tamper", namespace: "Security", value: "1", ...transformation },
    ...args,
  });
}

interface Row {
  readonly name: string;
  readonly filter?: Declared;
  readonly alarm: Declared;
  /** Absent: the alarm is on something else. */
  readonly reads?: Truth;
  readonly says?: RegExp;
}

const math = (expression: string, args: object = {}) =>
  alarm({
    metricName: undefined,
    namespace: undefined,
    statistic: undefined,
    period: undefined,
    metricQueries: [
      { id: "m1", metric: { metricName: "Tamper", namespace: "Security", period: 300, stat: "Sum" }, ...args },
      { id: "e1", expression, returnData: true },
    ],
  });

const joins: readonly Row[] = [
  { name: "the same metric", alarm: alarm(), reads: "yes" },
  {
    name: "another namespace (virtualjj#5)",
    alarm: alarm({ namespace: "CISBenchmark" }),
    reads: "no",
    says: /alarm `tamper` reads namespace `CISBenchmark`, the filter publishes to `Security`/,
  },
  {
    name: "no namespace (crossfeed)",
    alarm: alarm({ namespace: undefined }),
    reads: "no",
    says: /namespace `\(not set\)`/,
  },
  {
    name: "names are case-sensitive",
    alarm: alarm({ metricName: "tamper" }),
    reads: "no",
    says: /reads metric `tamper`/,
  },
  {
    name: "another metric of the namespace that nothing publishes",
    alarm: alarm({ metricName: "Tampering" }),
    reads: "no",
  },
  { name: "another metric altogether", alarm: alarm({ metricName: "CPUUtilization", namespace: "AWS/EC2" }) },
  {
    name: "dimensions of the alarm's own",
    alarm: alarm({ dimensions: { Trail: "main" } }),
    reads: "no",
    says: /dimensions `Trail`/,
  },
  {
    name: "dimensions of the filter's own",
    filter: filter({ dimensions: { User: "$.user" } }),
    alarm: alarm(),
    reads: "no",
  },
  {
    name: "the same dimensions, whose values come from records",
    filter: filter({ dimensions: { User: "$.user" } }),
    alarm: alarm({ dimensions: { User: "root" } }),
    reads: "unknown",
  },
  { name: "the same unit", filter: filter({ unit: "Count" }), alarm: alarm({ unit: "Count" }), reads: "yes" },
  { name: "another unit", alarm: alarm({ unit: "Count" }), reads: "no", says: /unit `Count`, .* `None`/ },
  { name: "another region", alarm: alarm({ region: "eu-west-1" }), reads: "no", says: /another/ },
  { name: "a name that is not known", alarm: alarm({ metricName: unknown() }), reads: "unknown" },
  { name: "metric math on it", alarm: math("FILL(m1, 0)"), reads: "yes" },
  { name: "metric math on another account's", alarm: math("m1", { accountId: "210987654321" }), reads: "unknown" },
];

describe("the alarms that read a filter's metric", () => {
  for (const row of joins) {
    it(row.name, () => {
      const stack = asStack([row.filter ?? filter(), row.alarm], "preview");
      const [published] = LogMetricFilter.allIn(stack);
      assert.ok(published);
      const readers = alarmsReading(stack, published);
      assert.deepEqual(
        readers.map(({ link }) => link.truth),
        row.reads === undefined ? [] : [row.reads],
        readers.map(({ link }) => link.what).join(),
      );
      assert.match(readers.map(({ link }) => link.what).join(), row.says ?? /^/);
    });
  }

  it("leaves an alarm alone that reads another filter of the namespace", () => {
    const other = declare(LogMetricFilter, "root", {
      logGroupName: "trail",
      pattern: "root",
      metricTransformation: { name: "Root", namespace: "Security", value: "1" },
    });
    const stack = asStack([filter(), other, alarm()], "deployed");
    const [subject] = MetricAlarm.allIn(stack);
    assert.ok(subject);
    assert.deepEqual(
      filtersReadBy(stack, subject).map((each) => each.filter.name),
      ["tamper"],
    );
    const root = LogMetricFilter.allIn(stack).find(({ name }) => name === "root");
    assert.ok(root);
    assert.deepEqual(alarmsReading(stack, root), []);
  });
});

interface AnswerRow {
  readonly name: string;
  readonly filter?: Declared;
  readonly alarm: Declared;
  readonly truth: Truth;
  readonly what: RegExp;
  readonly fix?: string;
  readonly at: string;
}

const answers: readonly AnswerRow[] = [
  { name: "a sum", alarm: alarm(), truth: "yes", what: /^alarm `tamper` fires on one event$/, at: "" },
  {
    name: "an average with default 0",
    filter: filter({ defaultValue: "0" }),
    alarm: alarm({ statistic: "Average" }),
    truth: "no",
    what: /^alarm `tamper` never fires: Average of 1 and default 0 stays below threshold 1$/,
    fix: "Use statistic `Sum`.",
    at: "statistic",
  },
  {
    name: "datapoints that default to all periods",
    alarm: alarm({ evaluationPeriods: 3, treatMissingData: "notBreaching" }),
    truth: "no",
    what: /3 of 3 datapoints/,
    fix: "Set `datapointsToAlarm` to `1`.",
    at: "evaluationPeriods",
  },
  {
    name: "an anomaly band",
    alarm: alarm({ threshold: undefined, thresholdMetricId: "ad1" }),
    truth: "unknown",
    what: /anomaly/,
    at: "thresholdMetricId",
  },
  {
    name: "a percentile",
    alarm: alarm({ statistic: undefined, extendedStatistic: "p99" }),
    truth: "unknown",
    what: /percentile/,
    at: "extendedStatistic",
  },
  {
    name: "no threshold",
    alarm: alarm({ threshold: undefined }),
    truth: "unknown",
    what: /no `threshold`/,
    at: "threshold",
  },
  {
    name: "a threshold that is not known",
    alarm: alarm({ threshold: unknown() }),
    truth: "unknown",
    what: /not known/,
    at: "threshold",
  },
  {
    name: "a value from the record",
    filter: filter({ value: "$.bytes" }),
    alarm: alarm(),
    truth: "unknown",
    what: /value that is not known/,
    at: "threshold",
  },
  {
    name: "a filter that publishes 0",
    filter: filter({ value: "0" }),
    alarm: alarm(),
    truth: "no",
    what: /never fires/,
    fix: "Let the filter publish the value `1` for each match.",
    at: "",
  },
  { name: "math that returns the metric", alarm: math("m1"), truth: "yes", what: /fires/, at: "" },
  { name: "math that sums it", alarm: math("SUM([m1])"), truth: "yes", what: /fires/, at: "" },
  { name: "math that fills it", alarm: math("FILL(m1, 0)"), truth: "yes", what: /fires/, at: "" },
  {
    name: "math that fills it with what breaches",
    alarm: math("FILL(m1, 5)"),
    truth: "no",
    what: /all the time/,
    at: "",
  },
  {
    name: "math that is not followed",
    alarm: math("ANOMALY_DETECTION_BAND(m1, 2)"),
    truth: "unknown",
    what: /not followed/,
    at: "metricQueries[0]",
  },
];

describe("an alarm's answer to a filter", () => {
  for (const row of answers) {
    it(row.name, () => {
      const stack = asStack([row.filter ?? filter(), row.alarm], "preview");
      const [published] = LogMetricFilter.allIn(stack);
      assert.ok(published);
      const [reader] = alarmsReading(stack, published);
      assert.ok(reader);
      const link = arithmeticLink(reader.alarm, reader.read, published);
      assert.deepEqual([link.truth, link.place.path], [row.truth, row.at], link.what);
      assert.match(link.what, row.what);
      if (row.fix !== undefined) assert.equal(link.fix, row.fix);
      assert.equal(answerOf(reader.alarm, reader.read, published).reason, link.what.replace("alarm `tamper` ", ""));
    });
  }
});
