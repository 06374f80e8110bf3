import { notPrincipalDocuments } from "../../lib/aws/resource-policies";
import { allowsEverybodyBut, statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-not-principal",
  on: notPrincipalDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policies must not allow everybody but some",
  why: "`Allow` with `NotPrincipal` lets in every AWS account and even who has none, all but the few that it names.",
  fix: "Name who is allowed in `Principal`.",
  practice: 9,
  covers: ["iam.resource-policy.not-principal", "iam.trust.not-principal"],
  nist: ["AC-3", "AC-6"],
  messages: { everybodyBut: "statement `{statement}` of {document} allows everybody but some principals" },
  *check({ read, label }, { must }) {
    for (const { name, claim } of statementsWhere(read, allowsEverybodyBut)) {
      yield* must(negate(claim), "everybodyBut", { statement: name, document: label });
    }
  },
});
