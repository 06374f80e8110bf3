/**
 * What it costs to judge every detection of a stack with many filters, rules and alarms, at four sizes. Nothing is
 * shared between the runs: each judges a stack of its own.
 */
import { alarmsSection } from "../lib/aws/alarms/report";
import { type Resource, type Stack } from "../lib/core/resource";
import { type PropertyMap } from "../lib/core/properties";
import { defaultSettings } from "../lib/core/settings";
import { detections } from "../lib/aws/facts/detections/detections";
import { plainResource, plainStack } from "../test/support/run-policies";
import { median } from "./support/numbers";
import { written } from "./support/policy-documents";
import { millisecondsOf } from "./support/time";

const account = "123456789012";
const region = "eu-central-1";
const rounds = 5;

interface Size {
  readonly filters: number;
  readonly rules: number;
  readonly alarms: number;
}

const base: Size = { filters: 50, rules: 50, alarms: 20 };
const scales = [1, 2, 5, 10];

function resource(type: string, name: string, properties: PropertyMap): Resource {
  return plainResource(type, name, { region, ...properties });
}

const topicArn = `arn:aws:sns:${region}:${account}:security`;
const groupArn = `arn:aws:logs:${region}:${account}:log-group:trail`;
const roleArn = `arn:aws:iam::${account}:role/to-logs`;

function document(statement: PropertyMap): string {
  return written({ Effect: "Allow", ...statement });
}

function surroundings(): readonly Resource[] {
  return [
    resource("aws:cloudwatch/logGroup:LogGroup", "trail", { name: "trail", arn: groupArn }),
    resource("aws:iam/role:Role", "to-logs", {
      name: "to-logs",
      arn: roleArn,
      assumeRolePolicy: document({ Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" }),
    }),
    resource("aws:iam/rolePolicy:RolePolicy", "to-logs", {
      role: "to-logs",
      policy: document({ Action: "logs:*", Resource: "*" }),
    }),
    resource("aws:cloudtrail/trail:Trail", "main", {
      name: "main",
      arn: `arn:aws:cloudtrail:${region}:${account}:trail/main`,
      isMultiRegionTrail: true,
      cloudWatchLogsGroupArn: `${groupArn}:*`,
      cloudWatchLogsRoleArn: roleArn,
    }),
    resource("aws:sns/topic:Topic", "security", { name: "security", arn: topicArn }),
    resource("aws:sns/topicPolicy:TopicPolicy", "security", {
      arn: topicArn,
      policy: document({
        Principal: { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] },
        Action: "sns:Publish",
        Resource: "*",
      }),
    }),
    resource("aws:sns/topicSubscription:TopicSubscription", "security", {
      topic: topicArn,
      protocol: "email",
      endpoint: "security@example.org",
    }),
  ];
}

/** The patterns of the catalogue in turns, so that most match something and none matches all. */
function filter(index: number, alarms: number): Resource {
  return resource("aws:cloudwatch/logMetricFilter:LogMetricFilter", `filter-${index}`, {
    name: `filter-${index}`,
    logGroupName: "trail",
    pattern: detections[index % detections.length]?.suggestedFilterPattern ?? "",
    metricTransformation: { name: `metric-${index % alarms}`, namespace: "Security", value: "1" },
  });
}

function alarm(index: number): Resource {
  return resource("aws:cloudwatch/metricAlarm:MetricAlarm", `alarm-${index}`, {
    name: `alarm-${index}`,
    arn: `arn:aws:cloudwatch:${region}:${account}:alarm:alarm-${index}`,
    metricName: `metric-${index}`,
    namespace: "Security",
    statistic: index % 2 === 0 ? "Sum" : "Average",
    period: 300,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    alarmActions: [topicArn],
  });
}

function rule(index: number): readonly Resource[] {
  const name = `rule-${index}`;
  return [
    resource("aws:cloudwatch/eventRule:EventRule", name, {
      name,
      arn: `arn:aws:events:${region}:${account}:rule/${name}`,
      eventPattern: JSON.stringify(detections[index % detections.length]?.suggestedEventPattern),
    }),
    resource("aws:cloudwatch/eventTarget:EventTarget", name, { rule: name, arn: topicArn }),
  ];
}

function stackOf({ filters, rules, alarms }: Size): Stack {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);
  return plainStack([
    ...surroundings(),
    ...numbered(filters).map((index) => filter(index, alarms)),
    ...numbered(alarms).map(alarm),
    ...numbered(rules).flatMap(rule),
  ]);
}

function measure(size: Size): number {
  const stack = stackOf(size);
  return millisecondsOf(() => alarmsSection.report(stack, defaultSettings));
}

function main(): void {
  const events = new Set(detections.flatMap(({ mustRing, shouldRing }) => [...mustRing, ...shouldRing])).size;
  console.log(`every verdict of a stack: ${events} events and their look-alikes, median of ${rounds} rounds`);
  measure(base);
  let first: number | undefined;
  for (const scale of scales) {
    const size = { filters: base.filters * scale, rules: base.rules * scale, alarms: base.alarms * scale };
    const milliseconds = median(Array.from({ length: rounds }, () => measure(size)));
    first ??= milliseconds;
    const growth = (milliseconds / first / scale).toFixed(2);
    console.log(
      `  ${size.filters} filters, ${size.rules} rules, ${size.alarms} alarms: ${milliseconds.toFixed(0)} ms (${growth} of linear growth)`,
    );
  }
}

main();
