import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { User } from "../../../lib/aws/iam/user";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-bypassed-limits";
import { allow, named } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { type DeclareOptions, type Output, declare } from "../../support/program";
import { documentOf, trust } from "../../support/trust";

const ci = declare(Role, "ci", {
  name: "ci",
  assumeRolePolicy: documentOf(trust({ Service: "codebuild.amazonaws.com" })),
});
const fromOffice = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } };

function queueFor(principal: object, more: object = {}, options: DeclareOptions = {}) {
  const statement = { Sid: "Send", Effect: "Allow", Principal: principal, Action: "sqs:SendMessage", Resource: "*" };
  return declare(Queue, "jobs", { name: "jobs", policy: documentOf({ ...statement, ...more }) }, options);
}

function ciMay(resource: Output | string, condition?: object) {
  const statement = { Effect: "Allow", Action: "sqs:SendMessage", Resource: resource };
  const written = condition === undefined ? statement : { ...statement, Condition: condition };
  return declare(RolePolicy, "send", { name: "send", role: ci.output("name"), policy: documentOf(written) });
}

const jobs = queueFor({ AWS: ci.arn });
const reads = named("limit", allow("s3:*"));
const sends = named("limit", allow("sqs:SendMessage"));
const alice = (boundary: Output) => declare(User, "alice", { name: "alice", permissionsBoundary: boundary });

const bothSides = "only access of which both sides are known to the last is judged: the next deployment tells";

export default policyTest(policy, {
  pass: [
    { name: "the resource's policy alone, as it is meant", only: "deployed", given: [ci, jobs] },
    { name: "both, without a condition", only: "deployed", given: [ci, jobs, ciMay(jobs.arn)] },
    {
      name: "both, under the condition",
      only: "deployed",
      given: [ci, queueFor({ AWS: ci.arn }, { Condition: fromOffice }), ciMay(jobs.arn, fromOffice)],
    },
    {
      name: "a condition on another queue",
      only: "deployed",
      given: [ci, jobs, ciMay("arn:aws:sqs:us-east-1:123456789012:mail", fromOffice)],
    },
    { name: "a condition on everything, as a guard", only: "deployed", given: [ci, jobs, ciMay("*", fromOffice)] },
    {
      name: "the account, which only offers",
      only: "deployed",
      given: [ci, queueFor({ AWS: "arn:aws:iam::123456789012:root" }), ciMay(jobs.arn, fromOffice)],
    },
    {
      name: "in another account, where both are asked",
      only: "deployed",
      given: [ci, queueFor({ AWS: ci.arn }, {}, { account: "210987654321" }), ciMay(jobs.arn, fromOffice)],
    },
    {
      name: "a user within its boundary",
      only: "deployed",
      given: [alice(sends.arn), sends, queueFor({ AWS: "arn:aws:iam::123456789012:user/alice" })],
    },
  ],
  fail: [
    {
      name: "a role whose condition does nothing",
      only: "deployed",
      given: [ci, jobs, ciMay(jobs.arn, fromOffice)],
      findings: [
        {
          id: "condition",
          on: "jobs",
          at: "policy.Statement[0]",
          data: {
            statement: "Send",
            document: "policy of queue `jobs`",
            kind: "role",
            name: "ci",
            action: "sqs:SendMessage",
            by: "inline policy `send` of role `ci`",
          },
        },
      ],
    },
    {
      name: "a user whose boundary does nothing",
      only: "deployed",
      given: [alice(reads.arn), reads, queueFor({ AWS: "arn:aws:iam::123456789012:user/alice" })],
      findings: [
        {
          id: "boundary",
          on: "jobs",
          at: "policy.Statement[0]",
          data: {
            statement: "Send",
            document: "policy of queue `jobs`",
            kind: "user",
            name: "alice",
            action: "sqs:SendMessage",
            by: "policy `limit`",
          },
        },
      ],
    },
  ],
  unknown: "In a first preview the ARNs of principals are not known yet: nothing is reported until they are.",
  silentWhenUnknown: {
    "Role.name": bothSides,
    "Role.path": bothSides,
    "Role.inlinePolicies": bothSides,
    "Role.managedPolicyArns": bothSides,
    "Role.permissionsBoundary": bothSides,
    "RolePolicy.role": bothSides,
    "RolePolicy.policy": bothSides,
    "Queue.name": bothSides,
    "Queue.policy": bothSides,
    "User.name": bothSides,
    "User.path": bothSides,
    "User.permissionsBoundary": bothSides,
    "Policy.policy": bothSides,
  },
});
