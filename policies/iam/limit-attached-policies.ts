import * as z from "zod";
import { Attachments } from "../../lib/aws/iam/attachments";
import { definePolicy } from "../../lib/core/policy";

/** Groups take no more (IAM and STS quotas, read 2026-11, as are the settings; roles took 10 until 19 August 2026). */
const mostOfGroup = 10;

export default definePolicy({
  id: "iam-limit-attached-policies",
  on: Attachments,
  severity: "medium",
  preset: "recommended",
  summary: "No more managed policies must be attached than AWS takes",
  why: "AWS refuses the attachment beyond the account's quota, so the deployment fails half-way.",
  fix: "Merge policies, or have the quota raised and raise this policy's setting.",
  practice: 9,
  covers: ["iam.grammar.size"],
  nist: ["CM-6"],
  config: z.strictObject({
    maximumOfUsers: z
      .int()
      .min(1)
      .max(20)
      .default(10)
      .describe("The account's quota of managed policies per user: 10 unless AWS raised it, and 20 at most."),
    maximumOfRoles: z
      .int()
      .min(1)
      .max(25)
      .default(20)
      .describe("The account's quota of managed policies per role: 20 unless AWS raised it, and 25 at most."),
  }),
  messages: {
    tooMany: "{count} managed policies are attached to {kind} `{name}`, and the account takes {maximum}",
  },
  *check({ kind, name, place, attached, possible, open }, { config, violation, undetermined }) {
    const maximum = { user: config.maximumOfUsers, group: mostOfGroup, role: config.maximumOfRoles }[kind];
    if (attached > maximum) yield violation(place, "tooMany", { kind, name, count: attached, maximum });
    else if (attached + possible > maximum) yield undetermined(open, "tooMany");
  },
});
