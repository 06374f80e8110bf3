import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { EventRule } from "../../../lib/aws/events/event-rule";
import { EventTarget } from "../../../lib/aws/events/event-target";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { LambdaFunction } from "../../../lib/aws/lambda/function";
import { Topic } from "../../../lib/aws/sns/topic";
import policy from "../../../policies/alarms/require-able-responder";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, jsonStringify } from "../../support/program";

const trail = declare(Trail, "main", { name: "main", s3BucketName: "logs" });
const topic = declare(Topic, "security", { name: "security" });
const trailArn = "arn:aws:cloudtrail:us-east-1:123456789012:trail/main";
const topicArn = "arn:aws:sns:us-east-1:123456789012:security";

const role = declare(Role, "revert", {
  name: "revert",
  assumeRolePolicy: jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});

const restores = {
  Effect: "Allow",
  Action: [
    "cloudtrail:StartLogging",
    "cloudtrail:UpdateTrail",
    "cloudtrail:PutEventSelectors",
    "cloudtrail:CreateTrail",
  ],
  Resource: trailArn,
};
const tells = { Effect: "Allow", Action: "sns:Publish", Resource: topicArn };

function permissions(...statements: readonly object[]): Declared {
  return declare(RolePolicy, "revert", {
    role: role.id,
    policy: jsonStringify({ Version: "2012-10-17", Statement: statements }),
  });
}

const tagged = { "trailguard:responder": "trail-tampering" };

function revert(tags: Record<string, string> = tagged): Declared {
  return declare(LambdaFunction, "revert", {
    name: "revert",
    role: role.arn,
    environment: { variables: { TOPIC_ARN: topic.arn } },
    tags,
  });
}

const everyCall = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];

function called(lambda: Declared, eventName: readonly string[] = everyCall): readonly Declared[] {
  const eventPattern = JSON.stringify({
    source: ["aws.cloudtrail"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName },
  });
  const rule = declare(EventRule, "tamper", { name: "tamper", eventPattern });
  return [lambda, rule, declare(EventTarget, "tamper", { rule: rule.output("name"), arn: lambda.arn })];
}

const account = [trail, topic, role];

export default policyTest(policy, {
  pass: [
    {
      name: "able to do all that it is called for, and no more",
      given: [...called(revert()), ...account, permissions(restores, tells)],
      only: "deployed",
    },
    {
      name: "called for one thing, able to do that",
      given: [
        ...called(revert(), ["StopLogging"]),
        ...account,
        permissions({ ...restores, Action: "cloudtrail:StartLogging" }, tells),
      ],
      only: "deployed",
    },
    { name: "any other function is not asked", given: [...called(revert({})), ...account, permissions()] },
    { name: "a stack without a trail is not asked", given: [...called(revert()), topic, role, permissions()] },
    {
      name: "may hand the trail's role to CloudTrail",
      given: [
        ...called(revert()),
        ...account,
        permissions(restores, tells, {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: "arn:aws:iam::123456789012:role/trail",
        }),
      ],
      only: "deployed",
    },
  ],
  fail: [
    {
      name: "may not switch the trail on again",
      given: [...called(revert(), ["StopLogging"]), ...account, permissions(tells)],
      only: "deployed",
      findings: [
        {
          id: "unable",
          on: "revert",
          at: "",
          data: {
            function: "revert",
            event: "StopLogging",
            object: "trail `main`",
            why: "acts through role `revert`, which may not call `cloudtrail:StartLogging`",
            fix: "Let role `revert` call `cloudtrail:StartLogging`.",
          },
        },
      ],
    },
    {
      name: "may not tell the team",
      given: [...called(revert(), ["StopLogging"]), ...account, permissions(restores)],
      only: "deployed",
      findings: [{ id: "unable", on: "revert", at: "" }],
    },
    {
      name: "may restore another trail",
      given: [
        ...called(revert(), ["StopLogging"]),
        ...account,
        permissions({ ...restores, Resource: `${trailArn}-other` }, tells),
      ],
      only: "deployed",
      findings: [{ id: "unable", on: "revert", at: "" }],
    },
    {
      name: "by the settings, and never called",
      settings: { responders: ["rev*"] },
      given: [revert({}), ...account, permissions(restores, tells)],
      only: "deployed",
      findings: [{ id: "notCalled", on: "revert", at: "", data: { function: "revert" } }],
    },
    {
      name: "may stop the trail itself",
      given: [
        ...called(revert()),
        ...account,
        permissions(restores, tells, { Effect: "Allow", Action: "cloudtrail:*", Resource: trailArn }),
      ],
      only: "deployed",
      findings: [
        {
          id: "tooAble",
          on: "revert",
          at: "",
          data: { function: "revert", role: "revert", action: "cloudtrail:StopLogging" },
        },
      ],
    },
    {
      name: "may write elsewhere",
      given: [
        ...called(revert()),
        ...account,
        permissions(restores, tells, { Effect: "Allow", Action: "dynamodb:PutItem", Resource: "*" }),
      ],
      only: "deployed",
      findings: [
        {
          id: "tooAble",
          on: "revert",
          at: "",
          data: { function: "revert", role: "revert", action: "dynamodb:PutItem" },
        },
      ],
    },
  ],
  unknown: [
    {
      name: "a first preview does not know the trail's ARN",
      given: [...called(revert()), ...account, permissions(restores, tells)],
      at: "",
    },
  ],
  silentWhenUnknown: {
    "Function.tags": "only what is tagged as a responder, or named by the settings, is judged as one",
    "Function.environment":
      "a value that is not known yet is seldom a topic, and which topics it would be nobody can tell",
  },
});
