import { roundaboutNulls, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-null-for-existence",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Whether a key exists must be asked by `Null`",
  why: "A comparison with `*` is met by every value: it only asks whether the key is there, and hides that.",
  fix: "Write `{line}`.",
  practice: 12,
  nist: ["AC-3", "AC-6"],
  messages: {
    anything: "statement `{statement}` of {document} compares `{key}` with `*`, which asks only whether it exists",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "anything");
    for (const { id, place, data } of roundaboutNulls(documents)) yield violation(place, id, data);
  },
});
