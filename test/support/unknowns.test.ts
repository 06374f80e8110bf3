import assert from "node:assert/strict";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { isTrue, whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { valueOf } from "../../lib/core/read";
import { checkResource } from "../../lib/engine/outcome";
import { defaultSettings } from "../../lib/core/settings";
import { watched } from "./hiding";
import { asResource, declare } from "./program";
import { type Asked, breachesWhenUnknown } from "./unknowns";

type Check = Parameters<typeof policyOf>[0];

const run = { config: {}, settings: defaultSettings, now: new Date("2026-11-24T12:00:00Z") };
const named = {
  id: "logs-require-example",
  on: LogGroup,
  severity: "low",
  preset: "opt-in",
  summary: "An example",
  why: "An example.",
  fix: "An example.",
  messages: { wrong: "wrong" },
} as const;

function policyOf(read: (group: ReturnType<typeof LogGroup.view>) => "yes" | "no" | "unknown") {
  return definePolicy({
    ...named,
    *check(group, { must }) {
      yield* must({ truth: read(group), places: [group.place] }, "wrong");
    },
  });
}

function asked(check: Check, args: object): Asked {
  const program = [declare(LogGroup, "main", args)];
  const policy = policyOf(check);
  return {
    name: "a case",
    setup: "",
    program,
    ask: (given, note) => {
      const outcomes = given.map((each) => {
        const resource = asResource(each, "preview");
        const seen = note ? watched(resource, (property) => note(resource.urn, property)) : resource;
        return checkResource(policy, seen, run);
      });
      return {
        violations: outcomes.flatMap(({ violations }) => violations),
        undetermined: outcomes.flatMap(({ undetermined }) => undetermined),
      };
    },
  };
}

function breaches(check: Check, args: object, excused = { silent: {}, firm: {} }): readonly string[] {
  const each = asked(check, args);
  return breachesWhenUnknown([each], [each], excused);
}

const honest: Check = ({ retentionDays }) => whether(retentionDays, (days) => days > 7, "no").truth;
const silent: Check = ({ retentionDays }) => ((valueOf(retentionDays) ?? 8) > 7 ? "yes" : "no");
const guessing: Check = ({ retentionDays }) => ((valueOf(retentionDays) ?? 0) > 7 ? "yes" : "no");
const crashing: Check = ({ retentionDays }) => {
  if (retentionDays.kind === "unknown") throw new Error("a bug");
  return "yes";
};
const presence: Check = ({ kmsKeyId }) => (kmsKeyId.kind === "absent" ? "no" : "yes");

describe("what becomes of a policy where values are unknown", () => {
  it("an open question is honest", () => {
    assert.deepEqual(breaches(honest, { retentionInDays: 30 }), []);
    assert.deepEqual(breaches(honest, { retentionInDays: 5 }), []);
    assert.deepEqual(
      breaches(({ deletionProtection }) => isTrue(deletionProtection).truth, {}),
      [],
    );
  });

  it("a violation that vanishes in silence is refused", () => {
    assert.match(breaches(silent, { retentionInDays: 5 }).join(), /loses `wrong` on main in silence$/);
  });

  it("a violation that arises from nothing is refused", () => {
    assert.match(breaches(guessing, { retentionInDays: 30 }).join(), /guesses `wrong` on main$/);
  });

  it("a crash is refused", () => {
    assert.match(breaches(crashing, { retentionInDays: 30 }).join(), /failed with a bug of its own/);
  });

  it("where being given is what counts, a case by hand must show it", () => {
    assert.match(breaches(presence, {}).join(), /loses `wrong`.*; add \{ name: .* kmsKeyId: unknown\(\)/);
  });

  it("a reason excuses silence or a violation, and one that excuses nothing is refused", () => {
    const reasons = { "LogGroup.retentionInDays": "a reason" };
    assert.deepEqual(breaches(silent, { retentionInDays: 5 }, { silent: reasons, firm: {} }), []);
    assert.deepEqual(breaches(guessing, { retentionInDays: 30 }, { silent: {}, firm: reasons }), []);
    assert.match(breaches(honest, { retentionInDays: 5 }, { silent: reasons, firm: {} }).join(), /nothing is silent$/);
  });
});
