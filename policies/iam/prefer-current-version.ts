import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { oldDocuments } from "../../lib/aws/variable-mistakes";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-current-version",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Documents should name the current version of the policy language",
  why: "AWS reads a document without a version as one of 2008, in which policy variables are plain text.",
  fix: 'Write `"Version": "2012-10-17"` in the document.',
  covers: ["iam.grammar.version"],
  nist: ["CM-6"],
  messages: {
    missing: "{document} names no version",
    old: "{document} names the version of 2008",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "missing");
    for (const { id, place, document } of oldDocuments(documents)) yield violation(place, id, { document });
  },
});
