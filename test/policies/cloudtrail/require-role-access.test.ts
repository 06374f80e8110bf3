import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/cloudtrail/require-role-access";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, external, interpolate, unknown } from "../../support/program";

const account = "123456789012";
const groupArn = `arn:aws:logs:us-east-1:${account}:log-group:audit`;
const group = declare(LogGroup, "audit", { name: "audit" });
const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];

function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function trustIn(Service: string, Condition: object = {}): string {
  return document({ Sid: "Trust", Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole", Condition });
}

const trust = trustIn("cloudtrail.amazonaws.com");
const role = declare(Role, "delivery", { assumeRolePolicy: trust });

function trailThrough(roleArn: unknown): Declared {
  return declare(Trail, "main", {
    name: "main",
    cloudWatchLogsGroupArn: interpolate`${group.arn}:*`,
    cloudWatchLogsRoleArn: roleArn as string,
  });
}

function write(Resource: string, Action: string | readonly string[] = actions): object {
  return { Sid: "Write", Effect: "Allow", Action, Resource };
}

function allowing(...statements: readonly object[]): readonly Declared[] {
  return [role, group, trailThrough(role.arn), inline(role, ...statements)];
}

function inline(of: Declared, ...statements: readonly object[]): Declared {
  return declare(RolePolicy, "write", { role: of.id, policy: document(...statements) });
}

function trusting(assumeRolePolicy: unknown): readonly Declared[] {
  const other = declare(Role, "delivery", { assumeRolePolicy: assumeRolePolicy as string });
  return [other, group, trailThrough(other.arn), inline(other, write("*"))];
}

const boundary = declare(ManagedPolicy, "limit", { policy: document(write("*", "s3:*")) });
const limited = declare(Role, "delivery", { assumeRolePolicy: trust, permissionsBoundary: boundary.arn });

export default policyTest(policy, {
  pass: [
    {
      name: "as AWS documents it",
      given: allowing(write(`${groupArn}:log-stream:${account}_CloudTrail_us-east-1*`)),
      only: "deployed",
    },
    { name: "all streams of the group", given: allowing(write(`${groupArn}:*`)), only: "deployed" },
    { name: "everything", given: allowing(write("*")) },
    {
      name: "for one account's trails only",
      given: trusting(trustIn("cloudtrail.amazonaws.com", { StringEquals: { "aws:SourceAccount": account } })),
      only: "deployed",
    },
    {
      name: "a role outside the stack",
      given: [group, trailThrough(external(`arn:aws:iam::${account}:role/delivery`))],
    },
    { name: "no log group", given: declare(Trail, "main") },
  ],
  fail: [
    {
      name: "trusts another service",
      given: trusting(trustIn("cloudwatch.amazonaws.com")),
      findings: [
        {
          id: "refused",
          at: "assumeRolePolicy",
          data: {
            role: "delivery",
            trail: "main",
            actions: "`sts:AssumeRole`",
            why: "no statement allows it to `cloudtrail.amazonaws.com`",
            statement:
              '{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}',
          },
        },
      ],
    },
    {
      name: "trusts another trail",
      given: trusting(
        trustIn("cloudtrail.amazonaws.com", {
          ArnEquals: { "aws:SourceArn": `arn:aws:cloudtrail:us-east-1:${account}:trail/other` },
        }),
      ),
      findings: [{ id: "refused", at: "assumeRolePolicy" }],
    },
    {
      name: "denies CloudTrail",
      given: trusting(
        document(
          { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
          { Sid: "No", Effect: "Deny", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
        ),
      ),
      findings: [
        {
          id: "denied",
          at: "assumeRolePolicy",
          data: {
            role: "delivery",
            trail: "main",
            actions: "`sts:AssumeRole`",
            why: "`sts:AssumeRole` is denied explicitly by the policy (`No`)",
            statement: "No",
          },
        },
      ],
    },
    {
      name: "no permissions",
      given: [role, group, trailThrough(role.arn)],
      findings: [{ id: "cannotWrite", at: "" }],
    },
    {
      name: "the group without its streams",
      given: allowing(write(groupArn)),
      findings: [
        {
          id: "cannotWrite",
          at: "",
          data: {
            role: "delivery",
            trail: "main",
            actions: "`logs:CreateLogStream` and `logs:PutLogEvents`",
            why: "no policy allows `logs:CreateLogStream`",
            statement: JSON.stringify({
              Effect: "Allow",
              Action: actions,
              Resource: `${groupArn}:log-stream:${account}_CloudTrail_us-east-1*`,
            }),
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "cannot make streams",
      given: allowing(write("*", "logs:PutLogEvents")),
      findings: [{ id: "cannotWrite", at: "" }],
    },
    {
      name: "a boundary that leaves nothing",
      given: [limited, boundary, group, trailThrough(limited.arn), inline(limited, write("*"))],
      findings: [{ id: "cannotWrite", at: "" }],
    },
  ],
  unknown: [
    { name: "a trust policy from another stack", given: trusting(external(trust)), at: "assumeRolePolicy" },
    { name: "a group whose account is not known yet", given: allowing(write(`${groupArn}:*`)), at: "" },
    { name: "which role", given: [role, group, trailThrough(unknown())], at: "cloudWatchLogsRoleArn" },
  ],
});
