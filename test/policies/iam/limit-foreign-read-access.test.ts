import { RolePolicyAttachment } from "../../../lib/aws/iam/role-policy-attachment";
import { declare } from "../../support/program";
import { roleTrusting } from "../../support/trust";
import policy from "../../../policies/iam/limit-foreign-read-access";
import { policyTest } from "../../support/policy-test";

const other = { AWS: "arn:aws:iam::210987654321:root" };
const asked = { StringEquals: { "sts:ExternalId": "b2a1c0d9" } };

function reading(principal: object, policyName = "ReadOnlyAccess") {
  const role = roleTrusting(principal, asked);
  const policyArn = `arn:aws:iam::aws:policy/${policyName}`;
  return [role, declare(RolePolicyAttachment, "read", { role: role.output("name"), policyArn })];
}

export default policyTest(policy, {
  pass: [
    { name: "only settings", given: reading(other, "SecurityAudit") },
    { name: "a trusted account", given: reading(other), settings: { trustedAccounts: ["210987654321"] } },
    { name: "the own account", only: "deployed", given: reading({ AWS: "arn:aws:iam::123456789012:root" }) },
    { name: "a service", given: reading({ Service: "ec2.amazonaws.com" }) },
  ],
  fail: [
    {
      name: "all data for another account",
      only: "deployed",
      given: reading(other),
      findings: [
        {
          id: "readsAll",
          on: "read",
          at: "policyArn",
          data: { role: "deploy", account: "account 210987654321", policy: "ReadOnlyAccess" },
        },
      ],
      controls: ["iam.trust.cross-account-readonly"],
    },
  ],
  unknown: [{ name: "the own account is not known yet", given: reading(other), at: "policyArn" }],
});
