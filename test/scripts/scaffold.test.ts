import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, resolveConfig } from "prettier";
import { repositoryRoot } from "../../scripts/root";
import { scaffold } from "../../scripts/scaffold";

const id = "cloudtrail-require-nothing-at-all";

/** A copy of the checkout without its history and results, in which a new policy may be written. */
function copyOfCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), "trailguard-scaffold-"));
  for (const part of ["lib", "policies", "packs", "scripts", "test/support", "package.json", "tsconfig.json", "dist"]) {
    cpSync(join(repositoryRoot, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(repositoryRoot, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function run(copy: string, program: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, program), ...words], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

/** Only what the scaffold wrote is compiled: the rest of the copy is compiled already. */
function compile(copy: string): void {
  const include = [
    `policies/cloudtrail/require-nothing-at-all.ts`,
    `test/policies/cloudtrail/require-nothing-at-all.test.ts`,
  ];
  writeFileSync(
    join(copy, "tsconfig.new.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include,
    }),
  );
  const { status, output } = run(copy, "node_modules/typescript/lib/tsc.js", "-p", "tsconfig.new.json");
  assert.equal(status, 0, output);
}

describe("a new policy", function () {
  this.timeout(120_000);
  let copy = "";
  before(() => {
    copy = copyOfCheckout();
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it("is three files and a line in the registry, that compile and have exactly one red test", () => {
    const { status, output } = run(copy, "dist/scripts/new-policy.js", "cloudtrail", "require-nothing-at-all");
    assert.equal(status, 0, output);
    for (const file of scaffold(id).keys()) assert.ok(output.includes(file), file);
    assert.match(readFileSync(join(copy, "policies/registry.ts"), "utf8"), /cloudtrailRequireNothingAtAll/);
    compile(copy);
    const tests = run(
      copy,
      "node_modules/mocha/bin/mocha.js",
      "dist/test/policies/cloudtrail/require-nothing-at-all.test.js",
    );
    const failing = [...tests.output.matchAll(/^ +\d+\) fails \((preview|deployed)\): (.*)$/gm)].map(
      ([, , name]) => name,
    );
    assert.deepEqual(failing, ["red until you write it: what is wrong"], tests.output);
    assert.match(tests.output, /\d+ passing/);
  });

  it("is formatted as the rest is", async () => {
    const options = (await resolveConfig(join(repositoryRoot, "package.json"))) ?? {};
    for (const [filepath, text] of scaffold(id)) {
      assert.ok(await check(text, { ...options, filepath }), `${filepath} is not formatted`);
    }
  });

  it("is refused where the name is wrong or taken, with a word of help", () => {
    const refused = (...words: readonly string[]) => run(copy, "dist/scripts/new-policy.js", ...words);
    assert.match(
      refused("cloudtrail", "tags").output,
      /is no name of a policy: write a service, then no-, require-, limit- or prefer-/,
    );
    assert.match(refused("cloudtrail", "require-multi-region").output, /exists already/);
    assert.match(refused().output, /usage: npm run new -- <service> <name>/);
    assert.notEqual(refused().status, 0);
  });
});
