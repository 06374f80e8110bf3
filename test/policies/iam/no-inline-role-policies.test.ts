import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import policy from "../../../policies/iam/no-inline-role-policies";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const document = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const ecs = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

export default policyTest(policy, {
  pass: [
    { name: "a managed policy", given: declare(ManagedPolicy, "read", { policy: document }) },
    {
      name: "a role that must have none",
      given: declare(Role, "ci", { assumeRolePolicy: document, inlinePolicies: [{}] }),
    },
  ],
  fail: [
    {
      name: "a separate inline policy",
      given: declare(RolePolicy, "deploy", { role: "ci", policy: document }),
      findings: [{ id: "inline", at: "policy", data: { policy: "inline policy `deploy` of role `ci`" } }],
    },
    {
      name: "an inline policy in the role of an ECS service",
      given: declare(Role, "service", { assumeRolePolicy: ecs, inlinePolicies: [{ name: "pull", policy: document }] }),
      findings: [
        { id: "inline", at: "inlinePolicies[0].policy", data: { policy: "inline policy `pull` of role `service`" } },
      ],
      controls: ["iam.inline.ecs-service"],
    },
    {
      name: "an inline policy that is not known yet",
      given: declare(RolePolicy, "deploy", { role: unknown(), policy: unknown() }),
      findings: [{ id: "inline", at: "policy", data: { policy: "inline policy `deploy`" } }],
      only: "preview",
    },
  ],
  unknown: "An inline policy is one whatever it says.",
});
