import { misusedQualifiers, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-misused-set-operators",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Set operators must go with keys of several values, and only with them",
  why: "`ForAllValues` is met where the key is missing altogether, so an allowing statement opens to requests that it means to exclude.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.forallvalues-single", "iam.condition.missing-qualifier"],
  nist: ["AC-3", "AC-6"],
  messages: {
    allOfOne:
      "statement `{statement}` of {document} asks `ForAllValues` of `{key}`, which has one value: it is met where the key is missing",
    noQualifier:
      "statement `{statement}` of {document} compares `{key}`, which has several values, without `ForAllValues` or `ForAnyValue`",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "allOfOne");
    for (const { id, place, data } of misusedQualifiers(documents)) yield violation(place, id, data);
  },
});
