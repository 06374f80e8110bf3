import { literalWildcards, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-literal-wildcards",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Wildcards must stand under operators that take them",
  why: "`StringEquals` takes `*` as a character: the condition matches nothing that anybody sends.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.wildcard-no-like"],
  nist: ["AC-3", "AC-6"],
  messages: {
    literal:
      "statement `{statement}` of {document} compares `{key}` with `{value}` by `{operator}`, which takes `*` as a plain character",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "literal");
    for (const { id, place, data } of literalWildcards(documents)) yield violation(place, id, data);
  },
});
