import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { refusedStructure } from "../../lib/aws/document-grammar";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-rejected-documents",
  on: PolicyDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policy documents must be ones that AWS accepts",
  why: "AWS refuses the document in the middle of a deployment, after other resources have been changed.",
  fix: "Correct the document as the grammar of the policy language has it.",
  covers: [
    "iam.grammar.json",
    "iam.grammar.structure",
    "iam.grammar.effect",
    "iam.grammar.empty-element",
    "iam.grammar.duplicate-keys",
    "iam.grammar.sid",
    "iam.policy.missing-principal",
    "iam.action.wildcard-service",
    "iam.action.unsupported-in-policy",
    "iam.scp.syntax",
    "iam.principal.federated-syntax",
    "iam.principal.invalid",
    "iam.principal.service-syntax",
    "iam.trust.principal-wildcard",
    "iam.trust.resource-element",
  ],
  nist: ["CM-6", "SI-10"],
  messages: {
    refused: { what: "AWS will refuse {document}: {problem}", fix: "{correction}" },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "refused");
    for (const { place, ...data } of refusedStructure(documents)) yield violation(place, "refused", data);
  },
});
