import { deprecatedKeys, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-deprecated-condition-keys",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Condition keys must not be deprecated ones",
  why: "AWS sends deprecated keys to few services only, and to no new ones.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.deprecated-key"],
  nist: ["AC-3", "AC-6"],
  messages: {
    deprecated: "statement `{statement}` of {document} asks for `{key}`, which `{value}` has replaced",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "deprecated");
    for (const { id, place, data } of deprecatedKeys(documents)) yield violation(place, id, data);
  },
});
