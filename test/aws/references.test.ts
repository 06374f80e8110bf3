import assert from "node:assert/strict";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { MetricAlarm } from "../../lib/aws/cloudwatch/metric-alarm";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { LogMetricFilter } from "../../lib/aws/logs/metric-filter";
import { type Reference, referenceOf, referencesOf, referrersTo, referring } from "../../lib/aws/references";
import { Topic } from "../../lib/aws/sns/topic";
import { type Stack } from "../../lib/core/resource";
import { type Declared, type Shape, asStack, declare, external, interpolate, unknown } from "../support/program";

const group = declare(LogGroup, "trail", { name: "/audit/trail" });
const topic = declare(Topic, "security", { name: "security" });
const shapes: readonly Shape[] = ["preview", "deployed"];

function shown(reference: Reference | undefined): string {
  if (!reference) return "none";
  switch (reference.kind) {
    case "resource":
      return `${reference.resource.name} by ${reference.because}`;
    case "external":
      return `external ${reference.text ?? "?"}`;
    case "unknown":
    case "absent":
      return reference.kind;
  }
}

function groupOf(program: readonly Declared[], shape: Shape): string {
  const stack = asStack(program, shape);
  const [trail] = Trail.allIn(stack);
  assert.ok(trail);
  return shown(referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types));
}

function trail(cloudWatchLogsGroupArn?: unknown, options = {}): Declared {
  return declare(
    Trail,
    "main",
    {
      s3BucketName: "logs",
      ...(cloudWatchLogsGroupArn === undefined ? {} : { cloudWatchLogsGroupArn: cloudWatchLogsGroupArn as string }),
    },
    options,
  );
}

describe("a reference", () => {
  it("is told by Pulumi's dependencies, whether the value is known or not", () => {
    for (const shape of shapes)
      assert.equal(groupOf([group, trail(interpolate`${group.arn}:*`)], shape), "trail by dependency");
  });

  it("is told by an equal ARN, or by the name in it while the ARN itself is not known", () => {
    const literal = trail("arn:aws:logs:us-east-1:123456789012:log-group:/audit/trail:*");
    for (const shape of shapes) assert.equal(groupOf([group, literal], shape), "trail by arn");
  });

  it("by an ARN of another region is not one to the resource of that name here", () => {
    const elsewhere = "arn:aws:logs:eu-west-1:123456789012:log-group:/audit/trail:*";
    for (const shape of shapes) assert.equal(groupOf([group, trail(elsewhere)], shape), `external ${elsewhere}`);
  });

  it("is external where the value came from elsewhere, or names nothing in the stack", () => {
    const other = "arn:aws:logs:us-east-1:123456789012:log-group:other:*";
    assert.equal(groupOf([group, trail(external(other))], "preview"), "external ?");
    assert.equal(groupOf([group, trail(external(other))], "deployed"), `external ${other}`);
    for (const shape of shapes) assert.equal(groupOf([group, trail(other)], shape), `external ${other}`);
  });

  it("is unknown or absent where there is no telling, or nothing", () => {
    assert.equal(groupOf([group, trail(unknown())], "preview"), "unknown");
    assert.equal(groupOf([group, trail()], "preview"), "absent");
  });

  it("by name holds in one region only", () => {
    const filter = (region: string) =>
      declare(
        LogMetricFilter,
        "f",
        {
          name: "f",
          logGroupName: "/audit/trail",
          pattern: "x",
          metricTransformation: { name: "m", namespace: "n", value: "1" },
        },
        { region },
      );
    const of = (stack: Stack) => {
      const [view] = LogMetricFilter.allIn(stack);
      assert.ok(view);
      return shown(referenceOf(stack, view.resource, view.logGroupName, LogGroup.types));
    };
    assert.equal(of(asStack([group, filter("us-east-1")], "preview")), "trail by name");
    assert.equal(of(asStack([group, filter("eu-west-1")], "preview")), "external /audit/trail");
  });

  it("of a list: each known item by itself, each upstream resource once", () => {
    const alarm = declare(MetricAlarm, "a", {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      alarmActions: [topic.arn, "arn:aws:sns:us-east-1:123456789012:elsewhere"],
    });
    for (const shape of shapes) {
      const stack = asStack([topic, alarm], shape);
      const [view] = MetricAlarm.allIn(stack);
      assert.ok(view);
      const found = referencesOf(stack, view.resource, view.alarmActions, Topic.types).map(shown).sort();
      assert.deepEqual(found, ["external arn:aws:sns:us-east-1:123456789012:elsewhere", "security by dependency"]);
    }
  });
});

describe("referrers", () => {
  const filters = referring(LogMetricFilter.types, "logGroupName", LogGroup.types);
  const filter = (name: string, logGroupName: unknown) =>
    declare(LogMetricFilter, name, {
      name,
      logGroupName: logGroupName as string,
      pattern: "x",
      metricTransformation: { name: "m", namespace: "n", value: "1" },
    });

  it("are those that certainly name a resource, and apart from them those that may", () => {
    const stack = asStack(
      [group, filter("mine", group.output("name")), filter("other", "elsewhere"), filter("open", unknown())],
      "preview",
    );
    const [target] = LogGroup.allIn(stack);
    assert.ok(target);
    const { certain, possible } = referrersTo(stack, target.resource, filters);
    assert.deepEqual([certain.map(({ name }) => name), possible.map(({ name }) => name)], [["mine"], ["open"]]);
  });
});
