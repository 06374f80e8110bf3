import { LoggingFunction } from "../../../lib/aws/logs/logging-function";
import policy from "../../../policies/logs/require-function-permission";
import { policyTest } from "../../support/policy-test";
import { declare, external, jsonStringify, unknown } from "../../support/program";

import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import { RolePolicyAttachment } from "../../../lib/aws/iam/role-policy-attachment";
const role = declare(Role, "worker-role", {
  assumeRolePolicy: jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});
const worker = declare(LoggingFunction, "worker", { role: role.arn });

function inline(action: string) {
  const Statement = [{ Effect: "Allow", Action: action, Resource: "*" }];
  return declare(RolePolicy, "own", {
    role: role.output("name"),
    policy: jsonStringify({ Version: "2012-10-17", Statement }),
  });
}

function attachedFrom(policyArn: string) {
  return declare(RolePolicyAttachment, "attached", { role: role.output("name"), policyArn });
}

function attached(name: string) {
  return attachedFrom(`arn:aws:iam::aws:policy/${name}`);
}

export default policyTest(policy, {
  pass: [
    { name: "an inline policy", given: [worker, role, inline("logs:PutLogEvents")] },
    { name: "a wildcard", given: [worker, role, inline("logs:*")] },
    { name: "AWS's policy for functions", given: [worker, role, attached("service-role/AWSLambdaBasicExecutionRole")] },
    {
      name: "a policy outside the stack",
      given: [worker, role, attachedFrom("arn:aws:iam::123456789012:policy/base")],
    },
    {
      name: "a role outside the stack",
      given: declare(LoggingFunction, "worker", { role: external("arn:aws:iam::123456789012:role/base") }),
    },
  ],
  fail: [
    {
      name: "a role with nothing",
      given: [worker, role],
      findings: [{ id: "silent", at: "role", data: { function: "worker" } }],
      controls: ["iam.workload.lambda-logs-permission"],
    },
    {
      name: "a role with something else",
      given: [worker, role, inline("s3:GetObject")],
      findings: [{ id: "silent", at: "role" }],
      controls: ["iam.workload.lambda-logs-permission"],
    },
  ],
  unknown: [
    { name: "a role not known yet", given: declare(LoggingFunction, "worker", { role: unknown() }), at: "role" },
    {
      name: "a policy not known yet",
      given: [worker, role, declare(RolePolicy, "own", { role: role.output("name"), policy: unknown() })],
      at: "role",
    },
  ],
});
