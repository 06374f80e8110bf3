import policy from "../../../policies/alarms/no-blocked-target";
import { policyTest } from "../../support/policy-test";
import { LambdaFunction } from "../../../lib/aws/lambda/function";
import { Queue } from "../../../lib/aws/sqs/queue";
import { declare, unknown } from "../../support/program";
import { notify, permission, rule, subscription, target, topic } from "./programs";

const toFunction = target({ arn: notify.arn });
const queue = declare(Queue, "alerts");

const noWay =
  "only a way of which both ends are known is judged; the policies for what must ring leave the other ways open";

export default policyTest(policy, {
  pass: [
    {
      name: "a target that acts through a role that is known later",
      given: [rule(), target({ arn: notify.arn, roleArn: unknown() }), notify],
    },
    { name: "a permission for the rule", given: [rule(), toFunction, notify, permission({ sourceArn: rule().arn })] },
    {
      name: "a permission for the topic",
      given: [
        topic,
        subscription({ protocol: "lambda", endpoint: notify.arn }),
        notify,
        permission({ principal: "sns.amazonaws.com", sourceArn: topic.arn }),
      ],
    },
    { name: "a topic as target", given: [rule(), target({ arn: topic.arn }), topic] },
    {
      name: "a function outside the stack",
      given: [rule(), target({ arn: "arn:aws:lambda:us-east-1:123456789012:function:other" })],
    },
    { name: "mail", given: [topic, subscription()] },
  ],
  fail: [
    {
      name: "no permission",
      given: [rule(), toFunction, notify],
      findings: [{ id: "blocked", on: "notify", at: "" }],
    },
    {
      name: "a permission for another service",
      given: [rule(), toFunction, notify, permission({ principal: "sns.amazonaws.com" })],
      findings: [
        {
          id: "blocked",
          on: "notify",
          at: "principal",
          data: {
            what: "function `notify` has no permission for rule `tamper`: permission `notify` is for another principal",
            fix: "Declare an `aws.lambda.Permission` for `events.amazonaws.com` whose `sourceArn` is the ARN of rule `tamper`.",
          },
        },
      ],
    },
    {
      name: "no concurrency",
      given: [rule(), toFunction, declare(LambdaFunction, "notify", { reservedConcurrentExecutions: 0 }), permission()],
      findings: [{ id: "blocked", on: "notify", at: "reservedConcurrentExecutions" }],
    },
    {
      name: "a target for another bus",
      given: [rule(), target({ arn: notify.arn, eventBusName: "custom" }), notify, permission()],
      findings: [{ id: "blocked", on: "tamper", at: "eventBusName" }],
    },
    {
      name: "a queue without a policy",
      given: [topic, subscription({ protocol: "sqs", endpoint: queue.arn }), queue],
      findings: [{ id: "blocked", on: "alerts", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a concurrency from elsewhere",
      given: [
        rule(),
        toFunction,
        declare(LambdaFunction, "notify", { reservedConcurrentExecutions: unknown() }),
        permission(),
      ],
      at: "reservedConcurrentExecutions",
    },
  ],
  silentWhenUnknown: {
    "EventTarget.rule": noWay,
    "EventTarget.arn": noWay,
    "TopicSubscription.topic": noWay,
    "TopicSubscription.protocol": noWay,
    "TopicSubscription.endpoint": noWay,
  },
});
