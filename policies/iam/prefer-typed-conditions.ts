import { looselyTypedConditions, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-typed-conditions",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Patterns of ARNs and truth values must be compared by their own operators",
  why: "Text operators take `*` across the parts of an ARN, and miss `True` where `true` is written.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.string-for-arn"],
  nist: ["AC-3", "AC-6"],
  messages: {
    loose: "statement `{statement}` of {document} compares `{key}`, which holds {value}, as text by `{operator}`",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "loose");
    for (const { id, place, data } of looselyTypedConditions(documents)) yield violation(place, id, data);
  },
});
