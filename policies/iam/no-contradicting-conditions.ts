import { contradictions, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-contradicting-conditions",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Conditions must not say two things at once",
  why: "`Bool` with both `true` and `false` is always met, and a qualifier before `Null` does nothing.",
  fix: "Write `{line}`.",
  practice: 12,
  covers: ["iam.condition.multi-bool"],
  nist: ["AC-3", "AC-6"],
  messages: {
    bothTruths:
      "statement `{statement}` of {document} compares `{key}` with both `true` and `false`: the condition says nothing",
    qualifiedNull: "statement `{statement}` of {document} writes `{operator}`, where `Null` takes no qualifier",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "bothTruths");
    for (const { id, place, data } of contradictions(documents)) yield violation(place, id, data);
  },
});
