import { IdentityDocuments, actionWords } from "../../lib/aws/iam/identity-documents";
import { isConfinable } from "../../lib/aws/iam/sensitive-actions";
import { grantsBesideWholeServices } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-wildcard-resources",
  on: IdentityDocuments,
  severity: "low",
  preset: "strict",
  summary: "Policies must name resources wherever an action takes them",
  why: "With `*` a policy reaches all that exists and all that will, whatever it was written for.",
  fix: "Name the resources in `Resource`; leave `*` to actions that take no resource, in a statement of their own.",
  practice: 9,
  covers: ["iam.policy.resource-star", "iam.policy.resource-effectively-star"],
  nist: ["AC-6"],
  messages: {
    everywhere:
      "statement `{statement}` of {document} reaches every resource, though its actions take named ones: {actions}",
  },
  *check(document, { must }) {
    for (const grant of grantsBesideWholeServices(document, isConfinable)) {
      const data = { statement: grant.name, document: document.label, actions: actionWords(grant) };
      yield* must(negate(grant.claim), "everywhere", data);
    }
  },
});
