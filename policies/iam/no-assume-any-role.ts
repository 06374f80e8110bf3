import { IdentityDocuments, unconfinedGrants } from "../../lib/aws/iam/identity-documents";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-assume-any-role",
  on: IdentityDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policies must not let any role be assumed",
  why: "Whoever may assume any role has the rights of every role that trusts the account, administrators' roles included.",
  fix: "Name the roles in `Resource`, such as `arn:aws:iam::<account>:role/reader`.",
  practice: 9,
  covers: ["iam.policy.assume-role-star"],
  nist: ["AC-6"],
  messages: { anyRole: "statement `{statement}` of {document} allows `sts:AssumeRole` on every role of every account" },
  *check(document, { must }) {
    for (const { name, claim } of unconfinedGrants(document, (action) => action.name === "sts:AssumeRole")) {
      yield* must(negate(claim), "anyRole", { statement: name, document: document.label });
    }
  },
});
