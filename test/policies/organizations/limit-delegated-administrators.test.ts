import { DelegatedAdministrator } from "../../../lib/aws/organizations/delegated-administrator";
import policy from "../../../policies/organizations/limit-delegated-administrators";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external } from "../../support/program";

const settings = { trustedAccounts: ["111122223333"] };
const account = declareType("aws:organizations/account:Account", "security", {
  name: "security",
  email: "s@example.com",
});
const config = (accountId: string) =>
  declare(DelegatedAdministrator, "config", { accountId, servicePrincipal: "config.amazonaws.com" });

export default policyTest(policy, {
  pass: [
    { name: "no account is named as trusted", given: config("444455556666") },
    { name: "a trusted account", settings, given: config("111122223333") },
    {
      name: "an account of this stack",
      settings,
      given: [account, declare(DelegatedAdministrator, "config", { accountId: account.id })],
    },
    {
      name: "firewalls administered by the account itself",
      settings,
      given: declareType("aws:fms/adminAccount:AdminAccount", "firewalls"),
    },
  ],
  fail: [
    {
      name: "another account",
      settings,
      given: config("444455556666"),
      findings: [{ id: "unknown", at: "accountId", data: { name: "config", account: "444455556666" } }],
      controls: ["iam.account.delegated-admin"],
    },
    ...[
      ["aws:guardduty/organizationAdminAccount:OrganizationAdminAccount", "adminAccountId"] as const,
      ["aws:cloudtrail/organizationDelegatedAdminAccount:OrganizationDelegatedAdminAccount", "accountId"] as const,
      ["aws:ec2/vpcIpamOrganizationAdminAccount:VpcIpamOrganizationAdminAccount", "delegatedAdminAccountId"] as const,
    ].map(([type, property]) => ({
      name: `another account in ${type}`,
      settings,
      given: declareType(type, "x", { [property]: "444455556666" }),
      findings: [{ id: "unknown", at: property }],
    })),
  ],
  unknown: [
    {
      name: "an account of another stack",
      settings,
      given: declare(DelegatedAdministrator, "config", { accountId: external("111122223333") }),
      at: "accountId",
    },
  ],
});
