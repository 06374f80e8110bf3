import { InstanceProfile } from "../../../lib/aws/iam/instance-profile";
import { Machine } from "../../../lib/aws/ec2/machine";
import policy from "../../../policies/ec2/require-instance-profile";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external, unknown } from "../../support/program";

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const profile = declare(InstanceProfile, "web");
const nodes = declare(Machine, "nodes", {}, template);

export default policyTest(policy, {
  pass: [
    {
      name: "a launch template with a profile that is known later",
      given: declare(Machine, "web", { iamInstanceProfile: unknown() }, template),
    },
    { name: "a profile that is known later", given: declare(Machine, "web", { iamInstanceProfile: unknown() }) },
    {
      name: "a launch template that is known later",
      given: declare(Machine, "web", { launchTemplate: unknown() }),
    },
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
    {
      name: "a launch template of a managed node group, which has a role of its own",
      given: [nodes, declareType("aws:eks/nodeGroup:NodeGroup", "general", { launchTemplate: { id: nodes.id } })],
    },
    {
      name: "a launch template that a node group names",
      given: [
        declare(Machine, "nodes", { name: "nodes" } as object, template),
        declareType("aws:eks/nodeGroup:NodeGroup", "general", { launchTemplate: { name: "nodes", version: "1" } }),
      ],
    },
    {
      name: "a launch template of a compute environment of Batch",
      given: [
        nodes,
        declareType("aws:batch/computeEnvironment:ComputeEnvironment", "jobs", {
          computeResources: { launchTemplate: { launchTemplateId: nodes.id } },
        }),
      ],
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
    {
      name: "a launch template beside a node group that uses another",
      given: [nodes, declareType("aws:eks/nodeGroup:NodeGroup", "general", { launchTemplate: { id: "lt-1" } })],
      findings: [{ id: "noProfile", at: "iamInstanceProfile" }],
    },
  ],
  unknown: [
    {
      name: "a node group of which it is not known what it launches from",
      given: [nodes, declareType("aws:eks/nodeGroup:NodeGroup", "general", { launchTemplate: unknown() })],
      at: "",
    },
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
