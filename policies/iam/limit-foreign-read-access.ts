import { foreignReaders } from "../../lib/aws/iam/foreign-readers";
import { wholeStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { accountTitle } from "../../lib/aws/grantees";

export default definePolicy({
  id: "iam-limit-foreign-read-access",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "Roles of foreign accounts should not read all data",
  why: "`ReadOnlyAccess` reads objects, tables and messages, not only settings: far more than a monitoring service needs.",
  fix: "Attach `SecurityAudit` or `job-function/ViewOnlyAccess`, or a policy of what is needed; if the account is yours, add it to `trustedAccounts`.",
  practice: 14,
  covers: ["iam.trust.cross-account-readonly"],
  nist: ["AC-3", "AC-6"],
  messages: { readsAll: "role `{role}`, which {account} can take on, reads all data by `{policy}`" },
  *check(stack, { settings, must }) {
    for (const { role, account, policyName, isForeign } of foreignReaders(stack, settings.trustedAccounts))
      yield* must(negate(isForeign), "readsAll", { role, account: accountTitle(account), policy: policyName });
  },
});
