import assert from "node:assert/strict";
import { resolvePack } from "../../lib/core/pack";
import { packs } from "../../packs";
import { policies } from "../../policies/registry";

function levels(name: string): ReadonlyMap<string, string> {
  const definition = packs[name];
  assert.ok(definition, `no pack ${name}`);
  return new Map(resolvePack(definition, policies).entries.map(({ policy, level }) => [policy.id, level]));
}

describe("the packs", () => {
  it("each holds every policy, so that users can switch any of them on", () => {
    for (const name of Object.keys(packs)) assert.equal(levels(name).size, policies.length, name);
  });

  it("strict stops for everything that recommended even mentions", () => {
    const strict = levels("strict");
    const weaker = [...levels("recommended")].filter(
      ([id, level]) => level !== "disabled" && strict.get(id) !== "mandatory",
    );
    assert.deepEqual(weaker, []);
  });

  it("all leaves nothing out", () => {
    assert.deepEqual(
      [...levels("all")].filter(([, level]) => level === "disabled"),
      [],
    );
  });

  it("every other pack selects something", () => {
    const empty = Object.keys(packs).filter((name) =>
      [...levels(name).values()].every((level) => level === "disabled"),
    );
    assert.deepEqual(empty, []);
  });

  it("refuses to override a policy that does not exist", () => {
    const definition = {
      name: "x",
      title: "x",
      select: () => true,
      level: () => "advisory" as const,
      override: { "logs-require-retentoin": "advisory" as const },
    };
    assert.throws(() => resolvePack(definition, policies), /logs-require-retentoin/);
  });
});
