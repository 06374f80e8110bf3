import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";
import {
  type Program,
  type StackOptions,
  describeWithCli,
  previewWithPack,
  readReport,
  reportPath,
  upWithPack,
  withWorkspace,
} from "./support";

const shortRetention: Program = (aws) => {
  new aws.cloudwatch.LogGroup("audit", { retentionInDays: 30 });
};

const longRetention: Program = (aws) => {
  new aws.cloudwatch.LogGroup("audit", { retentionInDays: 400 });
};

/** Only the policy of these tests, so that others do not speak as well. */
const logsPack = { pack: join(repositoryRoot, "dist/packs/logs") };

function preview(program: Program, options: StackOptions = {}) {
  return previewWithPack(program, { ...logsPack, ...options });
}

describeWithCli("the pack in the real CLI", () => {
  it("stops a preview, and says what is wrong, where, and the fix", async () => {
    const { exitCode: code, stdout } = await preview(shortRetention);
    assert.notEqual(code, 0);
    assert.match(stdout, /\[mandatory\].*logs-require-retention.*audit/);
    assert.match(stdout, /log group `audit` forgets its events after 30 days.*Set `retentionInDays` to 365 or more/);
    assert.match(stdout, /practice 15, docs\/policies\/logs\/require-retention\.md/);
  });

  it("hears a policy's settings", async () => {
    const { stdout } = await preview(longRetention, { packConfig: { "logs-require-retention": { minimumDays: 500 } } });
    assert.match(stdout, /forgets its events after 400 days, before the 500 that are asked for/);
  });

  it("refuses a misspelt setting with the nearest right one", async () => {
    const {
      exitCode: code,
      stdout,
      stderr,
    } = await preview(longRetention, { packConfig: { "logs-require-retention": { minimumDay: 30 } } });
    assert.notEqual(code, 0);
    assert.match(
      stdout + stderr,
      /settings of `logs-require-retention`: `minimumDay` is not a setting; did you mean `minimumDays`\?/,
    );
  });

  it("refuses settings for a policy that does not exist, at once", async () => {
    const { exitCode, stdout, stderr } = await preview(longRetention, {
      packConfig: { "logs-require-retentoin": "mandatory" },
    });
    assert.notEqual(exitCode, 0);
    assert.match(
      stdout + stderr,
      /settings of `logs-require-retentoin`: there is no such policy; did you mean `logs-require-retention`\?/,
    );
  });

  it("reports the level that the policy configuration sets", async () => {
    const file = reportPath();
    await preview(shortRetention, {
      packConfig: { "logs-require-retention": "advisory" },
      environment: { TRAILGUARD_REPORT: file },
    });
    const report = readReport(file);
    assert.deepEqual(
      report.findings.filter(({ policy }) => policy === "logs-require-retention").map(({ level }) => level),
      ["advisory"],
    );
  });

  it("accepts a finding that the stack's configuration accepts, and counts it", async () => {
    const file = reportPath();
    const exception = {
      policy: "logs-require-retention",
      resource: "audit",
      reason: "holds debug output of an experiment",
      owner: "platform team",
      until: "2099-12-31",
    };
    const { stdout } = await preview(shortRetention, {
      config: { "trailguard:exceptions": JSON.stringify([exception]) },
      environment: { TRAILGUARD_REPORT: file },
    });
    assert.doesNotMatch(stdout, /forgets its events/);
    assert.match(stdout, /1 finding accepted by an exception: logs-require-retention/);
    const report = readReport(file);
    assert.deepEqual(
      report.exceptions.used.map(({ policy, id }) => ({ policy, id })),
      [{ policy: "logs-require-retention", id: "tooShort" }],
    );
  });

  it("accepts a date without quotes, which the CLI hands on as a time", async () => {
    const exception = {
      policy: "logs-require-retention",
      resource: "audit",
      reason: "holds debug output",
      owner: "us",
    };
    const { stdout } = await preview(shortRetention, {
      config: { "trailguard:exceptions": [{ ...exception, until: "2099-12-31 00:00:00 +0000 UTC" }] },
    });
    assert.doesNotMatch(stdout, /forgets its events/);
  });

  it("refuses an exception for a policy that does not exist, at once", async () => {
    const exception = {
      policy: "logs-require-retentoin",
      resource: "audit",
      reason: "holds debug output",
      owner: "us",
    };
    const { exitCode, stdout, stderr } = await preview(longRetention, {
      config: { "trailguard:exceptions": JSON.stringify([{ ...exception, until: "2099-12-31" }]) },
    });
    assert.notEqual(exitCode, 0);
    assert.match(
      stdout + stderr,
      /settings of `trailguard:exceptions`: `0\.policy` is `logs-require-retentoin`: there is no such policy; did you mean `logs-require-retention`\?/,
    );
  });

  it("judges a deployed state with `pulumi policy analyze`, and leaves its report", async () => {
    const file = reportPath();
    const run = { policyPacks: [join(repositoryRoot, "dist/packs/recommended")] };
    const { exitCode, stdout } = await withWorkspace(shortRetention, {}, async (workspace) => {
      const { exitCode: deployed } = await workspace.up();
      assert.equal(deployed, 0);
      return workspace.analyze({ ...run, environment: { TRAILGUARD_REPORT: file } });
    });
    assert.notEqual(exitCode, 0);
    assert.match(stdout, /log group `audit` forgets its events after 30 days/);
    const { complete, preview: isPreview, project, findings, undetermined } = readReport(file);
    assert.deepEqual({ complete, isPreview, project }, { complete: true, isPreview: false, project: "example" });
    assert.ok(findings.some(({ policy }) => policy === "logs-require-retention"));
    assert.deepEqual(undetermined, []);
  });

  it("refuses a place for its report that it could not write to, at once", async () => {
    const { exitCode, stdout, stderr } = await preview(longRetention, {
      environment: { TRAILGUARD_REPORT: "report.json" },
    });
    assert.notEqual(exitCode, 0);
    assert.match(stdout + stderr, /TRAILGUARD_REPORT is `report\.json`: it must be an absolute path/);
  });

  it("leaves what it knew by then where an update is stopped, in place of an earlier report", async () => {
    const file = reportPath();
    writeFileSync(file, "{}");
    const { exitCode } = await upWithPack(shortRetention, { ...logsPack, environment: { TRAILGUARD_REPORT: file } });
    assert.notEqual(exitCode, 0);
    const { complete, preview: isPreview, findings } = readReport(file);
    assert.deepEqual([complete, isPreview], [false, false]);
    assert.ok(findings.some(({ policy, level }) => policy === "logs-require-retention" && level === "mandatory"));
  });

  it("leaves its report behind, also where the preview is stopped", async () => {
    const file = reportPath();
    await preview(shortRetention, { environment: { TRAILGUARD_REPORT: file } });
    const report = readReport(file);
    const [finding] = report.findings.filter(({ policy }) => policy === "logs-require-retention");
    assert.equal(finding?.path, "retentionInDays");
    assert.equal(finding.level, "mandatory");
    assert.match(finding.urn, /::audit$/);
    assert.deepEqual([report.preview, report.complete], [true, true]);
  });
});
