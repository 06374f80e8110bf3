import { namesEverybodyUnderConditions } from "../../lib/aws/iam/trust";
import { privateResourcePolicies } from "../../lib/aws/resource-policies";
import { statementsWhere } from "../../lib/aws/statements";
import { isReachedInItsNetwork } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { all, not } from "../../lib/core/truth";

export default definePolicy({
  id: "iam-no-wildcard-access",
  on: privateResourcePolicies,
  severity: "low",
  preset: "strict",
  summary: "Policies of resources should name principals rather than leave all to conditions",
  why: "With `*` as principal, everybody of the own account who meets the condition gets in, even without a policy that says so; and one edit of the condition opens the resource to strangers.",
  fix: "Name the service, the roles or the account in `Principal`, and keep the condition. An account only offers the access to those to whom its own policies give it.",
  practice: 14,
  nist: ["AC-3", "AC-6"],
  messages: {
    conditionsOnly:
      "statement `{statement}` of {document} names everybody, and leaves it to conditions who gets in: the own account's principals need no policy of theirs",
  },
  *check({ read, label }, { must }) {
    const judged = statementsWhere(read, (statement, document) =>
      all([not(isReachedInItsNetwork(statement)), namesEverybodyUnderConditions(statement, document)]),
    );
    for (const { name, claim } of judged) {
      yield* must(negate(claim), "conditionsOnly", { statement: name, document: label });
    }
  },
});
