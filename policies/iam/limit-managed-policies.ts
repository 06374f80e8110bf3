import * as z from "zod";
import { AttachedPolicies } from "../../lib/aws/iam/attached-policies";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-managed-policies",
  on: AttachedPolicies,
  severity: "low",
  preset: "opt-in",
  summary: "AWS managed policies must be reviewed before they are attached",
  why: "They name no resource of yours, and AWS adds actions to them whenever it sees fit.",
  fix: "Write a policy of your own, or add `{policy}` to the policy's setting `reviewed`.",
  practice: 10,
  covers: ["iam.attach.aws-managed-scope"],
  nist: ["AC-6"],
  config: z.strictObject({
    reviewed: z
      .array(z.string().min(1))
      .default([])
      .describe("Names of the AWS managed policies that may be attached."),
  }),
  messages: { unreviewed: "the AWS managed policy `{policy}` is attached, which is not among those reviewed" },
  *check({ policy, place }, { config, violation, undetermined }) {
    if (policy.kind === "unknown") yield undetermined(place, "unreviewed");
    if (policy.kind !== "aws" || config.reviewed.includes(policy.policyName)) return;
    yield violation(place, "unreviewed", { policy: policy.policyName });
  },
});
