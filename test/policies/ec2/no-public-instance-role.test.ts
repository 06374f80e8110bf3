import { Machine } from "../../../lib/aws/ec2/machine";
import policy from "../../../policies/ec2/no-public-instance-role";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a role and a private address",
      given: declare(Machine, "web", { iamInstanceProfile: "web", associatePublicIpAddress: false }),
    },
    { name: "a public address and no role", given: declare(Machine, "web", { associatePublicIpAddress: true }) },
  ],
  fail: [
    {
      name: "a public address and a role that is known later",
      given: declare(Machine, "web", { iamInstanceProfile: unknown(), associatePublicIpAddress: true }),
      findings: [{ id: "exposed", at: "associatePublicIpAddress" }],
    },
    {
      name: "a public address and a role",
      given: declare(Machine, "web", { iamInstanceProfile: "web", associatePublicIpAddress: true }),
      findings: [{ id: "exposed", at: "associatePublicIpAddress", data: { noun: "instance", name: "web" } }],
      controls: ["iam.ec2.internet-facing-profile"],
    },
  ],
  unknown: [
    {
      name: "an address from elsewhere",
      given: declare(Machine, "web", { iamInstanceProfile: "web", associatePublicIpAddress: unknown() }),
      at: "associatePublicIpAddress",
    },
  ],
  knownMisses: [
    {
      name: "an instance that says nothing of its address",
      given: declare(Machine, "web", { iamInstanceProfile: "web" }),
      because: "its subnet decides",
    },
  ],
});
