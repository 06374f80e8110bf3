import { InstanceProfile } from "../../../lib/aws/iam/instance-profile";
import { Machine } from "../../../lib/aws/ec2/machine";
import policy from "../../../policies/ec2/require-instance-profile";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const profile = declare(InstanceProfile, "web");

export default policyTest(policy, {
  pass: [
    {
      name: "a profile of the stack",
      given: [declare(Machine, "web", { iamInstanceProfile: profile.output("name") }), profile],
    },
    { name: "a profile of another stack", given: declare(Machine, "web", { iamInstanceProfile: external("web") }) },
    {
      name: "an instance that follows its launch template",
      given: declare(Machine, "web", { launchTemplate: { id: "lt-1" } }),
    },
    {
      name: "a launch template with the ARN of a profile",
      given: declare(
        Machine,
        "web",
        { iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/web" } },
        template,
      ),
    },
  ],
  fail: [
    {
      name: "an instance without one",
      given: declare(Machine, "web"),
      findings: [{ id: "noProfile", at: "iamInstanceProfile", data: { noun: "instance", name: "web" } }],
      controls: ["iam.ec2.instance-profile"],
    },
    {
      name: "a launch template without one",
      given: declare(Machine, "web", {}, template),
      findings: [{ id: "noProfile", at: "iamInstanceProfile" }],
    },
    {
      name: "a launch template with an empty one",
      given: declare(Machine, "web", { iamInstanceProfile: {} }, template),
      findings: [{ id: "noProfile", at: "iamInstanceProfile.name" }],
    },
  ],
  unknown: [
    {
      name: "a value of the wrong shape",
      given: declare(Machine, "web", { iamInstanceProfile: { arn: [] } }, template),
      at: "iamInstanceProfile.arn",
    },
  ],
  knownMisses: [
    {
      name: "a template that is not known yet",
      given: declare(Machine, "web", { launchTemplate: unknown() }),
      because: "the template may hold the profile",
      only: "preview",
    },
  ],
});
