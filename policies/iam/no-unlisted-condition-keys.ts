import { unlistedKeys, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unlisted-condition-keys",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Condition keys should be ones that AWS lists",
  why: "A key that somebody made up is in no request: the statement allows nothing, denies nothing, or is not confined at all.",
  fix: "Take a key from the service's page in the Service Authorization Reference; one that AWS added later deserves an exception.",
  practice: 12,
  covers: ["iam.condition.invalid-key"],
  nist: ["AC-3", "AC-6"],
  messages: {
    unlisted: "statement `{statement}` of {document} asks for `{key}`, which AWS did not list on {value}",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "unlisted");
    for (const { id, place, data } of unlistedKeys(documents)) yield violation(place, id, data);
  },
});
