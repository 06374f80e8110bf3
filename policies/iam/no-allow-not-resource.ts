import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { statementsWithNot } from "../../lib/aws/iam/negated-elements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-allow-not-resource",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not allow actions on everything but a list of resources",
  why: "`NotResource` with `Allow` reaches every resource that is not listed, those created tomorrow included.",
  fix: "List the resources in `Resource`, or write `Deny` with `NotResource`.",
  practice: 9,
  covers: ["iam.policy.not-resource"],
  nist: ["AC-3", "AC-6"],
  messages: { allBut: "statement `{statement}` of {document} allows its actions on everything but what it lists" },
  *check(document, { must }) {
    for (const { name, claim } of statementsWithNot(document, "notResources")) {
      yield* must(negate(claim), "allBut", { statement: name, document: document.label });
    }
  },
});
