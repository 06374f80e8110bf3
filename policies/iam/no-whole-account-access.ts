import { accountGrantees, accountTitle } from "../../lib/aws/grantees";
import { saysWho } from "../../lib/aws/iam/whole-accounts";
import { everyResourcePolicy } from "../../lib/aws/resource-policies";
import { claim, every, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-whole-account-access",
  on: everyResourcePolicy,
  severity: "low",
  preset: "strict",
  summary: "Policies of resources should let in roles of a trusted account rather than all of it",
  why: "The root user and everybody to whom the other account gives the action get in, whoever that is.",
  fix: "Name the roles that need it, or add a condition `ArnLike` on `aws:PrincipalArn`.",
  practice: 1,
  nist: ["AC-3", "AC-6"],
  messages: { wholeAccount: "statement `{statement}` of {document} lets in all of {account}, where a role would do" },
  *check({ stack, resource, read, label }, { settings, must, undetermined }) {
    if (read.kind === "unknown") yield undetermined(read.place, "wholeAccount");
    for (const { statement, account, whole, isForeign, written } of accountGrantees(stack, resource, read)) {
      if (!whole || !settings.trustedAccounts.includes(account)) continue;
      const isUnconfined = every(isForeign, negate(claim(saysWho(written), ...isForeign.places)));
      yield* must(negate(isUnconfined), "wholeAccount", { statement, document: label, account: accountTitle(account) });
    }
  },
});
