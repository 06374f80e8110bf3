import { IdentityDocuments, unconfinedGrants } from "../../lib/aws/iam/identity-documents";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-marketplace-subscriptions",
  on: IdentityDocuments,
  severity: "low",
  preset: "strict",
  summary: "Policies must say which products of AWS Marketplace may be subscribed to",
  why: "A subscription is a contract that costs money and lets software of strangers in.",
  fix: 'Add a condition such as `"ForAnyValue:StringEquals": { "aws-marketplace:ProductId": ["..."] }`, or take the action away.',
  practice: 9,
  covers: ["iam.policy.marketplace-subscribe"],
  nist: ["AC-6", "CM-11"],
  messages: {
    anyProduct: "statement `{statement}` of {document} lets any product of AWS Marketplace be subscribed to",
  },
  *check(document, { must }) {
    for (const { name, claim } of unconfinedGrants(document, (action) => action.name === "aws-marketplace:Subscribe")) {
      yield* must(negate(claim), "anyProduct", { statement: name, document: document.label });
    }
  },
});
