import { Machine } from "../../lib/aws/ec2/machine";
import { every, isGiven, isTrue, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "ec2-no-public-instance-role",
  on: Machine,
  severity: "medium",
  preset: "strict",
  summary: "Instances with a public address should not have a role",
  why: "Whoever breaks into an instance has the permissions of its role; one with a public address is broken into first.",
  fix: "Put a load balancer before the instance and set `associatePublicIpAddress: false`, or take the profile away.",
  practice: 13,
  covers: ["iam.ec2.internet-facing-profile"],
  nist: ["AC-6", "SC-7"],
  messages: { exposed: "{noun} `{name}` has a public address and an instance profile" },
  *check(machine, { must }) {
    const exposed = every(isTrue(machine.publicAddress), isGiven(machine.instanceProfile));
    yield* must(negate(exposed), "exposed", { noun: machine.noun, name: machine.name });
  },
});
