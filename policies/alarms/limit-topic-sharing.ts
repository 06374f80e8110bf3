import { TopicPolicyHolder } from "../../lib/aws/sns/topic-policy";
import { foreignPrincipals } from "../../lib/aws/s3/grantees";
import { inStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-limit-topic-sharing",
  on: inStack(TopicPolicyHolder),
  severity: "medium",
  preset: "recommended",
  summary: "Topic policies must let in only accounts that are trusted",
  why: "Whoever controls the other account reads the notices of alarms, or sends false ones, with nothing to see in this one.",
  fix: "Remove the principal, or add its account to `trustedAccounts`.",
  practice: 14,
  covers: ["sns.policy.cross-account"],
  nist: ["AC-3", "AC-6"],
  messages: { foreign: "statement `{statement}` of {holder} lets in account {account}" },
  *check({ stack, subject }, { settings, must }) {
    const holder = `${subject.kind} \`${subject.name}\``;
    const guarded = { ...subject, stack };
    for (const { statement, account, isForeign } of foreignPrincipals(guarded, settings.trustedAccounts)) {
      yield* must(negate(isForeign), "foreign", { holder, statement, account });
    }
  },
});
