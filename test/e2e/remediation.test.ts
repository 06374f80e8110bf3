import assert from "node:assert/strict";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";
import { type Program, describeWithCli, withWorkspace } from "./support";

/** A trail whose bucket is unknown in the first preview: remediation must leave such values alone. */
const oneRegion: Program = (aws) => {
  const bucket = new aws.s3.Bucket("logs");
  new aws.cloudtrail.Trail("main", { s3BucketName: bucket.id, tags: { team: "platform" } });
};

const remediated = {
  "cloudtrail-require-multi-region": "remediate",
  "cloudtrail-require-log-file-validation": "remediate",
};

describeWithCli("remediation in the real CLI", () => {
  it("sets what is missing, keeps the rest, and says so", async () => {
    await withWorkspace(oneRegion, {}, async (workspace) => {
      const pack = join(repositoryRoot, "dist/packs/recommended");
      const packConfig = { all: "advisory", ...remediated };
      const { exitCode, stdout, stderr } = await workspace.up({ policyPacks: [pack], policyPackConfigs: [packConfig] });
      assert.equal(exitCode, 0, stdout + stderr);
      assert.match(stdout, /\[remediate\].*cloudtrail-require-multi-region/);
      const { deployment } = await workspace.exportState();
      const trail = deployment.resources?.find(({ type }) => type === "aws:cloudtrail/trail:Trail");
      assert.equal(trail?.inputs?.["isMultiRegionTrail"], true);
      assert.equal(trail.inputs["enableLogFileValidation"], true);
      assert.match(String(trail.inputs["s3BucketName"]), /^logs-[0-9a-f]{7}$/);
      assert.deepEqual(trail.inputs["tags"], { team: "platform" });
    });
  });
});
