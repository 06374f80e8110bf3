import { mistypedConditions, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mistyped-conditions",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Condition operators must suit the type of their key",
  why: "An operator of another type than its key compares what cannot be equal: the condition is never met, or always.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.type-mismatch"],
  nist: ["AC-3", "AC-6"],
  messages: {
    mistyped: "statement `{statement}` of {document} compares `{key}`, which holds {value}, by `{operator}`",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "mistyped");
    for (const { id, place, data } of mistypedConditions(documents)) yield violation(place, id, data);
  },
});
