import assert from "node:assert/strict";
import { type DetectionVerdict, detectionVerdictOf } from "../../../lib/aws/alarm-path";
import { explain } from "../../../lib/aws/alarms/explain";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { type EventVerdict } from "../../../lib/aws/alarms/verdict";
import { Settings } from "../../../lib/core/settings";
import { parseSettings } from "../../../lib/engine/settings";
import { type Declared, type Shape, asStack } from "../../support/program";

export interface Judgement {
  readonly shape?: Shape;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What a program's alarms make of one detection. */
export function judge(program: readonly Declared[], detection: string, given: Judgement = {}): DetectionVerdict {
  const settings = parseSettings("trailguard-settings", Settings, given.settings ?? {});
  const fact = detections.find(({ id }) => id === detection);
  const found = fact && detectionVerdictOf(asStack(program, given.shape ?? "deployed"), settings, fact);
  assert.ok(found, `no verdict on ${detection}`);
  return found;
}

/** The first of the events with the detection's verdict: what explains it. */
export function decidingEvent({ verdict, mustRing }: DetectionVerdict): EventVerdict {
  const found = mustRing.find((each) => each.verdict === verdict);
  assert.ok(found);
  return found;
}

/** The verdicts on the events in words, for messages of assertions. */
export function inWords({ mustRing }: DetectionVerdict): string {
  return mustRing.map(explain).join("\n");
}
