import { destinationGrant } from "../../lib/aws/delivery/subscription";
import { LogSubscriptionFilter } from "../../lib/aws/logs/subscription-filter";
import { inStack } from "../../lib/aws/view";
import { claim } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-no-blind-subscription",
  on: inStack(LogSubscriptionFilter),
  severity: "medium",
  preset: "recommended",
  summary: "The destination of a log subscription should be able to receive events",
  why: "A subscription whose destination takes nothing loses every event, and the log group looks as if all were well.",
  fix: "Let CloudWatch Logs invoke the function, or write to the stream through a role.",
  practice: 15,
  nist: ["AU-5", "AU-6"],
  messages: { blind: { what: "the destination of subscription `{filter}` {why}", fix: "{change}" } },
  *check({ stack, subject: filter }, { must }) {
    const { truth, place, why, fix } = destinationGrant(stack, filter);
    yield* must(claim(truth, place), "blind", { filter: filter.name, why, change: fix });
  },
});
