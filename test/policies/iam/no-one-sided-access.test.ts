import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { RolePolicyAttachment } from "../../../lib/aws/iam/role-policy-attachment";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-one-sided-access";
import { policyTest } from "../../support/policy-test";
import { type Output, declare, declareType } from "../../support/program";
import { documentOf, trust } from "../../support/trust";

const other = { account: "210987654321" };
const ci = declare(Role, "ci", { assumeRolePolicy: documentOf(trust({ Service: "codebuild.amazonaws.com" })) });

function trusting(principal: object | string) {
  return declare(Role, "deploy", { name: "deploy", assumeRolePolicy: documentOf(trust(principal)) }, other);
}

function ciMay(action: string, resource: Output | string) {
  const statement = { Sid: "Go", Effect: "Allow", Action: action, Resource: resource };
  return declare(RolePolicy, "ci-policy", { name: "go", role: ci.output("name"), policy: documentOf(statement) });
}

function queueFor(principal: object | string, action = "sqs:SendMessage") {
  const statement = { Sid: "Send", Effect: "Allow", Principal: principal, Action: action, Resource: "*" };
  return declare(Queue, "jobs", { name: "jobs", policy: documentOf(statement) }, other);
}

const deploy = trusting({ AWS: ci.arn });
const jobs = queueFor({ AWS: ci.arn });

const bothSides = "only access of which both sides are known to the last is judged: the next deployment tells";

export default policyTest(policy, {
  pass: [
    { name: "both sides", only: "deployed", given: [deploy, ci, ciMay("sts:AssumeRole", deploy.arn)] },
    { name: "by a pattern", only: "deployed", given: [deploy, ci, ciMay("sts:*", "arn:aws:iam::*:role/deploy")] },
    { name: "a queue, both sides", only: "deployed", given: [jobs, ci, ciMay("sqs:SendMessage", jobs.arn)] },
    {
      name: "in one account one side is enough",
      only: "deployed",
      given: [declare(Role, "deploy", { assumeRolePolicy: documentOf(trust({ AWS: ci.arn })) }), ci],
    },
    {
      name: "an account that is trusted as a whole is an offer",
      only: "deployed",
      given: [trusting({ AWS: "arn:aws:iam::123456789012:root" }), ci],
    },
    {
      name: "an account that is trusted as a whole lets the role in",
      only: "deployed",
      given: [
        trusting({ AWS: "arn:aws:iam::123456789012:root" }),
        ci,
        ciMay("sts:AssumeRole", "arn:aws:iam::210987654321:role/deploy"),
      ],
    },
    {
      name: "a role outside the stack",
      only: "deployed",
      given: [trusting({ AWS: "arn:aws:iam::111122223333:role/x" }), ci],
    },
    {
      name: "a target outside the stack",
      only: "deployed",
      given: [deploy, ci, ciMay("sts:AssumeRole", deploy.arn), declareType("aws:ec2/vpc:Vpc", "net")],
    },
  ],
  fail: [
    {
      name: "a role trusts, and nothing allows",
      only: "deployed",
      given: [deploy, ci],
      findings: [
        {
          id: "resourceOnly",
          at: "assumeRolePolicy.Statement[0]",
          data: {
            statement: "Trust",
            document: "trust policy of role `deploy`",
            action: "sts:AssumeRole",
            target: "deploy",
            kind: "role",
            name: "ci",
            account: "123456789012",
            targetAccount: "210987654321",
          },
        },
      ],
    },
    {
      name: "a role may assume, and is not trusted",
      only: "deployed",
      given: [
        trusting({ Service: "ec2.amazonaws.com" }),
        ci,
        ciMay("sts:AssumeRole", "arn:aws:iam::210987654321:role/deploy"),
      ],
      findings: [
        {
          id: "identityOnly",
          on: "ci-policy",
          at: "policy.Statement[0]",
          data: {
            statement: "Go",
            document: "inline policy `ci-policy` of role `ci-ff43220`",
            action: "sts:AssumeRole",
            target: "deploy",
            kind: "role",
            name: "ci",
            account: "123456789012",
            targetAccount: "210987654321",
          },
        },
      ],
    },
    {
      name: "another action than the queue allows",
      only: "deployed",
      given: [jobs, ci, ciMay("sqs:ReceiveMessage", jobs.arn)],
      findings: [{ id: "resourceOnly", at: "policy.Statement[0]" }],
    },
    {
      name: "a queue's policy that does not know the role",
      only: "deployed",
      given: [
        queueFor({ AWS: "arn:aws:iam::210987654321:role/worker" }),
        ci,
        ciMay("sqs:SendMessage", "arn:aws:sqs:us-east-1:210987654321:jobs"),
      ],
      findings: [{ id: "identityOnly", on: "ci-policy", at: "policy.Statement[0]" }],
    },
  ],
  unknown: "the question is asked once both ARNs are known, since accounts are told by them",
  knownMisses: [
    {
      name: "what an AWS managed policy allows is not at hand",
      given: [
        jobs,
        ci,
        declare(RolePolicyAttachment, "sqs", {
          role: ci.output("name"),
          policyArn: "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess",
        }),
      ],
      because: "the question is undetermined: the managed policy may allow it",
    },
  ],
  silentWhenUnknown: {
    "Role.name": bothSides,
    "Role.path": bothSides,
    "Role.inlinePolicies": bothSides,
    "Role.assumeRolePolicy": bothSides,
    "RolePolicy.role": bothSides,
    "RolePolicy.policy": bothSides,
    "Queue.name": bothSides,
    "Queue.policy": bothSides,
  },
});
