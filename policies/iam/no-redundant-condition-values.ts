import { redundantValues, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-redundant-condition-values",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Conditions must not list what they hold already",
  why: "A value that another covers makes a reader believe that it adds or limits something.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.redundant-value"],
  nist: ["CM-6"],
  messages: {
    redundant: "statement `{statement}` of {document} lists `{value}` under `{key}`, which another value covers",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "redundant");
    for (const { id, place, data } of redundantValues(documents)) yield violation(place, id, data);
  },
});
