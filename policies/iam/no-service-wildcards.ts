import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { serviceWildcards } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-service-wildcards",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies must not give whole services on every resource",
  why: "A whole service holds the actions that delete, that open to the world and that change permissions, and next year's too.",
  fix: "List the actions that are needed, or confine `{action}` to the resources that it is meant for.",
  practice: 9,
  covers: ["iam.policy.service-wildcard", "iam.policy.cloudtrail-full", "iam.policy.kms-full", "iam.policy.s3-full"],
  nist: ["AC-3", "AC-6"],
  messages: {
    wholeService:
      "statement `{statement}` of {document} allows `{action}`, every action of the service, on every resource",
  },
  *check(document, { must }) {
    for (const { action, statement, claim } of serviceWildcards(document)) {
      yield* must(negate(claim), "wholeService", { statement, document: document.label, action });
    }
  },
});
