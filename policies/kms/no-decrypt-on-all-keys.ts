import { PolicyDocuments } from "../../lib/aws/documents";
import { decryptsWithAllKeys } from "../../lib/aws/kms/decryption";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

const identityKinds = ["inlineOfUser", "inlineOfGroup", "inlineOfRole", "managed", "permissionSet"];

export default definePolicy({
  id: "kms-no-decrypt-on-all-keys",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "IAM policies should name the keys with which they allow to decrypt",
  why: "With all keys comes all that they encrypt: the audit logs, other teams' secrets, and what is encrypted tomorrow.",
  fix: "Put the ARNs of the keys that are needed in `Resource`.",
  practice: 9,
  covers: ["iam.policy.kms-decrypt-all-inline", "iam.policy.kms-decrypt-all-managed"],
  nist: ["AC-6"],
  messages: { allKeys: "statement `{statement}` of {document} allows to decrypt with all keys" },
  *check({ documents }, { must }) {
    for (const { label, read } of documents.filter(({ kind }) => identityKinds.includes(kind))) {
      for (const { name, claim } of statementsWhere(read, decryptsWithAllKeys)) {
        yield* must(negate(claim), "allKeys", { statement: name, document: label });
      }
    }
  },
});
