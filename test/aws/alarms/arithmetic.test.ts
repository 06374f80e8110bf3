import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type AlarmNumbers,
  type MissingDataTreatment,
  type Ringing,
  type Samples,
  isDead,
  missingDataTreatments,
  rings,
  stateOf,
  wouldRing,
} from "../../../lib/aws/alarms/arithmetic";

/** What CIS asks for, and the starting point of every row. */
const good: AlarmNumbers = {
  statistic: "Sum",
  period: 300,
  threshold: 1,
  comparison: "GreaterThanOrEqualToThreshold",
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  treatMissingData: "notBreaching",
};

type Expected = Partial<Ringing> & { readonly dead?: "yes" | "no" | "unknown" };
interface Row {
  readonly name: string;
  readonly alarm?: Partial<AlarmNumbers>;
  readonly samples?: Samples;
  readonly expected: Expected;
}

const rows: readonly Row[] = [
  { name: "sum of one event", expected: { fires: "yes", firesAgain: "yes", always: "no", needs: 1, dead: "no" } },
  {
    name: "sum with default 0",
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "yes", firesAgain: "yes", always: "no" },
  },
  {
    name: "average without a default",
    alarm: { statistic: "Average" },
    expected: { fires: "yes", firesAgain: "yes", always: "no" },
  },
  {
    name: "average with default 0 never reaches the value",
    alarm: { statistic: "Average" },
    samples: { value: 1, defaultValue: 0 },
    expected: {
      fires: "no",
      needs: Infinity,
      dead: "yes",
      property: "statistic",
      reason: "never fires: Average of 1 and default 0 stays below threshold 1",
      fix: "Use statistic `Sum`.",
    },
  },
  {
    name: "average with a raised threshold (azul#6220)",
    alarm: { statistic: "Average", threshold: 12 },
    expected: {
      fires: "no",
      needs: Infinity,
      dead: "yes",
      reason: "never fires: Average of 1 stays below threshold 12",
      fix: "Set `threshold` to `1`.",
    },
  },
  {
    name: "average against a share of the records cannot be told",
    alarm: { statistic: "Average", threshold: 0.25 },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "unknown", dead: "unknown" },
  },
  {
    name: "minimum with default 0",
    alarm: { statistic: "Minimum" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "no", dead: "yes", fix: "Use statistic `Sum`." },
  },
  {
    name: "maximum with default 0",
    alarm: { statistic: "Maximum" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "yes" },
  },
  {
    name: "sample count without a default",
    alarm: { statistic: "SampleCount" },
    expected: { fires: "yes", firesAgain: "yes", always: "no" },
  },
  {
    name: "sample count with a default counts every record",
    alarm: { statistic: "SampleCount" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "no", always: "yes", dead: "yes", fix: "Use statistic `Sum`." },
  },
  {
    name: "sample count above what default samples surely make",
    alarm: { statistic: "SampleCount", threshold: 5 },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "unknown", always: "unknown" },
  },
  {
    name: "sum with a default that adds up with the other records",
    samples: { value: 1, defaultValue: 1 },
    expected: { fires: "unknown" },
  },
  {
    name: "greater than the value (quickstart-compliance-cis-benchmark#7)",
    alarm: { comparison: "GreaterThanThreshold" },
    expected: {
      fires: "no",
      needs: 2,
      dead: "no",
      property: "comparison",
      reason: "never fires on one event: Sum of 1 does not exceed threshold 1, it takes 2 events in 300 seconds",
      fix: "Set `comparisonOperator` to `GreaterThanOrEqualToThreshold`.",
    },
  },
  { name: "greater than 0", alarm: { comparison: "GreaterThanThreshold", threshold: 0 }, expected: { fires: "yes" } },
  {
    name: "five events a period",
    alarm: { threshold: 5 },
    expected: { fires: "no", needs: 5, dead: "no", fix: "Set `threshold` to `1`." },
  },
  {
    name: "five events in each of two periods",
    alarm: { threshold: 5, evaluationPeriods: 2, datapointsToAlarm: 2 },
    expected: { fires: "no", needs: 10, dead: "no" },
  },
  {
    name: "a heartbeat rings when events stop",
    alarm: { comparison: "LessThanThreshold", treatMissingData: "breaching" },
    expected: { fires: "unknown", always: "unknown", dead: "unknown" },
  },
  {
    name: "less than, with default 0, is in ALARM until an event comes",
    alarm: { comparison: "LessThanThreshold" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "unknown", always: "unknown", dead: "unknown" },
  },
  {
    name: "less than, without a default, sees only the event that satisfies it",
    alarm: { comparison: "LessThanThreshold" },
    expected: { fires: "no", needs: Infinity, dead: "yes" },
  },
  {
    name: "less than or equal to the value, with missing data as good",
    alarm: { comparison: "LessThanOrEqualToThreshold" },
    expected: { fires: "yes", firesAgain: "yes", always: "no" },
  },
  {
    name: "threshold 0 is reached by default 0",
    alarm: { threshold: 0 },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "no", always: "yes", dead: "yes", fix: "Set `threshold` to `1`." },
  },
  {
    name: "missing data as breaching keeps it in ALARM",
    alarm: { treatMissingData: "breaching" },
    expected: {
      fires: "no",
      always: "yes",
      dead: "yes",
      property: "treatMissingData",
      fix: "Set `treatMissingData` to `notBreaching`.",
    },
  },
  {
    name: "missing data as breaching, with a default: periods without any record decide",
    alarm: { treatMissingData: "breaching" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "unknown", always: "unknown", dead: "unknown" },
  },
  {
    name: "ignored missing data keeps ALARM for ever",
    alarm: { treatMissingData: "ignore" },
    expected: {
      fires: "yes",
      firesAgain: "no",
      dead: "yes",
      property: "treatMissingData",
      fix: "Set `treatMissingData` to `notBreaching`.",
    },
  },
  {
    name: "ignored missing data with default 0 comes back to OK",
    alarm: { treatMissingData: "ignore" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "yes", firesAgain: "yes" },
  },
  {
    name: "missing data as missing: a lone datapoint is enough for 3 of 3",
    alarm: { evaluationPeriods: 3, datapointsToAlarm: 3, treatMissingData: "missing" },
    expected: { fires: "yes", firesAgain: "yes" },
  },
  {
    name: "not for 3 of 3 where missing data is good (automated-security-response#43: 240 of 240)",
    alarm: { evaluationPeriods: 240, datapointsToAlarm: 240 },
    expected: {
      fires: "no",
      needs: 240,
      dead: "no",
      property: "datapointsToAlarm",
      reason: "never fires on one event: 240 of 240 datapoints must breach, and one event makes one",
      fix: "Set `datapointsToAlarm` to `1`.",
    },
  },
  {
    name: "with default 0 no datapoint is missing, so 3 of 3 never fires on one event",
    alarm: { evaluationPeriods: 3, datapointsToAlarm: 3, treatMissingData: "missing" },
    samples: { value: 1, defaultValue: 0 },
    expected: { fires: "no", needs: 3, dead: "no" },
  },
  {
    name: "1 of 3 fires on one event",
    alarm: { evaluationPeriods: 3, datapointsToAlarm: 1 },
    expected: { fires: "yes", firesAgain: "yes" },
  },
  {
    name: "ignored missing data keeps a lone datapoint of 2 from firing",
    alarm: { evaluationPeriods: 3, datapointsToAlarm: 2, treatMissingData: "ignore" },
    expected: { fires: "no", needs: 2 },
  },
  {
    name: "filled-in zeros are datapoints",
    alarm: { evaluationPeriods: 2, datapointsToAlarm: 2, treatMissingData: "missing", fill: 0 },
    expected: { fires: "no", needs: 2 },
  },
  { name: "filled-in zeros and one datapoint", alarm: { fill: 0 }, expected: { fires: "yes", always: "no" } },
  {
    name: "filled in with what breaches",
    alarm: { fill: 1 },
    expected: { fires: "no", always: "yes", dead: "yes" },
  },
  {
    name: "a filter that publishes 0",
    samples: { value: 0 },
    expected: { fires: "no", needs: Infinity, dead: "yes" },
  },
  { name: "a filter that publishes 10", samples: { value: 10 }, expected: { fires: "yes" } },
  { name: "a value from the record", samples: { value: "unknown" }, expected: { fires: "unknown" } },
  {
    name: "a default that is not known",
    samples: { value: 1, defaultValue: "unknown" },
    expected: { fires: "unknown" },
  },
  { name: "a period below the minute", alarm: { period: 10 }, expected: { fires: "unknown" } },
  { name: "more datapoints than periods", alarm: { datapointsToAlarm: 2 }, expected: { fires: "unknown" } },
  { name: "no periods (crossfeed)", alarm: { evaluationPeriods: 0 }, expected: { fires: "unknown" } },
];

describe("the arithmetic of an alarm", () => {
  for (const { name, alarm, samples, expected } of rows) {
    it(name, () => {
      const ringing = wouldRing({ ...good, ...alarm }, samples ?? { value: 1 });
      const got = { ...ringing, dead: isDead(ringing) };
      const picked = Object.fromEntries(Object.keys(expected).map((key) => [key, got[key as keyof typeof got]]));
      assert.deepEqual(picked, expected, ringing.reason);
    });
  }

  it("gives a fix wherever it does not ring, and only there", () => {
    for (const { alarm, samples } of rows) {
      const ringing = wouldRing({ ...good, ...alarm }, samples ?? { value: 1 });
      assert.equal(ringing.fix === undefined, rings(ringing) !== "no", ringing.reason);
    }
  });
});

interface MissingDataRow extends Readonly<Record<MissingDataTreatment, string>> {
  readonly datapoints: readonly string[];
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
}
interface MissingDataCorpus {
  readonly rows: readonly MissingDataRow[];
  readonly premature: readonly { readonly datapoints: string; readonly note: string }[];
}

const corpus = resolve(__dirname, "../../../../../shared/corpora/alarm-missingdata.json");

/** The newest `evaluationPeriods` of the datapoints that exist; those before are not looked at. */
function windowOf(datapoints: readonly string[], evaluationPeriods: number) {
  const newestFirst = datapoints.map((point, index) => ({ point, age: datapoints.length - index })).reverse();
  const existing = newestFirst.filter(({ point }) => point !== "-").slice(0, evaluationPeriods);
  const breaching = existing.filter(({ point }) => point === "X");
  return {
    breaching: breaching.length,
    notBreaching: existing.length - breaching.length,
    oldestBreaching: breaching.at(-1)?.age ?? 0,
  };
}

describe("missing data, by AWS's tables", () => {
  if (!existsSync(corpus)) return;
  const { rows: table, premature } = JSON.parse(readFileSync(corpus, "utf8")) as MissingDataCorpus;
  for (const row of table) {
    for (const treatMissingData of missingDataTreatments) {
      const { datapointsToAlarm, evaluationPeriods } = row;
      it(`${row.datapoints.join(" ")}, ${datapointsToAlarm} of ${evaluationPeriods}, ${treatMissingData}`, () => {
        const window = windowOf(row.datapoints, evaluationPeriods);
        assert.equal(
          stateOf({ datapointsToAlarm, evaluationPeriods, treatMissingData }, window),
          row[treatMissingData],
        );
      });
    }
  }
  for (const { datapoints, note } of premature) {
    it(`${datapoints}: ${note}`, () => {
      const window = windowOf(datapoints.split(" "), 3);
      const state = stateOf({ datapointsToAlarm: 3, evaluationPeriods: 3, treatMissingData: "missing" }, window);
      assert.equal(state === "ALARM", note === "goes to ALARM");
    });
  }
});
