import * as z from "zod";
import { PolicyCarriers } from "../../lib/aws/iam/attached-policies";
import { definePolicy } from "../../lib/core/policy";
import { globMatches } from "../../lib/core/wildcard";

export default definePolicy({
  id: "iam-require-managed-policies",
  on: PolicyCarriers,
  severity: "medium",
  preset: "opt-in",
  summary: "Roles must carry the managed policies that the organization asks for",
  why: "A guard that is attached to every role, such as a policy of denials, guards nothing where it is left out.",
  fix: "Attach `{policy}` to the role.",
  practice: 10,
  covers: ["iam.attach.required-policies"],
  nist: ["AC-3", "AC-6"],
  config: z.strictObject({
    policies: z
      .array(z.string().min(1))
      .default([])
      .describe("Names or ARNs of the managed policies that each role must carry."),
    roles: z.string().default("*").describe("The roles that must, by their name in the program, with `*`."),
  }),
  messages: { missing: "role `{role}` does not carry the managed policy `{policy}`" },
  *check({ name, carries }, { config, must }) {
    if (!globMatches(config.roles, name)) return;
    for (const policy of config.policies) yield* must(carries(policy), "missing", { role: name, policy });
  },
});
