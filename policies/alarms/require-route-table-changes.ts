import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-route-table-changes",
  on: detectionVerdict("route-table-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to route tables must ring an alarm",
  why: "A changed route sends traffic past the firewall, or through somebody else's.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.route-table-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
