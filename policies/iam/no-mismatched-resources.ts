import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { mismatchedActions } from "../../lib/aws/statement-values";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mismatched-resources",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Actions must stand beside resources that they apply to",
  why: "The action never matches a request: it is not allowed where it seems to be, or not denied.",
  fix: "Name resources that the actions apply to, such as `arn:aws:s3:::bucket/*` for objects, or `*` for actions that take no resource.",
  practice: 9,
  covers: ["iam.resource.mismatch"],
  nist: ["AC-3", "AC-6"],
  messages: {
    mismatch: "`{value}` of statement `{statement}` of {document} applies to none of its resources, such as `{meant}`",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "mismatch");
    for (const { id, place, data } of mismatchedActions(documents)) yield violation(place, id, data);
  },
});
