import assert from "node:assert/strict";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";
import { type StackState } from "../../scripts/pulumi/workspace";
import { type Program, describeWithCli, withWorkspace } from "./support";

/** A trail whose bucket is unknown in the first preview: remediation must leave such values alone. */
const neglected: Program = (aws) => {
  const bucket = new aws.s3.Bucket("logs");
  new aws.cloudtrail.Trail("main", {
    s3BucketName: bucket.id,
    enableLogging: false,
    includeGlobalServiceEvents: false,
    tags: { team: "platform" },
  });
  new aws.cloudwatch.LogGroup("short", { retentionInDays: 30 });
};

const remediating = [
  "cloudtrail-require-global-service-events",
  "cloudtrail-require-log-file-validation",
  "cloudtrail-require-logging",
  "cloudtrail-require-multi-region",
  "logs-require-retention",
];

const run = {
  policyPacks: [join(repositoryRoot, "dist/packs/recommended")],
  policyPackConfigs: [{ all: "advisory", ...Object.fromEntries(remediating.map((policy) => [policy, "remediate"])) }],
};

function inputsOf({ deployment }: StackState, type: string): Readonly<Record<string, unknown>> {
  return deployment.resources?.find((resource) => resource.type === type)?.inputs ?? {};
}

describeWithCli("remediation in the real CLI", () => {
  it("sets what is missing, keeps the rest, and says so", async () => {
    await withWorkspace(neglected, {}, async (workspace) => {
      const { exitCode, stdout, stderr } = await workspace.up(run);
      assert.equal(exitCode, 0, stdout + stderr);
      for (const policy of remediating) assert.match(stdout, new RegExp(`\\[remediate\\].*${policy}`));
      const state = await workspace.exportState();
      const { s3BucketName, tags, ...trail } = inputsOf(state, "aws:cloudtrail/trail:Trail");
      assert.match(String(s3BucketName), /^logs-[0-9a-f]{7}$/);
      assert.deepEqual(tags, { team: "platform" });
      for (const name of [
        "enableLogFileValidation",
        "enableLogging",
        "includeGlobalServiceEvents",
        "isMultiRegionTrail",
      ]) {
        assert.equal(trail[name], true, name);
      }
      assert.equal(inputsOf(state, "aws:cloudwatch/logGroup:LogGroup")["retentionInDays"], 365);
    });
  });

  it("does the same in the next run, so that nothing changes any more", async () => {
    await withWorkspace(neglected, {}, async (workspace) => {
      await workspace.up(run);
      const { exitCode, stdout, events } = await workspace.preview(run);
      assert.equal(exitCode, 0, stdout);
      const summary = events.find(({ summaryEvent }) => summaryEvent)?.summaryEvent?.resourceChanges;
      assert.deepEqual(summary, { same: 4 });
    });
  });

  it("changes nothing unless it is asked for", async () => {
    await withWorkspace(neglected, {}, async (workspace) => {
      const { exitCode, stdout } = await workspace.up({ ...run, policyPackConfigs: [{ all: "advisory" }] });
      assert.equal(exitCode, 0, stdout);
      assert.equal(inputsOf(await workspace.exportState(), "aws:cloudtrail/trail:Trail")["enableLogging"], false);
    });
  });
});
