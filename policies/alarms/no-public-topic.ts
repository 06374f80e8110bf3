import { TopicPolicyHolder } from "../../lib/aws/sns/topic-policy";
import { statementsWhere } from "../../lib/aws/statements";
import { isOpenToStrangers } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-public-topic",
  on: TopicPolicyHolder,
  severity: "high",
  preset: "recommended",
  summary: "Topic policies must not let strangers in",
  why: "Who may subscribe learns what is watched and found; who may publish drowns the one notice that matters.",
  fix: "Name a service or accounts as `Principal`, or add a condition such as `aws:SourceAccount`.",
  practice: 9,
  covers: ["sns.policy.public"],
  nist: ["AC-3"],
  messages: { open: "statement `{statement}` of {holder} lets any AWS account in" },
  *check({ kind, name, policy }, { must }) {
    for (const { name: statement, claim } of statementsWhere(policy, isOpenToStrangers)) {
      yield* must(negate(claim), "open", { holder: `${kind} \`${name}\``, statement });
    }
  },
});
