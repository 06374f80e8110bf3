import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCorpus, report, runCorpus, type Language } from "../../scripts/conformance";

const corpora = join(process.cwd(), "..", "shared", "corpora");

function agreesWith(language: Language, file: string): void {
  const path = join(corpora, file);
  (existsSync(path) ? it : it.skip)(`${language} cases of ${file}`, () => {
    const outcomes = runCorpus(language, readCorpus(readFileSync(path, "utf8")));
    assert.ok(outcomes.length > 100);
    const refuted = outcomes.filter((one) => one.settled && !one.agrees);
    assert.deepEqual(report(refuted).slice(0, -2), []);
  });
}

describe("patterns: agreement with recorded cases", () => {
  agreesWith("eventbridge", "eventbridge.json");
  agreesWith("metricfilter", "metricfilter.json");
});
