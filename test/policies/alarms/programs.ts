import { MetricAlarm } from "../../../lib/aws/cloudwatch/metric-alarm";
import { EventRule } from "../../../lib/aws/events/event-rule";
import { EventTarget } from "../../../lib/aws/events/event-target";
import { LambdaFunction } from "../../../lib/aws/lambda/function";
import { LambdaPermission } from "../../../lib/aws/lambda/permission";
import { LogMetricFilter } from "../../../lib/aws/logs/metric-filter";
import { Topic } from "../../../lib/aws/sns/topic";
import { TopicPolicy } from "../../../lib/aws/sns/topic-policy";
import { TopicSubscription } from "../../../lib/aws/sns/topic-subscription";
import { type ArgsGiven, type Declared, declare, jsonStringify } from "../../support/program";

type ArgsOf<View> = View extends { readonly args?: infer Args } ? ArgsGiven<NonNullable<Args>> : never;

export const topic = declare(Topic, "alerts");

/** An alarm as CIS asks for it, on the metric of `filter`. */
export function alarm(args: ArgsOf<typeof MetricAlarm> = {}): Declared {
  return declare(MetricAlarm, "tamper", {
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    evaluationPeriods: 1,
    metricName: "Tamper",
    namespace: "Security",
    period: 300,
    statistic: "Sum",
    threshold: 1,
    alarmActions: [topic.arn],
    ...args,
  });
}

export function filter(args: ArgsOf<typeof LogMetricFilter> = {}): Declared {
  return declare(LogMetricFilter, "tamper", {
    logGroupName: "trail",
    pattern: "{ $.eventName = StopLogging }",
    metricTransformation: { name: "Tamper", namespace: "Security", value: "1" },
    ...args,
  });
}

export function rule(args: ArgsOf<typeof EventRule> = {}): Declared {
  return declare(EventRule, "tamper", {
    eventPattern: JSON.stringify({ "detail-type": ["AWS API Call via CloudTrail"] }),
    ...args,
  });
}

export function target(args: ArgsOf<typeof EventTarget>): Declared {
  return declare(EventTarget, "tamper", { rule: rule().output("name"), ...args });
}

export const notify = declare(LambdaFunction, "notify", { role: "arn:aws:iam::123456789012:role/notify" });

export function permission(args: ArgsOf<typeof LambdaPermission> = {}): Declared {
  return declare(LambdaPermission, "notify", {
    action: "lambda:InvokeFunction",
    function: notify.output("name"),
    principal: "events.amazonaws.com",
    ...args,
  });
}

export function subscription(args: ArgsOf<typeof TopicSubscription> = {}): Declared {
  return declare(TopicSubscription, "ops", {
    topic: topic.arn,
    protocol: "email",
    endpoint: "ops@example.com",
    ...args,
  });
}

/** A policy of the topic whose statements are known in the first preview too. */
export function topicPolicy(...statements: readonly object[]): Declared {
  return declare(TopicPolicy, "alerts", {
    arn: topic.arn,
    policy: jsonStringify({ Version: "2012-10-17", Statement: statements }),
  });
}

/** A topic whose policy, a text in its own arguments, has one statement. */
export function topicWith(statement: object): Declared {
  return declare(Topic, "alerts", { policy: textOf(statement) });
}

/** A policy of one statement, set apart from its topic, which no program declares. */
export function policyApart(statement: object): Declared {
  return declare(TopicPolicy, "alerts", {
    arn: "arn:aws:sns:us-east-1:123456789012:alerts",
    policy: textOf(statement),
  });
}

function textOf(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

export function lets(principal: object | string, more: object = {}): object {
  return { Effect: "Allow", Principal: principal, Action: "sns:Publish", Resource: "*", ...more };
}
