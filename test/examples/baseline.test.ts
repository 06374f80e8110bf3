import assert from "node:assert/strict";
import { join } from "node:path";
import { type PackEntry, resolvePack } from "../../lib/core/pack";
import { type Stack } from "../../lib/core/resource";
import { Settings } from "../../lib/core/settings";
import { checkAll } from "../../lib/engine/outcome";
import { packs } from "../../packs";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { describeWithCli, withProgramText } from "../e2e/support";
import { type ExportedResource, stackOfState, without } from "../support/state";

const program = `module.exports = require(${JSON.stringify(join(repositoryRoot, "dist/examples/baseline"))});\n`;
const settings = Settings.parse({ baseline: true });
const now = new Date("2026-11-24T12:00:00Z");

/** What is found in the deployed baseline, a line each, as resource policies and stack policies see it. */
function found(
  entries: readonly PackEntry[],
  exported: readonly ExportedResource[],
  change: (stack: Stack) => Stack = (stack) => stack,
): readonly string[] {
  const [inputs, outputs] = [
    change(stackOfState(exported, "inputs", now)),
    change(stackOfState(exported, "outputs", now)),
  ];
  return entries.flatMap(({ policy }) => {
    const run = { config: policy.config?.parse({}) ?? {}, settings, now };
    const { violations } = checkAll(policy, policy.on.scope === "resource" ? inputs : outputs, run);
    return violations.map(
      ({ message, place }) => `${policy.id} on ${place.urn.slice(place.urn.lastIndexOf("::") + 2)}: ${message}`,
    );
  });
}

function enabled(pack: string): readonly PackEntry[] {
  const definition = packs[pack];
  assert.ok(definition);
  return resolvePack(definition, policies).entries.filter(({ level }) => level !== "disabled");
}

/** Resources that can be taken away without anybody being less safe, with the reason. */
const unmissed: Readonly<Record<string, string>> = {};

describeWithCli("examples/baseline", () => {
  let exported: readonly ExportedResource[] = [];

  before(async function () {
    this.timeout(120_000);
    await withProgramText(program, {}, async (workspace) => {
      const { exitCode, stdout, stderr } = await workspace.up();
      assert.equal(exitCode, 0, stdout + stderr);
      exported = (await workspace.exportState()).deployment.resources ?? [];
    });
  });

  for (const pack of ["strict", "recommended", "cis-1.4", "cis-3.0", "cis-5.0", "cis-7.0", "security-hub"]) {
    it(`passes ${pack} with no exception`, () => {
      assert.deepEqual(found(enabled(pack), exported), []);
    });
  }

  it("passes strict in the first preview, through the real CLI", async () => {
    await withProgramText(program, {}, async (workspace) => {
      const pack = join(repositoryRoot, "dist/packs/strict");
      const { exitCode, violations, stdout } = await workspace.preview({
        policyPacks: [pack],
        policyPackConfigs: [{ "trailguard-settings": { baseline: true } }],
      });
      assert.equal(exitCode, 0, stdout);
      assert.deepEqual(
        violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory"),
        [],
      );
    });
  });

  it("has no resource whose absence nobody notices", function () {
    this.timeout(120_000);
    const entries = enabled("strict");
    const urns = exported.filter(({ type }) => type.startsWith("aws:")).map(({ urn }) => urn);
    const names = (urn: string) => urn.split("::").slice(2).join(" ").replace(/^.*\$/, "");
    const whole = new Set(found(entries, exported));
    const silent = urns.filter((urn) =>
      found(entries, exported, (stack) => without(stack, urn)).every((each) => whole.has(each)),
    );
    assert.deepEqual(
      silent.map(names).filter((name) => unmissed[name] === undefined),
      [],
    );
  });
});
