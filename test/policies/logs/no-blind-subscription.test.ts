import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { LambdaAlias, LambdaFunction } from "../../../lib/aws/lambda/function";
import { LambdaPermission } from "../../../lib/aws/lambda/permission";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import { LogSubscriptionFilter } from "../../../lib/aws/logs/subscription-filter";
import policy from "../../../policies/logs/no-blind-subscription";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, declareType, external, interpolate, unknown } from "../../support/program";

const account = "123456789012";
const group = declare(LogGroup, "api", { name: "api" });
const other = declare(LogGroup, "web", { name: "web" });
const reader = declare(LambdaFunction, "reader", { name: "reader" });
const alias = declare(LambdaAlias, "live", { name: "live", functionName: reader.output("name") });
const stream = declareType("aws:kinesis/stream:Stream", "events");
const farStream = declareType("aws:kinesis/stream:Stream", "events", {}, { region: "eu-west-1" });

function to(destinationArn: unknown, roleArn?: unknown): Declared {
  return declare(LogSubscriptionFilter, "out", {
    logGroup: group.output("name"),
    filterPattern: "",
    destinationArn: destinationArn as string,
    ...(roleArn === undefined ? {} : { roleArn: roleArn as string }),
  });
}

function permission(args: Readonly<Record<string, unknown>> = {}): Declared {
  return declare(LambdaPermission, "logs", {
    action: "lambda:InvokeFunction",
    function: reader.output("name"),
    principal: "logs.amazonaws.com",
    ...args,
  });
}

function roleFor(Service: string, Action = "kinesis:PutRecord"): readonly Declared[] {
  const assumeRolePolicy = document({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
  const role = declare(Role, "writer", { name: "writer", assumeRolePolicy });
  const rights = document({ Effect: "Allow", Action, Resource: "*" });
  return [role, declare(RolePolicy, "write", { role: role.id, policy: rights })];
}

function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

const writer = declare(Role, "writer", { name: "writer" });
const firehose = declareType("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "archive");

export default policyTest(policy, {
  pass: [
    {
      name: "a function that admits the group",
      given: [to(reader.arn), group, reader, permission({ sourceArn: interpolate`${group.arn}:*` })],
    },
    { name: "a function that admits all groups", given: [to(reader.arn), group, reader, permission()] },
    {
      name: "the service with its region",
      given: [to(reader.arn), group, reader, permission({ principal: "logs.us-east-1.amazonaws.com" })],
    },
    {
      name: "an alias",
      given: [to(alias.arn), group, alias, reader, permission({ qualifier: "live" })],
    },
    {
      name: "of this account",
      given: [to(reader.arn), group, reader, permission({ sourceAccount: account })],
      only: "deployed",
    },
    { name: "a stream", given: [to(stream.arn, writer.arn), group, stream, ...roleFor("logs.amazonaws.com")] },
    {
      name: "a stream, through the service of its region",
      given: [to(stream.arn, writer.arn), group, stream, ...roleFor("logs.us-east-1.amazonaws.com")],
    },
    {
      name: "a delivery stream",
      given: [to(firehose.arn, writer.arn), group, firehose, ...roleFor("logs.amazonaws.com", "firehose:*")],
    },
    {
      name: "a stream through a role outside the stack",
      given: [to(stream.arn, external(`arn:aws:iam::${account}:role/writer`)), group, stream],
    },
    {
      name: "a destination outside the stack",
      given: [to(external("arn:aws:logs:us-east-1:444455556666:destination:central")), group],
    },
  ],
  fail: [
    {
      name: "a function that admits nobody",
      given: [to(reader.arn), group, reader],
      findings: [
        {
          id: "blind",
          on: "reader",
          at: "",
        },
      ],
    },
    {
      name: "a function that admits another group",
      given: [to(reader.arn), group, other, reader, permission({ sourceArn: interpolate`${other.arn}:*` })],
      findings: [{ id: "blind", on: "reader", at: "" }],
    },
    {
      name: "a function that admits another service",
      given: [to(reader.arn), group, reader, permission({ principal: "events.amazonaws.com" })],
      findings: [{ id: "blind", on: "reader", at: "" }],
    },
    {
      name: "a function that admits another account",
      given: [to(reader.arn), group, reader, permission({ sourceAccount: "444455556666" })],
      findings: [{ id: "blind", on: "reader", at: "" }],
      only: "deployed",
    },
    {
      name: "a stream without a role",
      given: [to(stream.arn), group, stream],
      findings: [{ id: "blind", at: "" }],
    },
    {
      name: "a stream through a role of another service",
      given: [to(stream.arn, writer.arn), group, stream, ...roleFor("lambda.amazonaws.com")],
      findings: [{ id: "blind", on: "writer", at: "assumeRolePolicy" }],
    },
    {
      name: "a stream through a role that may not write",
      given: [to(stream.arn, writer.arn), group, stream, ...roleFor("logs.amazonaws.com", "kinesis:GetRecords")],
      findings: [
        {
          id: "blind",
          on: "writer",
          at: "",
          data: {
            filter: "out",
            why: "acts through role `writer`, which may not call `kinesis:PutRecord`",
            change: "Let role `writer` call `kinesis:PutRecord`.",
          },
        },
      ],
    },
    {
      name: "a stream of another region",
      given: [to(farStream.arn, writer.arn), group, farStream, ...roleFor("logs.amazonaws.com")],
      findings: [{ id: "blind", at: "destinationArn" }],
    },
    {
      name: "a topic, which is no destination",
      given: [to("arn:aws:sns:us-east-1:123456789012:alerts"), group],
      findings: [{ id: "blind", at: "destinationArn" }],
    },
  ],
  unknown: [
    { name: "which destination", given: [to(unknown()), group, reader], at: "destinationArn" },
    {
      name: "a permission for a source not known yet",
      given: [
        to(reader.arn),
        group,
        reader,
        permission({ sourceArn: external("arn:aws:logs:us-east-1:123456789012:log-group:api:*") }),
      ],
      at: "",
    },
  ],
  knownMisses: [
    {
      name: "a permission without the streams",
      given: [
        to(reader.arn),
        group,
        reader,
        permission({ sourceArn: `arn:aws:logs:us-east-1:${account}:log-group:api` }),
      ],
      because: "whether AWS takes it is not documented",
    },
  ],
});
