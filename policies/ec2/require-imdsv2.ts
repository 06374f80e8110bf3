import { Machine } from "../../lib/aws/ec2/machine";
import { claim, equals, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "ec2-require-imdsv2",
  on: Machine,
  severity: "high",
  preset: "recommended",
  summary: "Instance metadata must be read with session tokens",
  why: "Without tokens a single forged request from a web application hands out the credentials of the instance's role.",
  fix: 'Set `metadataOptions: { httpTokens: "required" }`.',
  practice: 13,
  covers: ["iam.ec2.imdsv2"],
  nist: ["AC-3", "AC-6"],
  messages: { tokensOptional: "{noun} `{name}` answers metadata requests that carry no session token" },
  *check(machine, { must }) {
    const fromTemplate = machine.metadataTokens.kind === "absent" && machine.launchTemplate.kind !== "absent";
    if (fromTemplate) return;
    const required = equals(machine.metadataTokens, "required");
    const closed = some(required, equals(machine.metadataEndpoint, "disabled"));
    const { noun, name } = machine;
    yield* must(closed.truth === "yes" ? closed : claim(closed.truth, ...required.places), "tokensOptional", {
      noun,
      name,
    });
  },
});
