import * as z from "zod";
import { attachedControls, deniesEverywhere, deniesSomeRegions } from "../../lib/aws/organizations/guardrails";
import { Organization } from "../../lib/aws/organizations/organization";
import { inStack } from "../../lib/aws/view";
import { claim } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { type Truth } from "../../lib/core/truth";

export default definePolicy({
  id: "organizations-require-guardrails",
  on: inStack(Organization),
  severity: "medium",
  preset: "recommended",
  summary: "A baseline organization must deny what no account may do",
  why: "An administrator of an account can take it out of the organization or stop its trail, unless a service control policy denies it.",
  fix: "Declare an `aws.organizations.Policy` that denies it, and attach it with `aws.organizations.PolicyAttachment`.",
  practice: 2,
  covers: ["iam.account.scp-guardrails"],
  nist: ["AC-3", "AC-6", "CM-7"],
  config: z.strictObject({
    actions: z
      .array(z.string())
      .default(["organizations:LeaveOrganization", "cloudtrail:StopLogging", "cloudtrail:DeleteTrail"])
      .describe("Actions that a service control policy must deny in every region."),
    regions: z.boolean().default(true).describe("Whether regions that nobody works in must be denied."),
  }),
  messages: {
    allowed: {
      what: "no attached service control policy denies `{action}`",
      fix: 'Declare an `aws.organizations.Policy` with `"Effect": "Deny"` for `{action}`, and attach it with `aws.organizations.PolicyAttachment`.',
    },
    everyRegion: {
      what: "no attached service control policy denies the regions that nobody works in",
      fix: "Deny other regions with `StringNotEquals` on `aws:RequestedRegion`, and except global services with `NotAction`.",
    },
  },
  *check({ stack, subject }, { settings, config, must }) {
    if (!settings.baseline) return;
    const controls = attachedControls(stack);
    const at = (truth: Truth) => claim(truth, truth === "unknown" ? (controls.open ?? subject.place) : subject.place);
    for (const action of config.actions) yield* must(at(deniesEverywhere(controls, action)), "allowed", { action });
    if (config.regions) yield* must(at(deniesSomeRegions(controls, "ec2:RunInstances")), "everyRegion");
  },
});
