import { accountGrantees, accountTitle } from "../../lib/aws/grantees";
import { sharedResourcePolicies } from "../../lib/aws/resource-policies";
import { ownerNamedIn } from "../../lib/aws/kms/key-policy";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unknown-account-access",
  on: sharedResourcePolicies,
  severity: "medium",
  preset: "recommended",
  summary: "Policies of resources should let in only accounts that are trusted",
  why: "Whoever controls the other account decides who uses the access, with nothing to see in this one.",
  fix: "Remove the principal, or add its account to `trustedAccounts` of `trailguard-settings`.",
  practice: 9,
  nist: ["AC-3", "AC-6", "AC-21"],
  messages: {
    foreign: "statement `{statement}` of {document} lets in {account}, which is not among the trusted accounts",
  },
  *check({ stack, resource, read, label }, { settings, must, undetermined }) {
    if (read.kind === "unknown") yield undetermined(read.place, "foreign");
    for (const { statement, account, isForeign } of accountGrantees(stack, resource, read)) {
      if (settings.trustedAccounts.includes(account)) continue;
      // Before the first deployment, the key's policy alone says whose it is.
      if (isForeign.truth === "unknown" && account === ownerNamedIn(read)) continue;
      yield* must(negate(isForeign), "foreign", { statement, document: label, account: accountTitle(account) });
    }
  },
});
