import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { statementsWithNot } from "../../lib/aws/iam/negated-elements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-allow-not-action",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not allow everything but a list of actions",
  why: "`NotAction` with `Allow` gives every other action of every service, those that AWS adds next year included.",
  fix: "List the allowed actions in `Action`, or write `Deny` with `NotAction`.",
  practice: 9,
  covers: ["iam.policy.not-action"],
  nist: ["AC-3", "AC-6"],
  messages: { allBut: "statement `{statement}` of {document} allows every action but those that it lists" },
  *check(document, { must }) {
    for (const { name, claim } of statementsWithNot(document, "notActions")) {
      yield* must(negate(claim), "allBut", { statement: name, document: document.label });
    }
  },
});
