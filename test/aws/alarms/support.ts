import { type Route, type Link, reaches, weakest } from "../../../lib/aws/alarms/link";
import { type Truth, any } from "../../../lib/core/truth";
import { interpolate, jsonStringify, declare, type Declared } from "../../support/program";
import { MetricAlarm } from "../../../lib/aws/cloudwatch/metric-alarm";
import { Topic } from "../../../lib/aws/sns/topic";
import { TopicPolicy } from "../../../lib/aws/sns/topic-policy";
import { TopicSubscription } from "../../../lib/aws/sns/topic-subscription";
import { EventRule } from "../../../lib/aws/events/event-rule";
import { EventTarget } from "../../../lib/aws/events/event-target";

/** What several ways come to: whether one of them holds, and where the strongest of them is weakest. */
export function verdictOf(routes: readonly Route[]): Truth {
  return any(routes.map(reaches));
}

export function wordsOf(routes: readonly Route[]): readonly string[] {
  return routes.map(({ links }) => words(weakest(links) ?? links.at(-1)));
}

function words(link: Link | undefined): string {
  if (!link) return "";
  return link.fix === undefined ? link.what : `${link.what}. ${link.fix}`;
}

export const topic = declare(Topic, "alerts");
export const mail = declare(TopicSubscription, "ops", {
  topic: topic.arn,
  protocol: "email",
  endpoint: "ops@example.com",
});

/** A statement that lets a service publish to the topic. */
export function lets(service: string, condition?: object) {
  return {
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sns:Publish",
    Resource: topic.arn,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

export function topicPolicy(...statements: readonly object[]): Declared {
  return topicPolicyNamed("alerts", ...statements);
}

export function topicPolicyNamed(name: string, ...statements: readonly object[]): Declared {
  return declare(TopicPolicy, name, {
    arn: topic.arn,
    policy: jsonStringify({ Version: "2012-10-17", Statement: statements }),
  });
}

export function alarm(args: object = {}): Declared {
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

export function rule(args: object = {}): Declared {
  return declare(EventRule, "tamper", {
    eventPattern: JSON.stringify({ source: ["aws.cloudtrail"] }),
    ...args,
  });
}

export function target(of: Declared, args: object): Declared {
  return declare(EventTarget, "tamper", { rule: of.output("name"), ...args });
}

export { interpolate };
