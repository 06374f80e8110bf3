import { type MachineRole, machineRoles } from "../../lib/aws/ec2/role-sharing";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

const mayShare = (one: MachineRole, other: MachineRole) => one !== other && one.key === other.key;

export default definePolicy({
  id: "ec2-no-role-shared-with-public",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "Instances with a public address should not share a role with private ones",
  why: "Whoever breaks into the public instance has all that the private ones need, which they alone should have.",
  fix: "Give the public instance a role of its own, with what it alone needs.",
  practice: 13,
  covers: ["iam.workload.public-private-shared-role"],
  nist: ["AC-6", "SC-7"],
  messages: {
    shared: "{noun} `{name}` has a public address and shares role `{role}` with {otherNoun} `{other}`, which has none",
  },
  *check(stack, { violation, undetermined }) {
    const machines = machineRoles(stack);
    for (const one of machines.filter(({ isPublic }) => isPublic !== "no")) {
      const { machine, role, isPublic, place } = one;
      const others = machines.filter((each) => mayShare(one, each));
      const hidden = others.find((each) => each.isPublic === "no");
      const open = [one, ...others].find((each) => each.isPublic === "unknown");
      const data = { noun: machine.noun, name: machine.name, role };
      if (isPublic === "yes" && hidden)
        yield violation(machine.place, "shared", {
          ...data,
          otherNoun: hidden.machine.noun,
          other: hidden.machine.name,
        });
      else if (others.length > 0 && open) yield undetermined(isPublic === "unknown" ? place : open.place, "shared");
    }
  },
});
