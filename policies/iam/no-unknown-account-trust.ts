import { accountGrantees, accountTitle } from "../../lib/aws/grantees";
import { Role } from "../../lib/aws/iam/role";
import { inStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unknown-account-trust",
  on: inStack(Role),
  severity: "medium",
  preset: "recommended",
  summary: "Trust policies should name only accounts that are trusted",
  why: "Whoever controls the other account decides who takes on the role.",
  fix: "Remove the principal, or add its account to `trustedAccounts` of `trailguard-settings`.",
  practice: 14,
  covers: ["iam.trust.cross-account"],
  nist: ["AC-3", "AC-6"],
  messages: {
    foreign:
      "statement `{statement}` of the trust policy of role `{role}` trusts {account}, which is not among the trusted accounts",
  },
  *check({ stack, subject: role }, { settings, must, undetermined }) {
    if (settings.trustedAccounts.length === 0) return;
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "foreign");
    for (const { statement, account, isForeign } of accountGrantees(stack, role.resource, assumeRolePolicy)) {
      if (settings.trustedAccounts.includes(account)) continue;
      yield* must(negate(isForeign), "foreign", { statement, role: role.name, account: accountTitle(account) });
    }
  },
});
