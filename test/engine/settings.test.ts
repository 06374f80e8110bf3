import assert from "node:assert/strict";
import * as z from "zod";
import { Settings } from "../../lib/core/settings";
import { SettingsError, parseSettings } from "../../lib/engine/settings";

const schema = z.strictObject({
  minimumDays: z.int().min(1).default(365),
  names: z.array(z.string()).default([]),
  nested: z.strictObject({ deeper: z.boolean() }).optional(),
});

function refusal(given: unknown): string {
  try {
    parseSettings("logs-require-retention", schema, given);
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.message;
  }
  return "accepted";
}

describe("settings", () => {
  it("have their defaults", () => {
    assert.deepEqual(parseSettings("x", schema, {}), { minimumDays: 365, names: [] });
    assert.equal(Settings.parse({}).undetermined, "summary");
  });

  it("are refused with the nearest right name", () => {
    assert.equal(
      refusal({ minimumDay: 30 }),
      "settings of `logs-require-retention`: `minimumDay` is not a setting; did you mean `minimumDays`?",
    );
    assert.match(
      refusal({ nested: { deeper: true, depeer: false } }),
      /`nested\.depeer` is not a setting; did you mean `deeper`\?/,
    );
    assert.match(refusal({ colour: "red" }), /`colour` is not a setting; there are `minimumDays`, `names`, `nested`/);
  });

  it("are refused with the path and the offending value", () => {
    assert.match(refusal({ minimumDays: "30" }), /`minimumDays` is `"30"`: /);
    assert.match(refusal({ names: ["a", 7] }), /`names\.1` is `7`: /);
    assert.match(refusal("text"), /`\(all\)` is `"text"`: /);
  });

  it("all problems are told at once", () => {
    assert.match(refusal({ minimumDays: 0, nmaes: [] }), /minimumDays.*; .*nmaes|nmaes.*; .*minimumDays/);
  });
});
