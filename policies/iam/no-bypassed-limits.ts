import { bypassedLimits } from "../../lib/aws/iam/bypassed-limits";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-bypassed-limits",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "The policy of a resource should not let a principal past its own limits",
  why: "Within an account the resource's policy is enough: what the principal's own policies ask for, or its boundary leaves out, does not count.",
  fix: "Take the principal out of the statement, or limit the statement as well.",
  practice: 14,
  nist: ["AC-3", "AC-6"],
  messages: {
    condition: {
      what: "statement `{statement}` of {document} allows {kind} `{name}` `{action}` without the condition that {by} asks for: the condition does nothing",
      fix: "Write the condition into statement `{statement}` as well, or take {kind} `{name}` out of it.",
    },
    boundary: {
      what: "statement `{statement}` of {document} allows user `{name}` `{action}`, which {by}, its permissions boundary, leaves out: a boundary does not limit what a resource's policy gives a user",
      fix: "Take user `{name}` out of statement `{statement}`, or let it take on a role for this.",
    },
  },
  *check(stack, { violation }) {
    for (const { limit, place, principal, statement, document, action, by } of bypassedLimits(stack)) {
      const { kind, name } = principal;
      yield violation(place, limit, { statement, document, kind, name, action, by });
    }
  },
});
