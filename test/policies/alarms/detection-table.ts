import assert from "node:assert/strict";
import { type Detection } from "../../../lib/aws/facts/detections/detection";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { ruledBy, trailParts, watchedBy, without } from "../../aws/alarms/programs";
import { type PolicyTable } from "../../support/policy-test";
import { unknown } from "../../support/program";

/** The detection whose table shows what unknown values do; the other policies follow the same path. */
const example = "kms-key-changes";

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
        findings: [{ id: "vacuous", on: "watch", at: "pattern" }],
      },
      {
        name: "an alarm that never fires",
        given: watchedBy(detection.suggestedFilterPattern, { alarm: { statistic: "Average" } }),
        findings: [{ id: "silent", on: "watch", at: "statistic" }],
      },
    ],
    unknown: [{ name: "a pattern from another stack", given: watchedBy(unknown()), at: "pattern", id: "silent" }],
    ...(id === example ? {} : { unknownsShownBy: `alarms-require-${example}` }),
  };
}

/** Where a cookie decides in which region an event arrives, no rule is ever proven. */
function ruleCases({ suggestedEventPattern, mustRing }: Detection) {
  if (mustRing.some(({ lands }) => lands === "sign-in-region")) return [];
  return [{ name: "the rule of the page", given: ruledBy(JSON.stringify(suggestedEventPattern)) }];
}
