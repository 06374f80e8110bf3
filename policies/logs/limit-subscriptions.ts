import { LogSubscriptionFilter, staysWithin } from "../../lib/aws/logs/subscription-filter";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "logs-limit-subscriptions",
  on: inStack(LogSubscriptionFilter),
  severity: "medium",
  preset: "recommended",
  summary: "Log events must be streamed to trusted accounts only",
  why: "A subscription to another account carries every event out as it happens, and nobody in this account sees who reads it there.",
  fix: "Send the events to a destination of this account, or add account {account} to the setting `trustedAccounts`.",
  practice: 15,
  nist: ["AC-4", "AU-9"],
  messages: {
    otherAccount: "subscription `{filter}` streams log events to account {account}, which is none of the trusted",
  },
  *check({ stack, subject: filter }, { settings, must }) {
    const account = shown(filter.destinationAccount);
    yield* must(staysWithin(stack, filter, settings.trustedAccounts), "otherAccount", { filter: filter.name, account });
  },
});
