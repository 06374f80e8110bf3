import { InstanceProfile } from "../../../lib/aws/iam/instance-profile";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import policy from "../../../policies/iam/no-unused-roles";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const trusting = (...principals: readonly object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: principals.map((Principal) => ({ Effect: "Allow", Principal, Action: "sts:AssumeRole" })),
  });
const service = (name: string) => ({ Service: `${name}.amazonaws.com` });
const role = declare(Role, "app", { name: "app", assumeRolePolicy: trusting(service("lambda")) });
const policyOf = declare(RolePolicy, "app", { role: role.id, policy: "{}" });
const lambda = (given: unknown) => declareType("aws:lambda/function:Function", "app", { role: given });
const host = declare(Role, "host", { assumeRolePolicy: trusting(service("ec2")) });
const profile = declare(InstanceProfile, "host", { role: host.output("name") });

export default policyTest(policy, {
  pass: [
    {
      name: "a role that a service finds by its name",
      given: declare(Role, "dms-vpc-role", { name: "dms-vpc-role", assumeRolePolicy: trusting(service("dms")) }),
    },
    { name: "a function works with it", given: [role, policyOf, lambda(role.arn)] },
    {
      name: "a function names it by a literal ARN",
      given: [role, lambda("arn:aws:iam::123456789012:role/app")],
    },
    {
      name: "a deployer may pass it",
      given: [
        role,
        declareType("aws:iam/policy:Policy", "deploy", {
          policy: '{"Statement":[{"Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/team/app"}]}',
        }),
      ],
    },
    {
      name: "another account takes it on",
      given: declare(Role, "audit", { assumeRolePolicy: trusting({ AWS: "111122223333" }) }),
    },
    {
      name: "a pipeline outside takes it on",
      given: declare(Role, "ci", {
        assumeRolePolicy: trusting({
          Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
        }),
      }),
    },
    {
      name: "a workload and people take it on",
      given: declare(Role, "both", { assumeRolePolicy: trusting(service("ec2"), { AWS: "111122223333" }) }),
    },
    {
      name: "a service that needs no resource",
      given: declare(Role, "support", { assumeRolePolicy: trusting(service("support")) }),
    },
    {
      name: "an instance uses the profile",
      given: [host, profile, declareType("aws:ec2/instance:Instance", "web", { iamInstanceProfile: profile.id })],
    },
    {
      name: "an output of the stack names it",
      given: [role, declareType("pulumi:pulumi:Stack", "program-test", { roleName: "app" })],
    },
    {
      name: "an output of the stack is its ARN",
      only: "deployed",
      given: [host, declareType("pulumi:pulumi:Stack", "program-test", { roles: [{ arn: host.arn }] })],
    },
  ],
  fail: [
    {
      name: "a role beside an output of something else",
      given: [role, declareType("pulumi:pulumi:Stack", "program-test", { address: "example.com" })],
      findings: [{ id: "unused", at: "" }],
    },
    {
      name: "a role that only has a policy",
      given: [role, policyOf],
      findings: [{ id: "unused", at: "", data: { noun: "role", name: "app" } }],
    },
    {
      name: "a profile that no instance uses",
      given: [profile, host],
      findings: [{ id: "unused", at: "", data: { noun: "instance profile", name: "host" } }],
    },
    {
      name: "a role for machines in China",
      given: declare(Role, "app", { assumeRolePolicy: trusting({ Service: "ec2.amazonaws.com.cn" }) }),
      findings: [{ id: "unused", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a trust policy that is not known yet",
      given: declare(Role, "app", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
    {
      name: "an output of the stack that is not known yet",
      given: [role, declareType("pulumi:pulumi:Stack", "program-test", { roleArn: unknown() })],
      at: "",
    },
  ],
  knownMisses: [
    {
      name: "a tag that is called like the role",
      given: [role, declareType("aws:sqs/queue:Queue", "jobs", { tags: { of: "app" } })],
      because: "any text that equals the name counts as a use",
    },
  ],
  firmWhenUnknown: {
    "Function.role": "Pulumi says where a value came from: one that came from elsewhere is no mention",
    "Policy.policy": "Pulumi says where a value came from: one that came from elsewhere is no mention",
    "Instance.iamInstanceProfile": "Pulumi says where a value came from: one that came from elsewhere is no mention",
    "InstanceProfile.role": "Pulumi says where a value came from: one that came from elsewhere is no mention",
  },
});
