import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { redundantActions } from "../../lib/aws/statement-values";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-redundant-actions",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Statements must not list actions that they hold already",
  why: "An action that a wildcard beside it covers makes a reader believe that it adds something.",
  fix: "Remove the action, or the wildcard that covers it if less is meant.",
  practice: 9,
  covers: ["iam.action.redundant"],
  nist: ["CM-6"],
  messages: {
    covered: "statement `{statement}` of {document} lists `{value}`, which `{meant}` covers",
    twice: { what: "statement `{statement}` of {document} lists `{value}` twice", fix: "Remove one of the two." },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "covered");
    for (const { id, place, data } of redundantActions(documents)) yield violation(place, id, data);
  },
});
