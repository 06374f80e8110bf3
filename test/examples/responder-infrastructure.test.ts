import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { readEnvelope, tamperingCalls } from "../../examples/responder/envelope";
import { TrailResponder } from "../../examples/responder/infrastructure";
import { responderPolicy } from "../../examples/responder/permissions";
import { environmentNames, readDeclaredTrail } from "../../examples/responder/settings";
import { matchesEventPattern } from "../../lib/patterns/event-pattern/match";
import { parseEventPattern } from "../../lib/patterns/event-pattern/parse";
import { envelopeOf, trailArn } from "./support/tampering";

type Inputs = Readonly<Record<string, unknown>>;

const topicArn = "arn:aws:sns:eu-central-1:123456789012:security";
const topicKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/topic";
const arns: Readonly<Record<string, string>> = {
  main: trailArn,
  revert: "arn:aws:lambda:eu-central-1:123456789012:function:revert",
  "revert-role": "arn:aws:iam::123456789012:role/revert-role",
  "revert-rule": "arn:aws:events:eu-central-1:123456789012:rule/revert-rule",
  "revert-log": "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/revert-1",
  "revert-failures": "arn:aws:sqs:eu-central-1:123456789012:revert-failures",
};

describe("examples/responder: the infrastructure", function () {
  this.timeout(20_000);
  const resources = new Map<string, Inputs>();
  const inputsOf = (type: string): Inputs => {
    const inputs = resources.get(type);
    assert.ok(inputs, type);
    return inputs;
  };

  before("deploy under Pulumi's mocks", async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => {
        resources.set(type, inputs as Inputs);
        return { id: `${name}-id`, state: { name, url: `https://${name}`, arn: arns[name], ...(inputs as Inputs) } };
      },
      call: ({ inputs }) => inputs as Inputs,
    });
    new TrailResponder("revert", { trail: declareTrail(), topicArn, topicKeyArn, tags: { owner: "security" } });
    await pulumi.runtime.disconnect();
  });

  it("gives the function the trail as the program declares it", () => {
    const variables = environmentOf(inputsOf("aws:lambda/function:Function"));
    assert.equal(variables[environmentNames.role], arns["revert-role"]);
    assert.equal(variables[environmentNames.topic], topicArn);
    assert.deepEqual(readDeclaredTrail(variables[environmentNames.trail] ?? ""), {
      arn: trailArn,
      settings: {
        S3BucketName: "trail-logs",
        S3KeyPrefix: "",
        SnsTopicName: "",
        IncludeGlobalServiceEvents: true,
        IsMultiRegionTrail: true,
        EnableLogFileValidation: true,
        IsOrganizationTrail: false,
        CloudWatchLogsLogGroupArn: "arn:aws:logs:eu-central-1:123456789012:log-group:trail:*",
        CloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/trail-to-logs",
        KmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/trail",
      },
      eventSelectors: [],
      advancedEventSelectors: [
        {
          Name: "management",
          FieldSelectors: [
            { Field: "eventCategory", Equals: ["Management"] },
            { Field: "eventSource", NotStartsWith: ["rds"] },
          ],
        },
      ],
      insightTypes: ["ApiCallRateInsight"],
      tags: { owner: "security" },
    });
  });

  it("runs the bundle on Node 22 and logs JSON into a log group that forgets", () => {
    const { runtime, handler, loggingConfig } = inputsOf("aws:lambda/function:Function");
    assert.deepEqual([runtime, handler], ["nodejs22.x", "index.handler"]);
    assert.deepEqual(loggingConfig, { logFormat: "JSON", logGroup: "revert-log" });
    assert.equal(inputsOf("aws:cloudwatch/logGroup:LogGroup")["retentionInDays"], 365);
  });

  it("grants the role what the trail needs, and nothing else", () => {
    const { policy } = inputsOf("aws:iam/policy:Policy");
    const { role, policyArn } = inputsOf("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    const expected = responderPolicy({
      trailArn,
      isOrganizationTrail: false,
      logDeliveryRoleArn: "arn:aws:iam::123456789012:role/trail-to-logs",
      topicArn,
      topicKeyArn,
      deadLetterQueueArn: arns["revert-failures"] ?? "",
      logGroupArn: arns["revert-log"] ?? "",
    });
    assert.deepEqual([role, policyArn], ["revert-role", arns["revert-policy"]]);
    assert.deepEqual(JSON.parse(String(policy)), expected);
  });

  it("hears every tampering call on the default bus", () => {
    const { eventPattern, eventBusName, state } = inputsOf("aws:cloudwatch/eventRule:EventRule");
    assert.deepEqual([eventBusName, state], [undefined, undefined]);
    assert.deepEqual(JSON.parse(String(eventPattern)), {
      source: ["aws.cloudtrail"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: [...tamperingCalls] },
    });
  });

  it("takes the events that the function reads, and no others", () => {
    const pattern = parseEventPattern(String(inputsOf("aws:cloudwatch/eventRule:EventRule")["eventPattern"]));
    assert.ok(pattern.kind === "pattern");
    for (const eventName of [...tamperingCalls, "StartLogging", "GetTrail", "CreateTrail", "AddTags"]) {
      const event = envelopeOf(eventName, { name: "main", trailName: "main" });
      const isRead = readEnvelope(event).kind === "call";
      assert.equal(matchesEventPattern(pattern, JSON.stringify(event)).truth, isRead ? "yes" : "no", eventName);
    }
  });

  it("lets this rule alone call the function", () => {
    const { principal, action, sourceArn } = inputsOf("aws:lambda/permission:Permission");
    assert.deepEqual(
      { principal, action, sourceArn },
      { principal: "events.amazonaws.com", action: "lambda:InvokeFunction", sourceArn: arns["revert-rule"] },
    );
  });

  it("keeps what EventBridge could not deliver and what the function could not do", () => {
    const queueArn = arns["revert-failures"];
    const target = inputsOf("aws:cloudwatch/eventTarget:EventTarget");
    assert.deepEqual([target["arn"], target["deadLetterConfig"]], [arns["revert"], { arn: queueArn }]);
    assert.deepEqual(target["retryPolicy"], { maximumEventAgeInSeconds: 21_600, maximumRetryAttempts: 185 });
    const attempts = inputsOf("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
    assert.deepEqual(attempts["destinationConfig"], { onFailure: { destination: queueArn } });
    assert.equal(attempts["maximumRetryAttempts"], 2);
    const { policy } = inputsOf("aws:sqs/queuePolicy:QueuePolicy");
    assert.deepEqual(JSON.parse(String(policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "KeepUndeliveredEvents",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queueArn,
          Condition: { ArnEquals: { "aws:SourceArn": arns["revert-rule"] } },
        },
      ],
    });
  });

  it("rings when an event ends in the dead-letter queue", () => {
    const alarm = inputsOf("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(alarm["dimensions"], { QueueName: "revert-failures" });
    assert.deepEqual(alarm["alarmActions"], [topicArn]);
  });

  it("tags what can be tagged", () => {
    const untagged = [...resources].filter(([, inputs]) => inputs["tags"] === undefined).map(([type]) => type);
    assert.deepEqual(untagged.sort(), [
      "aws:cloudwatch/eventTarget:EventTarget",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
      "aws:lambda/permission:Permission",
      "aws:sqs/queuePolicy:QueuePolicy",
      "trailguard:examples:TrailResponder",
    ]);
  });
});

function declareTrail(): aws.cloudtrail.Trail {
  return new aws.cloudtrail.Trail("main", {
    s3BucketName: "trail-logs",
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/trail",
    cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:123456789012:log-group:trail:*",
    cloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/trail-to-logs",
    advancedEventSelectors: [
      {
        name: "management",
        fieldSelectors: [
          { field: "eventCategory", equals: ["Management"] },
          { field: "eventSource", notStartsWiths: ["rds"] },
        ],
      },
    ],
    insightSelectors: [{ insightType: "ApiCallRateInsight" }],
    tags: { owner: "security" },
  });
}

function environmentOf(lambda: Inputs): Readonly<Record<string, string>> {
  const environment = lambda["environment"] as { readonly variables: Readonly<Record<string, string>> };
  return environment.variables;
}
