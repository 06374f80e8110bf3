import { isOwnAccount } from "../../lib/aws/accounts";
import { accountTitle } from "../../lib/aws/grantees";
import { Shares, accountOfGrantee } from "../../lib/aws/shares";
import { claim } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { valueOf } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-unknown-account-sharing",
  on: Shares,
  severity: "medium",
  preset: "recommended",
  summary: "Resources should be shared only with accounts that are trusted",
  why: "Whoever controls the other account copies what is shared, with nothing to see in this one.",
  fix: "Remove it, or add the account to `trustedAccounts` of `trailguard-settings`.",
  practice: 9,
  nist: ["AC-3", "AC-6", "AC-21"],
  messages: { foreign: "{share} is for {account}, which is not among the trusted accounts" },
  *check({ stack, resource, label, grantee }, { settings, must, undetermined }) {
    if (grantee.kind === "unknown") yield undetermined(grantee.place, "foreign");
    const account = accountOfGrantee(valueOf(grantee) ?? "");
    if (account === undefined || settings.trustedAccounts.includes(account)) return;
    const isOwn = claim(isOwnAccount(stack, resource, account), grantee.place);
    yield* must(isOwn, "foreign", { share: label, account: accountTitle(account) });
  },
});
