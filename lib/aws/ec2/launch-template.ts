import { type batch, type eks } from "@pulumi/aws";
import { type Claim, claim } from "../../core/claim";
import { type Read } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type ReferringProperty, referrersTo } from "../references";
import { resourceView } from "../view";

const templates = ["aws:ec2/launchTemplate:LaunchTemplate"];

/** A managed node group of EKS: its own role is that of its nodes, and EKS refuses a template with an instance profile. */
const NodeGroup = resourceView<eks.NodeGroupArgs>()(["aws:eks/nodeGroup:NodeGroup"], (read) => {
  const template = read.object("launchTemplate");
  if (template.kind !== "known") return { template };
  return { template: either(template.value.text("id"), template.value.text("name")) };
});

/** A compute environment of Batch: its own `instanceRole` is the profile of its instances. */
const ComputeEnvironment = resourceView<batch.ComputeEnvironmentArgs>()(
  ["aws:batch/computeEnvironment:ComputeEnvironment"],
  (read) => {
    const resources = read.object("computeResources");
    const template = resources.kind === "known" ? resources.value.object("launchTemplate") : resources;
    if (template.kind !== "known") return { template };
    return { template: either(template.value.text("launchTemplateId"), template.value.text("launchTemplateName")) };
  },
);

/** A template is named by its id or else by its name. */
function either(id: Read<string>, name: Read<string>): Read<string> {
  return id.kind === "absent" ? name : id;
}

const launchers: ReferringProperty = {
  key: "services that launch from a template",
  sources: [...NodeGroup.types, ...ComputeEnvironment.types],
  targets: templates,
  read: (resource) => (NodeGroup.shows(resource) ? NodeGroup : ComputeEnvironment).view(resource).template,
};

/**
 * Whether a launch template serves a service that gives the instances their role by itself. `unknown` where it is not
 * told yet which template such a service uses; `no` for what is no template.
 */
export function rolesComeFromService(stack: Stack, machine: Resource): Claim {
  const place = { urn: machine.urn, path: "" };
  if (!templates.includes(machine.type)) return claim("no", place);
  const { certain, possible } = referrersTo(stack, machine, launchers);
  if (certain.length > 0) return claim("yes", place);
  return claim(possible.length > 0 ? "unknown" : "no", place);
}
