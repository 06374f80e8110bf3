import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { passRoleGrants } from "../../lib/aws/iam/pass-role";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-pass-role",
  on: IdentityDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policies must not let every role be passed to services",
  why: "Who may pass any role to a service acts, through that service, with the rights of the mightiest one.",
  fix: "Name the roles in `Resource`, such as `arn:aws:iam::<account>:role/app-*`, and the service in a condition on `iam:PassedToService`.",
  practice: 9,
  covers: ["iam.policy.passrole-star", "iam.policy.passrole-not-resource"],
  nist: ["AC-6"],
  messages: {
    anyRole: "statement `{statement}` of {document} lets any role be passed to any service",
    allBut: "statement `{statement}` of {document} lets any role be passed but those in `NotResource`",
  },
  *check(document, { must }) {
    for (const { form, statement, claim } of passRoleGrants(document)) {
      yield* must(negate(claim), form, { statement, document: document.label });
    }
  },
});
