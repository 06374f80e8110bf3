import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { controlFacts, controlsIn } from "../../../../lib/core/controls";
import { detections } from "../../../../lib/aws/facts/detections/detections";

interface CisFilter {
  control: string;
  eventNamesUnion: string[];
  patterns: { pattern: string; first: string }[];
}

const conditions = [
  "root-use",
  "root-console-login",
  "console-login-no-mfa",
  "console-login-failure",
  "unauthorized-api-call",
];

describe("the detections", () => {
  for (const detection of detections) {
    describe(detection.id, () => {
      const { mustRing, shouldRing, mustNotRing } = detection;

      it("has events that must ring and look-alikes that must not, and none in two lists", () => {
        assert.ok(mustRing.length > 0);
        assert.ok(mustNotRing.length >= 4);
        const all = [...mustRing, ...shouldRing, ...mustNotRing];
        assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      });

      it("reports each event by CloudTrail's name or by a condition, in one list only", () => {
        for (const { event, eventName } of [...mustRing, ...shouldRing]) {
          assert.ok(event === eventName || conditions.includes(event), event);
        }
        const must = new Set(mustRing.map(({ event }) => event));
        assert.deepEqual(
          shouldRing.filter(({ event }) => must.has(event)),
          [],
        );
      });

      it("has texts and a practice", () => {
        assert.match(detection.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        assert.match(detection.title, /^[A-Z].*[^.]$/);
        assert.match(detection.why, /^[A-Z].*\.$/);
        assert.ok(detection.practice >= 1 && detection.practice <= 16);
        for (const control of detection.controls) {
          assert.equal(controlFacts()[control].practice, detection.practice, control);
        }
      });

      it("suggests patterns within the limits of the services", () => {
        assert.ok(detection.suggestedFilterPattern.length <= 1024, `${detection.suggestedFilterPattern.length}`);
        assert.ok(JSON.stringify(detection.suggestedEventPattern).length <= 2048);
      });
    });
  }

  it("have distinct ids", () => {
    assert.equal(new Set(detections.map(({ id }) => id)).size, detections.length);
  });

  it("cover every alarm that CIS asks for in any version, each by one detection", () => {
    const covered = detections.flatMap(({ controls }) => controls);
    assert.equal(new Set(covered).size, covered.length);
    for (const version of ["cis-aws-1.4", "cis-aws-3.0", "cis-aws-5.0", "cis-aws-7.0"] as const) {
      const asked = controlsIn(version).filter((control) => control.startsWith("alarm.cis."));
      assert.equal(asked.length, 15, version);
      for (const control of asked) assert.ok(covered.includes(control), control);
    }
  });

  it("are mandatory for the trail, the root user and refused calls", () => {
    const mandatory = detections.filter(({ level }) => level === "mandatory").map(({ id }) => id);
    assert.deepEqual(mandatory, ["trail-tampering", "root-use", "unauthorized-calls"]);
  });

  it("know every condition that reports speak of", () => {
    const events = new Set(detections.flatMap(({ mustRing }) => mustRing.map(({ event }) => event)));
    for (const condition of conditions) assert.ok(events.has(condition), condition);
  });
});

const cisFile = join(__dirname, "../../../../../../shared/facts/cis-metric-filters.json");

describe("the detections against the text of CIS", function () {
  before(function () {
    if (!existsSync(cisFile)) this.skip();
  });

  it("ask in the core for nothing that CIS does not name", () => {
    const { filters } = JSON.parse(readFileSync(cisFile, "utf8")) as { filters: CisFilter[] };
    for (const { control, eventNamesUnion } of filters) {
      const detection = detections.find(({ controls }) => controls.some((covered) => covered === control));
      assert.ok(detection !== undefined, control);
      if (eventNamesUnion.length === 0) continue;
      for (const { eventName } of detection.mustRing) assert.ok(eventNamesUnion.includes(eventName), eventName);
    }
  });

  it("know every event that CIS names, except those that can no longer happen", () => {
    const { filters } = JSON.parse(readFileSync(cisFile, "utf8")) as { filters: CisFilter[] };
    for (const { control, eventNamesUnion } of filters) {
      const detection = detections.find(({ controls }) => controls.some((covered) => covered === control));
      const known = new Set([...(detection?.mustRing ?? []), ...(detection?.shouldRing ?? [])].map((e) => e.eventName));
      const missing = eventNamesUnion.filter((name) => !known.has(name) && !name.includes("ClassicLink"));
      assert.deepEqual(missing, [], control);
    }
  });
});
