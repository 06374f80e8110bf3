import { mistypedConditions, unreadDocuments, valuesWithoutArn } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mistyped-conditions",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Condition operators must suit their key and its values",
  why: "An operator of another type than its key or its value compares what cannot be equal: the condition is never met, or always.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.type-mismatch"],
  nist: ["AC-3", "AC-6"],
  messages: {
    mistyped: "statement `{statement}` of {document} compares `{key}`, which holds {value}, by `{operator}`",
    noArn: {
      what: "statement `{statement}` of {document} compares `{key}` by `{operator}` with `{value}`, which is no ARN",
      fix: "Write the ARN of what is meant, such as `arn:aws:s3:::bucket`, or compare texts by `StringEquals`.",
    },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "mistyped");
    for (const { id, place, data } of mistypedConditions(documents)) yield violation(place, id, data);
    for (const { id, place, data } of valuesWithoutArn(documents)) yield violation(place, id, data);
  },
});
