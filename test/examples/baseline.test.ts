import assert from "node:assert/strict";
import { join } from "node:path";
import { AlarmVerdicts, alarmsSection } from "../../lib/aws/alarms/report";
import { detections } from "../../lib/aws/facts/detections/detections";
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

/** What can be taken away without any policy's noticing, with the reason. */
const unmissed: readonly (readonly [RegExp, string])[] = [
  [
    /Bucket\w* security-baseline-(access-logs|config)$/,
    "policies look at the trail's bucket, not at buckets in general",
  ],
  [/:Bucket security-baseline-trail$/, "a trail without a bucket cannot be declared"],
  [/BucketOwnershipControls security-baseline-trail$/, "AWS's default for new buckets is the same"],
  [/BucketVersioning security-baseline-trail$/, "object lock switches versions on by itself"],
  [/BucketPublicAccessBlock security-baseline-trail$/, "the account's own block closes the bucket as well"],
  [/:Role security-baseline-responder-role$/, "a function without a role cannot be declared"],
  [/:LogGroup security-baseline-responder-log$/, "Lambda then makes one by itself"],
  [
    /(DeliveryChannel|RecorderStatus|ServiceLinkedRole) security-baseline/,
    "AWS refuses to start a recorder without them",
  ],
  [/:TopicPolicy security-baseline-alarms$/, "AWS's default policy lets the account's alarms publish"],
  [/:TopicPolicy security-baseline-delivery$/, "CloudTrail refuses a trail whose topic does not let it in"],
  [/(LogMetricFilter|MetricAlarm) security-baseline-trail-tampering$/, "the responder still hears of it"],
  [
    /(QueuePolicy security-baseline-\S+|MetricAlarm security-baseline-responder-failed)$/,
    "no policy asks who looks into a dead-letter queue",
  ],
  [
    /:FunctionEventInvokeConfig security-baseline-responder-attempts$/,
    "no policy asks how often a function is tried again",
  ],
  [/:Dashboard security-baseline$/, "a dashboard shows, and rings for nobody"],
];

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

  for (const pack of ["strict", "recommended", "cis-1.4", "cis-3.0", "cis-5.0", "cis-7.0"]) {
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

  it("rings for every event of the catalogue", () => {
    const verdicts = AlarmVerdicts.parse(alarmsSection.report(stackOfState(exported, "outputs", now), settings));
    assert.ok(verdicts.length >= 60);
    const others = verdicts.filter(({ verdict }) => verdict !== "rings");
    assert.deepEqual(
      others.map(({ detection, event, verdict }) => `${detection} ${event}: ${verdict}`),
      [],
    );
    assert.deepEqual(
      [...new Set(verdicts.map(({ detection }) => detection))].sort(),
      detections.map(({ id }) => id).sort(),
    );
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
      silent.map(names).filter((name) => !unmissed.some(([pattern]) => pattern.test(name))),
      [],
    );
  });
});
