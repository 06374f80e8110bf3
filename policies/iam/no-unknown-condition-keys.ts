import { unknownKeys, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unknown-condition-keys",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Condition keys must exist",
  why: "A key that no request carries is never met: the statement allows nothing, or denies nothing.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.invalid-key", "iam.condition.tag-key-missing"],
  nist: ["AC-3", "AC-6"],
  messages: {
    misspelled: "statement `{statement}` of {document} asks for `{key}`, which no request carries: `{value}` is meant",
    noPrefix: {
      what: "statement `{statement}` of {document} asks for `{key}`, which is no condition key",
      fix: "Write a key with its service, such as `aws:PrincipalOrgID`.",
    },
    noTag: "statement `{statement}` of {document} asks for `{key}` without the name of a tag",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "misspelled");
    for (const { id, place, data } of unknownKeys(documents)) yield violation(place, id, data);
  },
});
