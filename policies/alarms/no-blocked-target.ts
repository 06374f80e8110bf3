import { deliveries } from "../../lib/aws/alarms/deliveries";
import { claimOf } from "../../lib/aws/alarms/link";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-blocked-target",
  on: deliveries,
  severity: "high",
  preset: "recommended",
  summary: "Functions and queues must accept what rules and topics send them",
  why: "Without a permission that fits, or with a concurrency of 0, the function is never run; nothing else in the account fails.",
  fix: "Let the function's or the queue's policy admit the rule or the topic.",
  practice: 15,

  nist: ["AU-5", "IR-4"],
  messages: { blocked: { what: "{what}", fix: "{fix}" } },
  *check(link, { must }) {
    yield* must(claimOf(link), "blocked", { what: link.what, fix: link.fix ?? "" });
  },
});
