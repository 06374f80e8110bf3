import { oneSidedAccess } from "../../lib/aws/iam/cross-account";
import { wholeStack } from "../../lib/aws/view";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-one-sided-access",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "Access from one account to another should be allowed by both",
  why: "Across accounts AWS asks both sides: what only the resource or only the principal allows fails when it is first used.",
  fix: "Allow it on the other side as well, or remove it.",
  practice: 14,
  nist: ["AC-3"],
  messages: {
    resourceOnly: {
      what: "statement `{statement}` of {document} (account {targetAccount}) lets in {kind} `{name}` of account {account}, whose own policies do not allow `{action}` on it: it will be denied",
      fix: "Allow `{action}` on `{target}` in a policy of {kind} `{name}` as well.",
    },
    identityOnly: {
      what: "statement `{statement}` of {document} allows {kind} `{name}` of account {account} `{action}` on `{target}` in account {targetAccount}, whose policy does not let it in: it will be denied",
      fix: "Name {kind} `{name}` in the policy of `{target}` as well.",
    },
  },
  *check(stack, { must }) {
    for (const each of oneSidedAccess(stack)) {
      const { statement, document, action, target, principal, place } = each;
      const [account, targetAccount] = each.accounts;
      const { kind, name } = principal;
      const id = each.allowedBy === "resource" ? "resourceOnly" : "identityOnly";
      const data = { statement, document, action, target, kind, name, account, targetAccount };
      yield* must(negate(claim(each.fails, place)), id, data);
    }
  },
});
