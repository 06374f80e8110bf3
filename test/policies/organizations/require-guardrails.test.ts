import { Organization } from "../../../lib/aws/organizations/organization";
import { OrganizationPolicy } from "../../../lib/aws/organizations/policy";
import { OrganizationPolicyAttachment } from "../../../lib/aws/organizations/policy-attachment";
import policy from "../../../policies/organizations/require-guardrails";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const settings = { baseline: true };
const organization = declare(Organization, "main");

/** Service control policies that are attached to a unit. */
function attached(...statements: readonly object[]) {
  const control = declare(OrganizationPolicy, "guardrails", {
    content: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  });
  const attachment = declare(OrganizationPolicyAttachment, "guardrails", { policyId: control.id, targetId: "ou-1" });
  return [organization, control, attachment];
}

const leave = { Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" };
const trails = {
  Effect: "Deny",
  Action: ["cloudtrail:StopLogging", "cloudtrail:Delete*"],
  Resource: "*",
  Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/audit" } },
};
const regions = {
  Effect: "Deny",
  NotAction: ["iam:*", "organizations:*", "sts:*"],
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "us-east-1"] } },
};

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: organization },
    { name: "a baseline without an organization", settings, given: attached().slice(1) },
    { name: "all three in one policy", settings, given: attached(leave, trails, regions) },
    {
      name: "regions may stay open where the settings say so",
      settings,
      config: { regions: false },
      given: attached(leave, trails),
    },
    {
      name: "a copy of FullAWSAccess beside the denials",
      settings,
      given: attached({ Effect: "Allow", Action: "*", Resource: "*" }, leave, trails, regions),
    },
  ],
  fail: [
    {
      name: "no policy at all",
      settings,
      given: organization,
      findings: [
        { id: "allowed", at: "", data: { action: "organizations:LeaveOrganization" } },
        { id: "allowed", at: "", data: { action: "cloudtrail:StopLogging" } },
        { id: "allowed", at: "", data: { action: "cloudtrail:DeleteTrail" } },
        { id: "everyRegion", at: "" },
      ],
      controls: ["iam.account.scp-guardrails"],
    },
    {
      name: "a policy that is attached to nothing",
      settings,
      config: { actions: ["cloudtrail:StopLogging"], regions: false },
      given: attached(trails).slice(0, 2),
      findings: [{ id: "allowed", at: "", data: { action: "cloudtrail:StopLogging" } }],
    },
    {
      name: "a trail may be stopped in the regions that are left",
      settings,
      config: { actions: ["cloudtrail:StopLogging"] },
      given: attached(regions),
      findings: [{ id: "allowed", at: "", data: { action: "cloudtrail:StopLogging" } }],
    },
    {
      name: "a denial for the root user alone",
      settings,
      config: { actions: ["organizations:LeaveOrganization"], regions: false },
      given: attached({ ...leave, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }),
      findings: [{ id: "allowed", at: "" }],
    },
    {
      name: "FullAWSAccess alone",
      settings,
      config: { actions: [] },
      given: [
        organization,
        declare(OrganizationPolicyAttachment, "all", { policyId: "p-FullAWSAccess", targetId: "r-1" }),
      ],
      findings: [{ id: "everyRegion", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a policy of another stack",
      settings,
      config: { actions: [] },
      given: [
        organization,
        declare(OrganizationPolicyAttachment, "all", { policyId: external("p-12345678"), targetId: "r-1" }),
      ],
      at: "policyId",
    },
    {
      name: "a document that is not known yet",
      settings,
      config: { actions: [] },
      given: [
        ...attached().slice(0, 1),
        declare(OrganizationPolicy, "guardrails", { name: "guardrails", content: unknown() }),
        declare(OrganizationPolicyAttachment, "all", { policyId: "guardrails", targetId: "r-1" }),
      ],
      at: "content",
    },
    {
      name: "a list of what is allowed, beside which FullAWSAccess may be attached",
      settings,
      config: { actions: ["organizations:LeaveOrganization"], regions: false },
      given: attached({ Effect: "Allow", Action: ["s3:*", "lambda:*"], Resource: "*" }),
      at: "",
    },
  ],
});
