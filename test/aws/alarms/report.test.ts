import assert from "node:assert/strict";
import { AlarmVerdicts, alarmsSection } from "../../../lib/aws/alarms/report";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { defaultSettings } from "../../../lib/core/settings";
import { type Declared, type Shape, asStack, declare, declareType } from "../../support/program";
import { ruledBy, trailParts, watchedBy } from "./programs";

const [tampering] = detections;
assert.ok(tampering);

function reported(program: readonly Declared[], shape: Shape = "deployed") {
  const report = alarmsSection.report(asStack(program, shape), defaultSettings);
  assert.ok(report);
  // as it comes out of the file
  return AlarmVerdicts.parse(JSON.parse(JSON.stringify(report)));
}

describe("the part of the report on alarms", function () {
  this.timeout(20_000);
  const watched = watchedBy(tampering.suggestedFilterPattern);
  const urnOf = (name: string) => watched.find((each) => each.name === name)?.urn;

  it("says of every detection and event what would happen, each once", () => {
    for (const program of [
      watched,
      trailParts(),
      ruledBy(JSON.stringify(tampering.suggestedEventPattern)),
      watchedBy(""),
    ]) {
      for (const shape of ["preview", "deployed"] as const) {
        const verdicts = reported(program, shape);
        assert.deepEqual(
          [...new Set(verdicts.map(({ detection }) => detection))],
          detections.map(({ id }) => id),
        );
        const keys = verdicts.map(({ detection, event }) => `${detection} ${event}`);
        assert.equal(new Set(keys).size, keys.length);
      }
    }
  });

  it("names conditions where an event is not known by its name", () => {
    const events = reported(watched).map(({ event }) => event);
    for (const name of [
      "root-use",
      "root-console-login",
      "console-login-no-mfa",
      "console-login-failure",
      "unauthorized-api-call",
    ])
      assert.ok(events.includes(name), name);
  });

  it("gives the path as URNs, hop by hop, and what is taken for granted", () => {
    const found = reported(watched).find(({ event }) => event === "StopLogging");
    assert.equal(found?.verdict, "rings");
    const reached = found.path.map(({ to }) => to);
    const order = ["main", "trail-logs", "watch", "security"].map((name) => reached.indexOf(urnOf(name) ?? "none"));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.ok(
      order.every((at) => at >= 0),
      JSON.stringify(reached),
    );
    assert.equal(reached.at(-1), "", "a person at the end");
    assert.deepEqual(found.assumptions, ["somebody confirms the e-mail subscription `security`"]);
  });

  it("gives the broken hop with the resource, the property, the reason and the fix", () => {
    const broken = watchedBy(tampering.suggestedFilterPattern, { alarm: { statistic: "Average" } });
    const found = reported(broken).find(({ event }) => event === "StopLogging");
    const alarm = broken.find(({ type }) => type.endsWith(":MetricAlarm"));
    assert.equal(found?.verdict, "silent");
    assert.deepEqual(found.broken, {
      urn: alarm?.urn,
      property: "statistic",
      reason: "alarm `watch` never fires: Average of 1 and default 0 stays below threshold 1",
      fix: "Use statistic `Sum`.",
    });
    assert.equal(found.path.at(-1)?.holds, "no");
  });

  it("gives the everyday event of an alarm that always rings", () => {
    const found = reported(watchedBy("")).find(({ event }) => event === "StopLogging");
    assert.equal(found?.verdict, "vacuous");
    assert.equal(found.alsoRings, "DescribeTrails");
  });

  it("shortens what a program says at great length", () => {
    const cloudWatchLogsGroupArn = `arn:aws:logs:us-east-1:123456789012:log-group:${"x".repeat(100_000)}:*`;
    const role = { cloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/central" };
    const trail = declare(Trail, "main", { s3BucketName: "logs", cloudWatchLogsGroupArn, ...role });
    for (const { path, open } of reported([trail])) {
      for (const { reason } of [...path, ...(open ? [open] : [])]) assert.ok(reason.length < 2100, `${reason.length}`);
    }
  });

  it("is nothing where a stack has no trail", () => {
    const stack = asStack([declareType("aws:s3/bucket:Bucket", "data", {})], "deployed");
    assert.equal(alarmsSection.report(stack, defaultSettings), undefined);
    assert.equal(alarmsSection.summary(stack, defaultSettings), undefined);
  });
});

describe("the line on alarms in the summary", () => {
  const summary = (program: readonly Declared[], shape: Shape = "deployed") =>
    alarmsSection.summary(asStack(program, shape), defaultSettings);

  it("counts what rings and names some of the rest", () => {
    assert.equal(
      summary(watchedBy(tampering.suggestedFilterPattern)),
      "alarms: 1 of 17 detections rings, 16 are silent (root-use, unauthorized-calls, console-sign-in-without-mfa and 13 more).",
    );
    assert.equal(
      summary(trailParts()),
      "alarms: 0 of 17 detections ring, 17 are silent (trail-tampering, root-use, unauthorized-calls and 14 more).",
    );
  });

  it("says what unproven means, in a preview and after it", () => {
    const trail = declare(Trail, "main", {
      s3BucketName: "logs",
      isMultiRegionTrail: true,
      cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:central:*",
      cloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/central",
    });
    const meaning = "Unproven: nothing wrong is seen, but";
    assert.ok(summary([trail], "preview")?.endsWith(`${meaning} a preview does not know all that it takes.`));
    assert.ok(summary([trail])?.endsWith(`${meaning} not all that it takes can be seen in this stack.`));
  });
});
