import { IdentityDocuments, someOf, unconfinedGrants } from "../../lib/aws/iam/identity-documents";
import { returnsCredentials } from "../../lib/aws/iam/sensitive-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-credentials-exposure",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not hand out anybody's credentials",
  why: "Credentials that an answer holds can be carried away and used where no policy of the caller reaches.",
  fix: "Name the user, cluster or database in `Resource`, or take the action away.",
  practice: 9,
  covers: ["iam.policy.credentials-exposure"],
  nist: ["AC-6"],
  messages: { everywhere: "statement `{statement}` of {document} hands out credentials of anybody: {actions}" },
  *check(document, { must }) {
    for (const { name, claim, actions } of unconfinedGrants(document, returnsCredentials)) {
      yield* must(negate(claim), "everywhere", { statement: name, document: document.label, actions: someOf(actions) });
    }
  },
});
