import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { controlFacts } from "../../lib/core/controls";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";

interface Area {
  readonly covered: Readonly<Record<string, readonly string[]>>;
  readonly excused: Readonly<Record<string, string>>;
  readonly open: readonly string[];
}

describe("the coverage of controls", function () {
  this.timeout(120_000);
  let areas: Readonly<Record<string, Area>> = {};
  before(() => {
    const output = execFileSync(process.execPath, [join(repositoryRoot, "dist/scripts/coverage.js"), "--json"], {
      encoding: "utf8",
      maxBuffer: 2 ** 24,
    });
    ({ areas } = JSON.parse(output) as { areas: Readonly<Record<string, Area>> });
  });

  it("counts every control once: covered, excused with a reason, or open", () => {
    const counted = Object.values(areas).flatMap(({ covered, excused, open }) => [
      ...Object.keys(covered),
      ...Object.keys(excused),
      ...open,
    ]);
    assert.deepEqual(counted.sort(), Object.keys(controlFacts()).sort());
    for (const { excused } of Object.values(areas))
      for (const reason of Object.values(excused)) assert.ok(reason.length > 20, reason);
  });

  it("leaves none open", () => {
    assert.deepEqual(
      Object.values(areas).flatMap(({ open }) => open),
      [],
    );
  });

  it("names policies that exist, and the page says the same", () => {
    const page = readFileSync(join(repositoryRoot, "docs/coverage.md"), "utf8");
    const ids = new Set(policies.map(({ id }) => id));
    for (const [area, { covered, excused, open }] of Object.entries(areas)) {
      for (const named of Object.values(covered).flat()) assert.ok(ids.has(named), named);
      assert.ok(
        page.includes(
          `## ${area}\n\n${Object.keys(covered).length} covered, ${Object.keys(excused).length} excused, ${open.length} open.`,
        ),
        `docs/coverage.md is out of date in ${area}: run \`npm run coverage\``,
      );
    }
  });
});
