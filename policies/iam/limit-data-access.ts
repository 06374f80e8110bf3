import { IdentityDocuments, actionWords } from "../../lib/aws/iam/identity-documents";
import { handsOutData } from "../../lib/aws/iam/sensitive-actions";
import { grantsBesideWholeServices } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-data-access",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not read all data or all secrets of an account",
  why: "One leaked credential with such a policy carries away every object, parameter or secret.",
  fix: "Name the buckets, parameters or secrets in `Resource`.",
  practice: 9,
  covers: ["iam.policy.data-exfiltration"],
  nist: ["AC-6"],
  messages: {
    everywhere: "statement `{statement}` of {document} reads the data or secrets of the whole account: {actions}",
  },
  *check(document, { must }) {
    for (const grant of grantsBesideWholeServices(document, handsOutData)) {
      const data = { statement: grant.name, document: document.label, actions: actionWords(grant) };
      yield* must(negate(grant.claim), "everywhere", data);
    }
  },
});
