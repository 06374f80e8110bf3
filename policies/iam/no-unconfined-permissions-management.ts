import { IdentityDocuments, actionWords } from "../../lib/aws/iam/identity-documents";
import { isConfinablePermissionsManagement } from "../../lib/aws/iam/sensitive-actions";
import { grantsBesideWholeServices } from "../../lib/aws/iam/written-actions";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-unconfined-permissions-management",
  on: IdentityDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should not allow changes of permissions on every resource",
  why: "Whoever may change the permissions of any bucket, key or role can open it to the world, or to itself.",
  fix: "Name the resources in `Resource`, or add a condition that confines the statement.",
  practice: 16,
  covers: ["iam.level.permissions-management", "iam.policy.resource-policy-escalation"],
  nist: ["AC-6"],
  messages: { everywhere: "statement `{statement}` of {document} changes permissions on every resource: {actions}" },
  *check(document, { must }) {
    for (const grant of grantsBesideWholeServices(document, isConfinablePermissionsManagement)) {
      const data = { statement: grant.name, document: document.label, actions: actionWords(grant) };
      yield* must(negate(grant.claim), "everywhere", data);
    }
  },
});
