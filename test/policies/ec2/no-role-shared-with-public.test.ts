import { Machine } from "../../../lib/aws/ec2/machine";
import { Subnet } from "../../../lib/aws/ec2/subnet";
import { InstanceProfile } from "../../../lib/aws/iam/instance-profile";
import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/ec2/no-role-shared-with-public";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, declareType } from "../../support/program";

const role = declare(Role, "shop", { assumeRolePolicy: "{}" });
const profile = declare(InstanceProfile, "shop", { role: role.output("name") });
const second = declare(InstanceProfile, "second", { role: role.output("name") });
const machine = (name: string, associatePublicIpAddress: boolean, given: Declared = profile) =>
  declare(Machine, name, { iamInstanceProfile: given.output("name"), associatePublicIpAddress });
const inSubnet = (name: string, subnet: Declared) =>
  declare(Machine, name, { iamInstanceProfile: profile.output("name"), subnetId: subnet.id });
const open = declare(Subnet, "open", { vpcId: "vpc-1", mapPublicIpOnLaunch: true });
const closed = declare(Subnet, "closed", { vpcId: "vpc-1" });
const data = { noun: "instance", name: "web", role: "shop", otherNoun: "instance", other: "worker" };

export default policyTest(policy, {
  pass: [
    { name: "two public ones", given: [role, profile, machine("web", true), machine("worker", true)] },
    { name: "two private ones", given: [role, profile, machine("web", false), machine("worker", false)] },
    {
      name: "a role each",
      given: [
        role,
        profile,
        declare(Role, "web", { assumeRolePolicy: "{}" }),
        declare(InstanceProfile, "web", { role: "web" }),
        declare(Machine, "web", { iamInstanceProfile: "web", associatePublicIpAddress: true }),
        machine("worker", false),
      ],
    },
    {
      name: "no profiles",
      given: [
        declare(Machine, "web", { associatePublicIpAddress: true }),
        declare(Machine, "worker", { associatePublicIpAddress: false }),
      ],
    },
  ],
  fail: [
    {
      name: "one profile",
      given: [machine("web", true), machine("worker", false), role, profile],
      findings: [{ id: "shared", at: "", data }],
      controls: ["iam.workload.public-private-shared-role"],
    },
    {
      name: "two profiles of one role",
      given: [machine("web", true), machine("worker", false, second), role, profile, second],
      findings: [{ id: "shared", at: "", data }],
    },
    {
      name: "subnets decide",
      given: [inSubnet("web", open), inSubnet("worker", closed), open, closed, role, profile],
      findings: [{ id: "shared", at: "", data }],
    },
    {
      name: "an elastic address",
      given: [
        inSubnet("web", closed),
        inSubnet("worker", closed),
        closed,
        role,
        profile,
        declareType("aws:ec2/eip:Eip", "web", {
          instance: inSubnet("web", closed).id,
        }),
      ],
      findings: [{ id: "shared", at: "", data }],
    },
    {
      name: "a profile of another stack, by its name",
      given: [
        declare(Machine, "web", { iamInstanceProfile: "apps", associatePublicIpAddress: true }),
        declare(Machine, "worker", { iamInstanceProfile: "apps", associatePublicIpAddress: false }),
      ],
      findings: [{ id: "shared", at: "", data: { ...data, role: "apps" } }],
    },
  ],
  unknown: [
    {
      name: "an address that is not known yet",
      given: [
        machine("web", true),
        declare(Machine, "worker", {
          iamInstanceProfile: profile.output("name"),
          associatePublicIpAddress: declareType("aws:ssm/parameter:Parameter", "public").output("value"),
        }),
        role,
        profile,
      ],
      at: "associatePublicIpAddress",
    },
  ],
  knownMisses: [
    {
      name: "a subnet of another stack",
      given: [
        machine("web", true),
        declare(Machine, "worker", { iamInstanceProfile: profile.output("name"), subnetId: "subnet-1" }),
        role,
        profile,
      ],
      because: "it decides whether the instance gets a public address",
    },
  ],
  silentWhenUnknown: {
    "Instance.iamInstanceProfile":
      "only machines whose role and address are known, or come from the stack, are compared",
    "InstanceProfile.role": "only machines whose role and address are known, or come from the stack, are compared",
    "Eip.instance": "only machines whose role and address are known, or come from the stack, are compared",
  },
});
