import { Organization } from "../../../lib/aws/organizations/organization";
import { OrganizationPolicy } from "../../../lib/aws/organizations/policy";
import policy from "../../../policies/iam/require-root-denial";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const settings = { baseline: true };
const organization = declare(Organization, "all", { featureSet: "ALL" });

function control(statement: object) {
  return declare(OrganizationPolicy, "guard", { content: documentOf(statement) });
}

const denyRoot = {
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } },
};

export default policyTest(policy, {
  pass: [
    { name: "no baseline", given: organization },
    { name: "root users are denied", settings, given: [organization, control(denyRoot)] },
    {
      name: "in another form",
      settings,
      given: [
        organization,
        control({ ...denyRoot, Condition: { StringLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } } }),
      ],
    },
    {
      name: "all but what only root can do",
      settings,
      given: [organization, control({ ...denyRoot, Action: undefined, NotAction: ["s3:DeleteBucketPolicy"] })],
    },
  ],
  fail: [
    {
      name: "no service control policy",
      settings,
      given: organization,
      findings: [{ id: "rootAllowed", at: "", data: { organization: "all" } }],
    },
    {
      name: "a denial for all but root",
      settings,
      given: [
        organization,
        control({ ...denyRoot, Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }),
      ],
      findings: [{ id: "rootAllowed", at: "" }],
    },
    {
      name: "one action",
      settings,
      given: [organization, control({ ...denyRoot, Action: "organizations:LeaveOrganization" })],
      findings: [{ id: "rootAllowed", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a policy not known yet",
      settings,
      given: [organization, declare(OrganizationPolicy, "guard", { content: unknown() })],
      at: "",
    },
  ],
});
