import { inertKeys, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-inert-condition-keys",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Condition keys must be ones that the statement's actions carry",
  why: "A key that no action of the statement carries confines nothing, or makes the statement void.",
  fix: "Take a key that the actions carry (see the service's page in the Service Authorization Reference), or move the condition to the statement that it is meant for.",
  practice: 12,
  covers: ["iam.condition.key-for-action", "iam.condition.unsupported-tag-key"],
  nist: ["AC-3", "AC-6"],
  messages: {
    neverMet: "no action of statement `{statement}` of {document} carries `{key}`: the statement never allows anything",
    alwaysMet:
      "no action of statement `{statement}` of {document} carries `{key}`: by `{operator}` the condition is always met",
    denyNeverMet:
      "no action of statement `{statement}` of {document} carries `{key}`: the statement never denies anything",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "neverMet");
    for (const { id, place, data } of inertKeys(documents)) yield violation(place, id, data);
  },
});
