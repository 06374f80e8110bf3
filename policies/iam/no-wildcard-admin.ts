import { administrationIn } from "../../lib/aws/iam/administration";
import { IdentityDocuments } from "../../lib/aws/iam/identity-documents";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { someOf } from "../../lib/core/words";

export default definePolicy({
  id: "iam-no-wildcard-admin",
  on: IdentityDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policies must not make administrators",
  why: "Whoever gets hold of such a principal, by a leaked key or a fooled workload, owns the account.",
  fix: "List the actions that are needed, and the resources that they are needed on.",
  practice: 9,
  covers: ["iam.policy.admin", "iam.policy.action-star", "iam.policy.iam-full", "iam.sso.permission-set-admin"],
  nist: ["AC-2", "AC-3", "AC-5", "AC-6"],
  messages: {
    everything: "{document} allows every action on every resource in statement `{statement}`",
    allOfIam: {
      what: "{document} allows all of IAM in statement `{statement}`: its holder can give itself any right",
      fix: "List the few actions of IAM that are needed, on named roles and users, or within a permissions boundary.",
    },
    everyAction: {
      what: "statement `{statement}` of {document} allows every action of every service on {resources}",
      fix: "List the actions that are needed instead of `*`.",
    },
  },
  *check(document, { must }) {
    for (const { form, statement, resources, claim } of administrationIn(document)) {
      yield* must(negate(claim), form, { document: document.label, statement, resources: someOf(resources) });
    }
  },
});
