import { EventBusPolicy } from "../../lib/aws/events/event-bus";
import { statementsWhere } from "../../lib/aws/statements";
import { isOpenToStrangers } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-public-bus",
  on: EventBusPolicy,
  severity: "high",
  preset: "recommended",
  summary: "Policies of event buses must not let strangers in",
  why: "Whoever puts events on a bus sets off what its rules do: false alarms, or functions that act on them.",
  fix: "Name accounts as `Principal`, or add a condition such as `aws:PrincipalOrgID`.",
  practice: 9,
  covers: ["events.bus.public"],
  nist: ["AC-3"],
  messages: { open: "statement `{statement}` of {holder} lets any AWS account in" },
  *check({ kind, name, policy }, { must }) {
    for (const { name: statement, claim } of statementsWhere(policy, isOpenToStrangers)) {
      yield* must(negate(claim), "open", { holder: `${kind} \`${name}\``, statement });
    }
  },
});
