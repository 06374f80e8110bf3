import { LogDestinationPolicy } from "../../lib/aws/logs/resource-policy";
import { statementsWhere } from "../../lib/aws/statements";
import { isOpenToStrangers } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-no-public-destination-policy",
  on: LogDestinationPolicy,
  severity: "high",
  preset: "recommended",
  summary: "Policies of log destinations must not let strangers in",
  why: "A destination that takes logs from any account takes forged ones too, and whoever watches the stream believes them.",
  fix: "Name the accounts as `Principal`, or allow everybody under the condition `aws:PrincipalOrgID` of your organization.",
  practice: 9,
  covers: ["logs.destination-policy"],
  nist: ["AC-3", "AU-9"],
  messages: { open: "statement `{statement}` of log destination policy `{policy}` lets any AWS account in" },
  *check(holder, { must }) {
    for (const { name, claim } of statementsWhere(holder.policy, isOpenToStrangers)) {
      yield* must(negate(claim), "open", { statement: name, policy: holder.name });
    }
  },
});
