import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { detections } from "../../../../lib/aws/facts/detections/detections";
import { type CatalogueEvent, recordFor } from "../../../../lib/aws/facts/detections/event";
import type { Truth } from "../../../../lib/core/truth";
import { matchesFilterPattern } from "../../../../lib/patterns/filter-pattern/match";
import { parseFilterPattern } from "../../../../lib/patterns/filter-pattern/parse";

interface CisFilter {
  control: string;
  patterns: { pattern: string; first: string }[];
  securityHub?: { id: string; pattern: string };
}

/** The events for which the pattern does not give the expected answer. */
function unexpected(text: string, events: readonly CatalogueEvent[], expected: Truth): string[] {
  const pattern = parseFilterPattern(text);
  assert.ok(pattern.kind === "pattern", text);
  const answer = (event: CatalogueEvent) => matchesFilterPattern(pattern, recordFor(event)).truth;
  return events.filter((event) => answer(event) !== expected).map(({ id }) => id);
}

describe("the suggested filter patterns", () => {
  for (const { id, suggestedFilterPattern, mustRing, shouldRing, mustNotRing } of detections) {
    it(`match every event of ${id} and no look-alike`, () => {
      assert.deepEqual(unexpected(suggestedFilterPattern, [...mustRing, ...shouldRing], "yes"), []);
      assert.deepEqual(unexpected(suggestedFilterPattern, mustNotRing, "no"), []);
    });
  }
});

/** CIS 4.1 up to version 3.0 joins its exclusions with `||`: it takes every record that is not exactly both. */
const matchesEverything = { control: "alarm.cis.unauthorized-api", first: "1.4" };

const cisFile = join(__dirname, "../../../../../../shared/facts/cis-metric-filters.json");

describe("the patterns of CIS and Security Hub, word for word", () => {
  const filters = existsSync(cisFile)
    ? (JSON.parse(readFileSync(cisFile, "utf8")) as { filters: CisFilter[] }).filters
    : [];
  for (const { control, patterns, securityHub } of filters) {
    const detection = detections.find(({ controls }) => controls.some((covered) => covered === control));
    const { id = control, mustRing = [], mustNotRing = [] } = detection ?? {};
    const texts = securityHub ? [...patterns, { pattern: securityHub.pattern, first: securityHub.id }] : patterns;
    for (const [index, { pattern, first }] of texts.entries()) {
      it(`of ${control}, ${first} (${index + 1}), ring for the core of ${id}`, () => {
        assert.ok(mustRing.length > 0);
        assert.deepEqual(unexpected(pattern, mustRing, "yes"), []);
      });

      it(`of ${control}, ${first} (${index + 1}), are quiet for its look-alikes, as far as they are right`, () => {
        const defect = control === matchesEverything.control && first === matchesEverything.first;
        assert.deepEqual(unexpected(pattern, mustNotRing, defect ? "yes" : "no"), []);
      });
    }
  }
});
