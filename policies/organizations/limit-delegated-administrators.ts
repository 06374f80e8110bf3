import { DelegatedAdministrator } from "../../lib/aws/organizations/delegated-administrator";
import { referenceOf } from "../../lib/aws/references";
import { inStack } from "../../lib/aws/view";
import { isOneOf } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "organizations-limit-delegated-administrators",
  on: inStack(DelegatedAdministrator),
  severity: "medium",
  preset: "recommended",
  summary: "Only trusted accounts should administer services for the organization",
  why: "A delegated administrator reads and changes a service in every account of the organization.",
  fix: "Delegate to the security account, or add the account to `trustedAccounts` of `trailguard-settings`.",
  practice: 2,
  covers: ["iam.account.delegated-admin"],
  nist: ["AC-2", "AC-6"],
  messages: { unknown: "`{name}` makes account `{account}` an administrator, which is not among the trusted accounts" },
  *check({ stack, subject: { resource, name, account } }, { settings, must }) {
    if (settings.trustedAccounts.length === 0 || account.kind === "absent") return;
    const { kind } = referenceOf(stack, resource, account, ["aws:organizations/account:Account"]);
    if (kind === "resource") return;
    const text = account.kind === "known" ? account.value : "";
    yield* must(isOneOf(account, settings.trustedAccounts), "unknown", { name, account: text });
  },
});
