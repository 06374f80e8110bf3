import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { unknownActions } from "../../lib/aws/statement-values";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unknown-actions",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Actions must exist",
  why: "AWS takes an action that it does not know without a word: the statement then allows nothing, or denies nothing.",
  fix: "Write `{meant}`.",
  practice: 9,
  covers: ["iam.action.unknown"],
  nist: ["AC-3", "AC-6"],
  messages: {
    unknown: "statement `{statement}` of {document} names `{value}`, which is no action: `{meant}` is meant",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "unknown");
    for (const { id, place, data } of unknownActions(documents)) yield violation(place, id, data);
  },
});
