import assert from "node:assert/strict";
import { type Detection } from "../../../lib/aws/facts/detections/detection";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { ruledBy, trailParts, watchedBy, without } from "../../aws/alarms/programs";
import { type PolicyTable } from "../../support/policy-test";
import { unknown } from "../../support/program";

/** The detection whose table shows the values in messages, and what unknown values do; the others follow the same path. */
const example = "kms-key-changes";
const events = "`DisableKey` and `ScheduleKeyDeletion`";
const ringsForAll = {
  events,
  chain: "trail `main` -> log group `trail-logs` -> ",
  end: "filter `watch` matches",
  everyday: "DescribeKey",
};
const neverFires = {
  events,
  chain: "trail `main` -> log group `trail-logs` -> filter `watch` matches -> ",
  end: "alarm `watch` never fires: Average of 1 and default 0 stays below threshold 1",
  fix: "Use statistic `Sum`",
};

/** What every policy for a detection must say, from the detection's own patterns. */
export function detectionTable(id: string): PolicyTable {
  const detection = detections.find((each) => each.id === id);
  assert.ok(detection, `no detection ${id}`);
  return {
    pass: [
      { name: "the filter of the page", given: watchedBy(detection.suggestedFilterPattern) },
      { name: "a stack without a trail", given: without(watchedBy("{ $.eventName = None }"), "Trail") },
      ...ruleCases(detection),
    ],
    fail: [
      {
        name: "a trail without any alarm",
        given: trailParts(),
        findings: [{ id: "silent", on: "trail-logs", at: "" }],
        controls: detection.controls,
      },
      {
        name: "an alarm that rings for everything",
        given: watchedBy(""),
        findings: [{ id: "vacuous", on: "watch", at: "pattern", ...(id === example ? { data: ringsForAll } : {}) }],
      },
      {
        name: "an alarm that never fires",
        given: watchedBy(detection.suggestedFilterPattern, { alarm: { statistic: "Average" } }),
        findings: [{ id: "silent", on: "watch", at: "statistic", ...(id === example ? { data: neverFires } : {}) }],
      },
    ],
    unknown: [{ name: "a pattern from another stack", given: watchedBy(unknown()), at: "pattern", id: "silent" }],
    ...(id === example ? {} : { shownBy: `alarms-require-${example}` }),
  };
}

/** Where a cookie decides in which region an event arrives, no rule is ever proven. */
function ruleCases({ suggestedEventPattern, mustRing }: Detection) {
  if (mustRing.some(({ lands }) => lands === "sign-in-region")) return [];
  return [{ name: "the rule of the page", given: ruledBy(JSON.stringify(suggestedEventPattern)) }];
}
