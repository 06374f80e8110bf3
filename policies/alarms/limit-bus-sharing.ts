import { EventBusPolicy } from "../../lib/aws/events/event-bus";
import { foreignPrincipals } from "../../lib/aws/s3/grantees";
import { inStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-limit-bus-sharing",
  on: inStack(EventBusPolicy),
  severity: "medium",
  preset: "recommended",
  summary: "Policies of event buses must let in only accounts that are trusted",
  why: "Whoever puts events on a bus sets off what its rules do: false alarms, or functions that act on them.",
  fix: "Remove the principal, or add its account to `trustedAccounts`.",
  practice: 14,
  covers: ["events.bus.cross-account"],
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
