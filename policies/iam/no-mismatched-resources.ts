import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { mismatchedResources } from "../../lib/aws/statement-values";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mismatched-resources",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Statements must name resources that their actions apply to",
  why: "The statement never matches a request: it allows nothing, or denies nothing.",
  fix: "Name resources that the actions apply to, such as `arn:aws:s3:::bucket/*` for objects, or `*` for actions that take no resource.",
  practice: 9,
  covers: ["iam.resource.mismatch"],
  nist: ["AC-3", "AC-6"],
  messages: {
    mismatch: "no action of statement `{statement}` of {document}, such as `{meant}`, applies to `{value}`",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "mismatch");
    for (const { id, place, data } of mismatchedResources(documents)) yield violation(place, id, data);
  },
});
