import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-network-gateway-changes",
  on: detectionVerdict("network-gateway-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to network gateways must ring an alarm",
  why: "A gateway is a door of the network; a new one is a way in or out that nobody guards.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.gateway-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
