import assert from "node:assert/strict";

import { detections } from "../../../../lib/aws/facts/detections/detections";
import { envelopeOf } from "../../../../lib/aws/facts/detections/envelope";
import { type CatalogueEvent, recordFor } from "../../../../lib/aws/facts/detections/event";
import type { Truth } from "../../../../lib/core/truth";
import { matchesEventPattern } from "../../../../lib/patterns/event-pattern/match";
import { parseEventPattern } from "../../../../lib/patterns/event-pattern/parse";

describe("the suggested event patterns", () => {
  for (const { id, suggestedEventPattern, mustRing, shouldRing, mustNotRing } of detections) {
    const answers = (events: readonly CatalogueEvent[], expected: Truth): string[] => {
      const pattern = parseEventPattern(JSON.stringify(suggestedEventPattern));
      assert.ok(pattern.kind === "pattern");
      const answer = (event: CatalogueEvent) => matchesEventPattern(pattern, envelopeOf(recordFor(event))).truth;
      return events.filter((event) => answer(event) !== expected).map((event) => event.id);
    };

    it(`match every event of ${id} and no look-alike`, () => {
      assert.deepEqual(answers([...mustRing, ...shouldRing], "yes"), []);
      assert.deepEqual(answers(mustNotRing, "no"), []);
    });
  }
});
