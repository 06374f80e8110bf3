import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Group } from "../../../lib/aws/iam/group";
import { GroupPolicy } from "../../../lib/aws/iam/group-policy";
import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { RolePolicyAttachment } from "../../../lib/aws/iam/role-policy-attachment";
import { User } from "../../../lib/aws/iam/user";
import { UserGroupMembership } from "../../../lib/aws/iam/user-group-membership";
import { Key } from "../../../lib/aws/kms/key";
import { LambdaFunction } from "../../../lib/aws/lambda/function";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketPolicy } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/cloudtrail/no-log-tampering";
import { policyTest } from "../../support/policy-test";
import {
  type Declared,
  declare,
  declareType,
  external,
  interpolate,
  jsonStringify,
  unknown,
} from "../../support/program";

const account = "123456789012";
const bucket = declare(Bucket, "audit", { bucket: "audit-logs" });
const group = declare(LogGroup, "audit", { name: "audit" });
const key = declare(Key, "audit");
const trail = declare(Trail, "main", {
  name: "main",
  s3BucketName: bucket.id,
  kmsKeyId: key.arn,
  cloudWatchLogsGroupArn: interpolate`${group.arn}:*`,
});
const evidence = [trail, bucket, group, key];
const role = declare(Role, "ci", {
  name: "ci",
  assumeRolePolicy: document({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
  }),
});

type Statement = Readonly<Record<string, unknown>>;

function document(...Statement: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function may(Action: string | readonly string[], Resource: unknown = "*", Condition: Statement = {}): Statement {
  return { Sid: "Rights", Effect: "Allow", Action, Resource, Condition };
}

function given(...statements: readonly Statement[]): readonly Declared[] {
  return [
    role,
    ...evidence,
    declare(RolePolicy, "rights", { name: "rights", role: role.output("name"), policy: document(...statements) }),
  ];
}

const boundary = declare(ManagedPolicy, "limit", { policy: document(may("ec2:*")) });
const limited = declare(Role, "ci", { permissionsBoundary: boundary.arn });
const people = declare(Group, "people", { name: "people" });
const person = declare(User, "ada", { name: "ada" });
const responder = declare(LambdaFunction, "responder", { name: "responder", role: role.arn });
const topic = declareType("aws:sns/topic:Topic", "alerts");

const evidenceKnown = "only what the trail is known to depend on is evidence; its policies leave the rest open";

export default policyTest(policy, {
  pass: [
    { name: "other services", given: given(may(["ec2:*", "s3:GetObject", "cloudtrail:LookupEvents", "kms:Decrypt"])) },
    { name: "other resources", given: given(may("s3:*", ["arn:aws:s3:::app", "arn:aws:s3:::app/*"])) },
    {
      name: "other groups of the account",
      given: given(may("logs:*", `arn:aws:logs:us-east-1:${account}:log-group:app:*`)),
    },
    {
      name: "everything but this",
      given: given(may("*"), {
        Effect: "Deny",
        Action: ["cloudtrail:*", "s3:*", "logs:*", "kms:*", "events:*", "cloudwatch:*", "sns:*"],
        Resource: "*",
      }),
    },
    {
      name: "a boundary that leaves nothing of it",
      given: [
        limited,
        boundary,
        ...evidence,
        declare(RolePolicy, "rights", { role: limited.id, policy: document(may("*")) }),
      ],
    },
    { name: "an administrator of logs, by name", settings: { logAdministrators: ["c?"] }, given: given(may("*")) },
    {
      name: "an administrator of logs, by ARN",
      settings: { logAdministrators: [`arn:aws:iam::${account}:role/ci`] },
      given: given(may("*")),
      only: "deployed",
    },
    {
      name: "the role of the responder",
      settings: { responders: ["responder"] },
      given: [...given(may("cloudtrail:*")), responder],
    },
    {
      name: "the role of a function that the program tags as responder",
      given: [
        ...given(may("cloudtrail:*")),
        declare(LambdaFunction, "restore", { role: role.arn, tags: { "trailguard:responder": "trail" } }),
      ],
    },
    {
      name: "only with a second factor",
      given: given(may("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
      only: "deployed",
    },
    {
      name: "objects that the bucket's policy protects",
      given: [
        ...given(may("s3:DeleteObject")),
        declare(BucketPolicy, "audit", {
          bucket: bucket.id,
          policy: document({
            Effect: "Deny",
            Principal: "*",
            Action: "s3:DeleteObject",
            Resource: "arn:aws:s3:::audit-logs/*",
          }),
        }),
      ],
    },
    {
      name: "a stack without a trail",
      given: [role, declare(RolePolicy, "rights", { role: role.id, policy: document(may("*")) })],
    },
  ],
  fail: [
    {
      name: "an administrator, in one line",
      given: given(may("*")),
      findings: [
        {
          id: "tampers",
          on: "rights",
          at: "policy.Statement[0]",
          data: {
            label: "role `ci`",
            permissions:
              "`cloudtrail:StopLogging` on trail `main`, `s3:DeleteObject` on bucket `audit`, `kms:ScheduleKeyDeletion` on key `audit` and 12 more",
            grant: "statement `Rights` of inline policy `rights` of role `ci`",
            change: "Narrow statement `Rights` of inline policy `rights` of role `ci`",
          },
        },
      ],
    },
    {
      name: "the trail by its ARN",
      given: given(may("cloudtrail:StopLogging", `arn:aws:cloudtrail:us-east-1:${account}:trail/main`)),
      findings: [
        {
          id: "tampers",
          on: "rights",
          at: "policy.Statement[0]",
          data: {
            label: "role `ci`",
            permissions: "`cloudtrail:StopLogging` on trail `main`",
            grant: "statement `Rights` of inline policy `rights` of role `ci`",
            change: "Narrow statement `Rights` of inline policy `rights` of role `ci`",
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "all buckets",
      given: given(may("s3:*")),
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
    {
      name: "the log group with its streams",
      given: given(may("logs:*", "arn:aws:logs:*:*:log-group:audit:*")),
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
    {
      name: "the keys",
      given: given(may(["kms:ScheduleKeyDeletion", "kms:Decrypt"])),
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
    {
      name: "the second statement, and a policy of AWS",
      given: [
        ...given(may("ec2:*"), may("cloudtrail:*")),
        declare(RolePolicyAttachment, "all", {
          role: role.id,
          policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
        }),
      ],
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[1]" }],
    },
    {
      name: "a policy of AWS",
      given: [
        role,
        ...evidence,
        declare(RolePolicyAttachment, "all", {
          role: role.id,
          policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
        }),
      ],
      findings: [{ id: "tampers", on: "all", at: "policyArn" }],
    },
    {
      name: "a group, once for all its members",
      given: [
        people,
        person,
        ...evidence,
        declare(GroupPolicy, "rights", { group: people.id, policy: document(may("cloudtrail:*")) }),
        declare(UserGroupMembership, "ada", { user: person.id, groups: [people.id] }),
      ],
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
    {
      name: "another administrator than the named one",
      settings: { logAdministrators: ["security"] },
      given: given(may("cloudtrail:DeleteTrail")),
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
    {
      name: "the alarms",
      given: [...given(may(["cloudwatch:DeleteAlarms", "sns:DeleteTopic"])), ...alarmOnTrail()],
      findings: [
        {
          id: "tampers",
          on: "rights",
          at: "policy.Statement[0]",
          data: {
            label: "role `ci`",
            permissions: "`cloudwatch:DeleteAlarms` on alarm `tamper`, `sns:DeleteTopic` on topic `alerts`",
            grant: "statement `Rights` of inline policy `rights` of role `ci`",
            change: "Narrow statement `Rights` of inline policy `rights` of role `ci`",
          },
        },
      ],
    },
    {
      name: "the rules",
      given: [
        ...given(may("events:*")),
        declareType("aws:cloudwatch/eventRule:EventRule", "tamper", {
          eventPattern: JSON.stringify({ "detail-type": ["AWS API Call via CloudTrail"] }),
        }),
      ],
      findings: [{ id: "tampers", on: "rights", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [
    {
      name: "rights made of outputs",
      given: [
        role,
        ...evidence,
        declare(RolePolicy, "rights", {
          role: role.id,
          policy: jsonStringify({ Statement: [may("cloudtrail:*", interpolate`${trail.arn}`)] }),
        }),
      ],
      at: "",
    },
    {
      name: "a boundary not known yet",
      given: [
        declare(Role, "ci", { name: "ci", permissionsBoundary: unknown() }),
        ...evidence,
        declare(RolePolicy, "rights", { role: "ci", policy: jsonStringify({ Statement: [may("*")] }) }),
      ],
      at: "",
    },
    {
      name: "a policy from another stack",
      given: [
        role,
        ...evidence,
        declare(RolePolicy, "rights", { role: role.id, policy: external(document(may("*"))) }),
      ],
      at: "",
    },
  ],
  knownMisses: [
    {
      name: "a condition that is easily met",
      given: given(may("*", "*", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } })),
      because: "whether a condition on the request holds is left to who wrote it",
    },
    {
      name: "a boundary outside the stack",
      given: [
        declare(Role, "ci", { name: "ci", permissionsBoundary: external(`arn:aws:iam::${account}:policy/limit`) }),
        ...evidence,
        declare(RolePolicy, "rights", { role: "ci", policy: document(may("*")) }),
      ],
      because: "what it leaves is not at hand",
    },
  ],
  silentWhenUnknown: {
    "Trail.s3BucketName": evidenceKnown,
    "Trail.cloudWatchLogsGroupArn": evidenceKnown,
    "Trail.kmsKeyId": evidenceKnown,
    "LogMetricFilter.logGroupName": evidenceKnown,
    "LogMetricFilter.metricTransformation": evidenceKnown,
    "LogMetricFilter.region": evidenceKnown,
    "MetricAlarm.metricName": evidenceKnown,
    "MetricAlarm.namespace": evidenceKnown,
    "MetricAlarm.dimensions": evidenceKnown,
    "MetricAlarm.unit": evidenceKnown,
    "MetricAlarm.region": evidenceKnown,
    "EventRule.eventPattern": evidenceKnown,
  },
});

function alarmOnTrail(): readonly Declared[] {
  return [
    topic,
    declareType("aws:cloudwatch/logMetricFilter:LogMetricFilter", "tamper", {
      logGroupName: group.output("name"),
      pattern: "{ $.eventName = StopLogging }",
      metricTransformation: { name: "Tamper", namespace: "Audit", value: "1" },
    }),
    declareType("aws:cloudwatch/metricAlarm:MetricAlarm", "tamper", {
      metricName: "Tamper",
      namespace: "Audit",
      statistic: "Sum",
      period: 300,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      alarmActions: [topic.arn],
    }),
  ];
}
