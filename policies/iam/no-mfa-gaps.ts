import { PolicyDocuments } from "../../lib/aws/documents";
import { mfaGaps } from "../../lib/aws/iam/mfa";
import { placeInDocument } from "../../lib/aws/policy-document";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mfa-gaps",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Conditions on the second factor should leave no gap",
  why: "Requests signed with an access key do not say whether there was a second factor: conditions that forget them do nothing, or the opposite.",
  fix: 'Where you allow, write `"Bool": { "aws:MultiFactorAuthPresent": "true" }`; where you deny, `"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`.',
  practice: 7,
  covers: ["iam.mfa.bad-pattern"],
  nist: ["IA-2(1)"],
  messages: {
    allowsKeys:
      "statement `{statement}` of {document} also allows requests that do not say whether there was a second factor, as those of access keys",
    allowsAll: "statement `{statement}` of {document} asks about the second factor, but allows sessions without one",
    allowsOnlyWithout: "statement `{statement}` of {document} allows only sessions without a second factor",
    deniesOnlySessions:
      "statement `{statement}` of {document} does not deny requests of access keys, which do not say whether there was a second factor",
    deniesOnlyKeys: "statement `{statement}` of {document} does not deny console sessions without a second factor",
    deniesOnlyWith: "statement `{statement}` of {document} denies only sessions with a second factor",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const { read, label } of documents) {
      if (read.kind === "unknown") yield undetermined(read.place, "deniesOnlySessions");
      for (const { statement, gap } of mfaGaps(read)) {
        const place = placeInDocument(read, statement.path);
        yield violation(place, gap, { statement: statement.sid ?? statement.path, document: label });
      }
    }
  },
});
