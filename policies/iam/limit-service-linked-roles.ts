import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { serviceLinkedRoleGrants } from "../../lib/aws/iam/service-linked-roles";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-service-linked-roles",
  on: IdentityDocuments,
  severity: "low",
  preset: "recommended",
  summary: "Policies should say for which services linked roles may be created",
  why: "A service-linked role brings the permissions that its service chose, in the account of whoever creates it.",
  fix: 'Add a condition such as `"StringEquals": { "iam:AWSServiceName": "ecs.amazonaws.com" }`.',
  practice: 9,
  covers: ["iam.policy.slr-star"],
  nist: ["AC-6"],
  messages: { anyService: "statement `{statement}` of {document} lets the linked role of any service be created" },
  *check(document, { must }) {
    for (const { name, claim } of serviceLinkedRoleGrants(document)) {
      yield* must(negate(claim), "anyService", { statement: name, document: document.label });
    }
  },
});
