import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { inertVariables } from "../../lib/aws/variable-mistakes";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-inert-variables",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Documents with policy variables must have the version that knows them",
  why: "Without `Version` 2012-10-17 AWS takes a variable for plain text, and the statement then matches nothing.",
  fix: 'Write `"Version": "2012-10-17"` in the document.',
  practice: 12,
  covers: ["iam.grammar.version", "iam.condition.variable-syntax"],
  nist: ["AC-3", "AC-6"],
  messages: {
    inert:
      "statement `{statement}` of {document} has the variable in `{value}`, which the document's version leaves as it is",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "inert");
    for (const { id, place, data } of inertVariables(documents)) yield violation(place, id, data);
  },
});
