import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { refusedConditions } from "../../lib/aws/document-grammar";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-invalid-conditions",
  on: PolicyDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Conditions must be ones that AWS accepts",
  why: "AWS refuses a document with an operator that does not exist, or a value that the operator cannot compare.",
  fix: "Write an operator of AWS's, and a value of its type.",
  practice: 12,
  covers: ["iam.condition.unknown-operator", "iam.condition.date", "iam.condition.null-value"],
  nist: ["CM-6", "SI-10"],
  messages: {
    refused: { what: "AWS will refuse a condition of {document}: {problem}", fix: "{correction}" },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "refused");
    for (const { place, ...data } of refusedConditions(documents)) yield violation(place, "refused", data);
  },
});
