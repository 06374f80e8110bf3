import { TopicPolicyHolder } from "../../lib/aws/sns/topic-policy";
import { statementsWhere } from "../../lib/aws/statements";
import { allowsAllBut } from "../../lib/aws/s3/bucket-policy";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-topic-not-action",
  on: TopicPolicyHolder,
  severity: "medium",
  preset: "recommended",
  summary: "Topic policies must not allow all but some actions",
  why: "`Allow` with `NotAction` allows whatever AWS adds tomorrow, and today everything that nobody thought of.",
  fix: "List the actions that are allowed in `Action`.",
  practice: 9,
  covers: ["sns.policy.not-action"],
  nist: ["AC-6"],
  messages: { allBut: "statement `{statement}` of {holder} allows all actions but some" },
  *check({ kind, name, policy }, { must }) {
    for (const { name: statement, claim } of statementsWhere(policy, allowsAllBut)) {
      yield* must(negate(claim), "allBut", { holder: `${kind} \`${name}\``, statement });
    }
  },
});
