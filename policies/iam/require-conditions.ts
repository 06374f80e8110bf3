import { unconditionalGrants } from "../../lib/aws/iam/confining-conditions";
import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { someOf } from "../../lib/core/words";

export default definePolicy({
  id: "iam-require-conditions",
  on: IdentityDocuments,
  severity: "medium",
  preset: "strict",
  summary: "Sensitive actions should be granted under the condition that AWS provides for them",
  why: "Some actions hand out whatever the caller names: a resource confines where they act, and only a condition to whom or what they give.",
  fix: "Add the condition.",
  practice: 12,
  nist: ["AC-3", "AC-6"],
  messages: {
    unconditional: {
      what: "statement `{statement}` of {document} allows {actions} {open}",
      fix: "Add the condition `{condition}`.",
    },
  },
  *check(document, { must, undetermined }) {
    const { grants, unread } = unconditionalGrants(document);
    for (const place of unread) yield undetermined(place, "unconditional");
    for (const { grant, missing } of grants) {
      yield* must(negate(grant.claim), "unconditional", {
        statement: grant.name,
        document: document.label,
        actions: someOf(grant.actions),
        open: missing.open,
        condition: missing.line,
      });
    }
  },
});
