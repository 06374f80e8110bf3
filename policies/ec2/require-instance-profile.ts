import { rolesComeFromService } from "../../lib/aws/ec2/launch-template";
import { Machine } from "../../lib/aws/ec2/machine";
import { inStack } from "../../lib/aws/view";
import { isGiven, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "ec2-require-instance-profile",
  on: inStack(Machine),
  severity: "medium",
  preset: "recommended",
  summary: "Instances must get their credentials from an instance profile",
  why: "An application on an instance without a role gets its credentials in some other way, which is a key that stays valid when it leaks.",
  fix: "Set `iamInstanceProfile` to a profile whose role grants what the application calls.",
  practice: 13,
  covers: ["iam.ec2.instance-profile"],
  nist: ["AC-6", "IA-5"],
  messages: { noProfile: "{noun} `{name}` has no instance profile" },
  *check({ stack, subject: machine }, { must }) {
    const { noun, name } = machine;
    const own = some(isGiven(machine.instanceProfile), isGiven(machine.launchTemplate));
    yield* must(some(own, rolesComeFromService(stack, machine.resource)), "noProfile", { noun, name });
  },
});
