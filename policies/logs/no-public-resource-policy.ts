import { LogResourcePolicy } from "../../lib/aws/logs/resource-policy";
import { statementsWhere } from "../../lib/aws/statements";
import { isOpenToStrangers } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-no-public-resource-policy",
  on: LogResourcePolicy,
  severity: "high",
  preset: "recommended",
  summary: "Resource policies of log groups must not let strangers in",
  why: "Whoever may write to a log group fills it with false events, and buries what happened; whoever may read it learns it.",
  fix: "Name a service or accounts as `Principal`, or add a condition such as `aws:SourceAccount`.",
  practice: 9,
  covers: ["logs.resource-policy-public"],
  nist: ["AC-3", "AU-9"],
  messages: { open: "statement `{statement}` of log resource policy `{policy}` lets any AWS account in" },
  *check(holder, { must }) {
    for (const { name, claim } of statementsWhere(holder.policy, isOpenToStrangers)) {
      yield* must(negate(claim), "open", { statement: name, policy: holder.name });
    }
  },
});
