import { IdentityDocuments, actionWords } from "../../lib/aws/iam/identity-documents";
import { returnsCredentials } from "../../lib/aws/iam/sensitive-actions";
import { grantsBesideWholeServices } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-credentials-exposure",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not hand out anybody's credentials",
  why: "Credentials that an answer holds can be carried away and used where no policy of the caller reaches.",
  fix: "Name the user, instance, cluster or database in `Resource`, or take the action away.",
  practice: 9,
  covers: ["iam.policy.credentials-exposure"],
  nist: ["AC-6"],
  messages: { everywhere: "statement `{statement}` of {document} hands out credentials of anybody: {actions}" },
  *check(document, { must }) {
    for (const grant of grantsBesideWholeServices(document, returnsCredentials)) {
      const data = { statement: grant.name, document: document.label, actions: actionWords(grant) };
      yield* must(negate(grant.claim), "everywhere", data);
    }
  },
});
