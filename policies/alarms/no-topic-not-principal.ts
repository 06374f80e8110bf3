import { TopicPolicyHolder } from "../../lib/aws/sns/topic-policy";
import { allowsEverybodyBut, statementsWhere } from "../../lib/aws/statements";

import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-topic-not-principal",
  on: TopicPolicyHolder,
  severity: "high",
  preset: "recommended",
  summary: "Topic policies must not allow everybody but some",
  why: "`Allow` with `NotPrincipal` lets in every AWS account and even who has none, all but the few that it names.",
  fix: "Name who is allowed in `Principal`.",
  practice: 9,
  covers: ["sns.policy.not-principal"],
  nist: ["AC-3", "AC-6"],
  messages: { everybodyBut: "statement `{statement}` of {holder} allows everybody but some principals" },
  *check({ kind, name, policy }, { must }) {
    for (const { name: statement, claim } of statementsWhere(policy, allowsEverybodyBut)) {
      yield* must(negate(claim), "everybodyBut", { holder: `${kind} \`${name}\``, statement });
    }
  },
});
