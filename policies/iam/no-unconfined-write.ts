import { IdentityDocuments, actionWords } from "../../lib/aws/iam/identity-documents";
import { isConfinableWrite } from "../../lib/aws/iam/sensitive-actions";
import { grantsBesideWholeServices } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unconfined-write",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not allow changes on every resource",
  why: "A leaked credential or a wrong script changes and deletes all that its policy reaches, not only what was meant.",
  fix: "Name the resources in `Resource`, or add a condition such as one on `aws:ResourceTag/...`.",
  practice: 16,
  covers: ["iam.level.write", "iam.policy.lambda-invoke-star"],
  nist: ["AC-6"],
  messages: { everywhere: "statement `{statement}` of {document} allows changes on every resource: {actions}" },
  *check(document, { must }) {
    for (const grant of grantsBesideWholeServices(document, isConfinableWrite)) {
      const data = { statement: grant.name, document: document.label, actions: actionWords(grant) };
      yield* must(negate(grant.claim), "everywhere", data);
    }
  },
});
