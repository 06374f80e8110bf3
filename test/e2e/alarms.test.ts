import assert from "node:assert/strict";
import { join } from "node:path";
import { AlarmVerdicts } from "../../lib/aws/alarms/report";
import { repositoryRoot } from "../../scripts/root";
import {
  type Program,
  type StackOptions,
  describeWithCli,
  previewWithPack,
  readReport,
  reportPath,
  upWithPack,
  withProgramText,
} from "./support";

/** A path from the trail to a mailbox. The role's document names the group's ARN, which a first preview does not know. */
const watched: Program = (aws, pulumi) => {
  const group = new aws.cloudwatch.LogGroup("trail", { retentionInDays: 400 });
  const trust = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" };
  const role = new aws.iam.Role("trail", {
    assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
  });
  const write = { Effect: "Allow", Action: "logs:*", Resource: pulumi.interpolate`${group.arn}:*` };
  new aws.iam.RolePolicy("trail", {
    role: role.name,
    policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [write] }),
  });
  new aws.cloudtrail.Trail("main", {
    s3BucketName: "trail-logs",
    isMultiRegionTrail: true,
    cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
    cloudWatchLogsRoleArn: role.arn,
  });
  const filter = new aws.cloudwatch.LogMetricFilter("tampering", {
    logGroupName: group.name,
    pattern: "{ ($.eventName = StopLogging) || ($.eventName = DeleteTrail) || ($.eventName = UpdateTrail) }",
    metricTransformation: { name: "TrailTampering", namespace: "Security", value: "1", defaultValue: "0" },
  });
  const topic = new aws.sns.Topic("security");
  new aws.sns.TopicSubscription("security", {
    topic: topic.arn,
    protocol: "email",
    endpoint: "security@example.org",
  });
  new aws.cloudwatch.MetricAlarm("tamper", {
    metricName: filter.metricTransformation.name,
    namespace: filter.metricTransformation.namespace,
    statistic: process.env["STATISTIC"] ?? "Sum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    alarmActions: [topic.arn],
  });
};

/** Only the policies on alarms, and only trail tampering of these. */
function options(file: string, environment: Readonly<Record<string, string>> = {}): StackOptions {
  return {
    pack: join(repositoryRoot, "dist/packs/alarms"),
    packConfig: { "alarms-require-root-use": "disabled", "alarms-require-unauthorized-calls": "disabled" },
    environment: { TRAILGUARD_REPORT: file, ...environment },
  };
}

function tamperingIn(file: string) {
  const { alarms } = readReport(file);
  const verdicts = AlarmVerdicts.parse(alarms).filter(({ detection }) => detection === "trail-tampering");
  return verdicts.filter(({ required }) => required).map(({ event, verdict }) => `${event} ${verdict}`);
}

describeWithCli("alarms in the real CLI", () => {
  it("an alarm that never fires stops the first preview, with the whole chain", async () => {
    const file = reportPath();
    const { exitCode, stdout } = await previewWithPack(watched, options(file, { STATISTIC: "Average" }));
    assert.notEqual(exitCode, 0, stdout);
    assert.match(stdout, /\[mandatory\].*alarms-require-trail-tampering.*tamper/);
    assert.match(
      stdout,
      /would go unnoticed: trail `main` -> log group `trail` -> filter `tampering` matches -> alarm `tamper` never fires: Average of 1 and default 0 stays below threshold 1\. Use statistic `Sum`\./,
    );
    assert.deepEqual(tamperingIn(file), ["StopLogging silent", "DeleteTrail silent", "UpdateTrail silent"]);
  });

  it("a path that rings is left open in the first preview, and proven by the update", async () => {
    const first = reportPath();
    const preview = await previewWithPack(watched, options(first));
    assert.equal(preview.exitCode, 0, preview.stdout);
    assert.deepEqual(tamperingIn(first), ["StopLogging unproven", "DeleteTrail unproven", "UpdateTrail unproven"]);
    const second = reportPath();
    const up = await upWithPack(watched, options(second));
    assert.equal(up.exitCode, 0, up.stdout);
    assert.match(up.stdout, /alarms: 1 of 17 detections rings/);
    assert.deepEqual(tamperingIn(second), ["StopLogging rings", "DeleteTrail rings", "UpdateTrail rings"]);
  });

  for (const example of ["secure", "baseline"]) {
    it(`examples/${example} is proven to ring for everything by its first preview, and by its update`, async () => {
      const program = `module.exports = require(${JSON.stringify(join(repositoryRoot, "dist/examples", example, "index.js"))});\n`;
      await withProgramText(program, {}, async (workspace) => {
        for (const operation of ["preview", "up"] as const) {
          const file = reportPath();
          const environment = { TRAILGUARD_REPORT: file };
          const { exitCode, stdout } = await workspace[operation]({ policyPacks: [repositoryRoot], environment });
          assert.equal(exitCode, 0, stdout);
          const { alarms } = readReport(file);
          const missed = AlarmVerdicts.parse(alarms).filter(({ required, verdict }) => required && verdict !== "rings");
          assert.deepEqual(missed, [], operation);
        }
      });
    });
  }
});
