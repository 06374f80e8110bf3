import assert from "node:assert/strict";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";
import { type Program, describeWithCli, previewWithPack, readReport, reportPath } from "./support";

/** What stands outside the stack, and a component whose children have another region and earlier names. */
const elsewhere: Program = (aws, pulumi) => {
  const group = aws.cloudwatch.LogGroup.get("outside", "/outside/trail");
  const key = aws.kms.Key.get("outside", "1234abcd-12ab-34cd-56ef-1234567890ab");
  const cloudWatchLogsRoleArn = "arn:aws:iam::123456789012:role/trail";
  new aws.cloudtrail.Trail("reads-others", {
    s3BucketName: aws.s3.Bucket.get("outside", "outside-logs").id,
    kmsKeyId: key.arn,
    cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
    cloudWatchLogsRoleArn,
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
  });
  const parent = new pulumi.ComponentResource("app:index:Audit", "audit");
  const inWest = new aws.cloudwatch.LogGroup(
    "wrapped",
    { retentionInDays: 30, region: "us-west-2" },
    { parent, aliases: [{ name: "earlier" }] },
  );
  new aws.cloudtrail.Trail(
    "wrapped",
    {
      s3BucketName: "some-logs",
      cloudWatchLogsGroupArn: pulumi.interpolate`${inWest.arn}:*`,
      cloudWatchLogsRoleArn,
      kmsKeyId: key.arn,
      isMultiRegionTrail: true,
    },
    { parent, aliases: [{ name: "earlier" }] },
  );
};

/** What no provider would take: the wrong shape, endless texts, keys that reach into prototypes. */
const misshapen: Program = (_aws, pulumi) => {
  const endless = "x".repeat(1 << 20);
  const evil = JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ) as object;
  const declare = (type: string, name: string, properties: object) =>
    new (class extends pulumi.CustomResource {})(type, name, properties);
  declare("aws:cloudtrail/trail:Trail", "numbers", {
    s3BucketName: 5,
    isMultiRegionTrail: "yes",
    enableLogging: [],
    kmsKeyId: {},
    cloudWatchLogsGroupArn: 7,
    eventSelectors: "all",
    advancedEventSelectors: [null, 3, { fieldSelectors: "x" }],
    insightSelectors: {},
    tags: evil,
  });
  declare("aws:cloudtrail/trail:Trail", "endless", {
    s3BucketName: endless,
    name: endless,
    kmsKeyId: endless,
    cloudWatchLogsGroupArn: endless,
    cloudWatchLogsRoleArn: endless,
  });
  declare("aws:cloudwatch/logGroup:LogGroup", "group", { retentionInDays: "30", kmsKeyId: [endless], name: {} });
  declare("aws:kms/key:Key", "key", { policy: "{".repeat(1 << 20), enableKeyRotation: "true" });
  declare("aws:iam/role:Role", "role", { assumeRolePolicy: "[".repeat(100_000) + "]".repeat(100_000) });
  declare("aws:iam/policy:Policy", "policy", { policy: '{"__proto__":{"Statement":[]},"Statement":[null,5,"x"]}' });
  declare("aws:s3/bucket:Bucket", "bucket", { bucket: evil, acl: 3, policy: evil });
};

const recommended = { pack: join(repositoryRoot, "dist/packs/recommended") };

describeWithCli("resources as programs declare them, in the real CLI", () => {
  it("outside the stack they are no mistake; in a component, renamed and in another region they are judged", async () => {
    const { violations, stdout } = await previewWithPack(elsewhere, recommended);
    const found = violations
      .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
      .map(({ policyName, resourceUrn }) => `${policyName} ${resourceUrn?.split("::").at(-1) ?? ""}`);
    assert.deepEqual(
      found,
      [
        "cloudtrail-no-mistaken-log-group wrapped",
        "cloudtrail-require-encrypted-log-group wrapped",
        "cloudtrail-require-log-file-validation wrapped",
        "logs-require-retention wrapped",
      ],
      stdout,
    );
  });

  it("of a wrong shape they are a finding or nothing, and no bug", async () => {
    const file = reportPath();
    const { stdout } = await previewWithPack(misshapen, { ...recommended, environment: { TRAILGUARD_REPORT: file } });
    assert.doesNotMatch(stdout, /failed to run policy|a bug of its own/);
    const { complete, findings } = readReport(file);
    assert.ok(complete);
    assert.ok(findings.length > 0);
  });
});
