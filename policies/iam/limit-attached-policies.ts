import { z } from "zod";
import { Attachments } from "../../lib/aws/iam/attachments";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-attached-policies",
  on: Attachments,
  severity: "medium",
  preset: "recommended",
  summary: "No more managed policies must be attached than AWS takes",
  why: "AWS refuses the attachment beyond the account's quota, so the deployment fails half-way.",
  fix: "Merge policies, or have the quota raised and raise the setting `maximum` of this policy.",
  practice: 9,
  covers: ["iam.grammar.size"],
  nist: ["CM-6"],
  config: z.strictObject({
    maximum: z
      .int()
      .min(1)
      .max(25)
      .default(10)
      .describe("The account's quota of managed policies per user, group and role: 10 unless AWS raised it."),
  }),
  messages: {
    tooMany: "{count} managed policies are attached to {kind} `{name}`, and the account takes {maximum}",
  },
  *check({ kind, name, place, attached, possible }, { config, violation, undetermined }) {
    const { maximum } = config;
    const [open] = possible;
    if (attached > maximum) yield violation(place, "tooMany", { kind, name, count: attached, maximum });
    else if (open !== undefined && attached + possible.length > maximum) yield undetermined(open, "tooMany");
  },
});
