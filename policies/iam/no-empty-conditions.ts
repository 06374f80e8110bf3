import { emptyConditions, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-empty-conditions",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Conditions must have a value",
  why: "A condition without values is never met, or always with `ForAllValues`.",
  fix: "Add the values, or remove the condition.",
  practice: 12,
  covers: ["iam.condition.empty"],
  nist: ["AC-3", "AC-6"],
  messages: {
    empty: "statement `{statement}` of {document} compares `{key}` by `{operator}` with no value at all",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "empty");
    for (const { id, place, data } of emptyConditions(documents)) yield violation(place, id, data);
  },
});
