import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-alarm-system-tampering",
  on: detectionVerdict("alarm-system-tampering"),
  severity: "medium",
  preset: "recommended",
  summary: "Tampering with the alarms themselves must ring an alarm",
  why: "An alarm that is deleted, disabled or unsubscribed looks exactly like a quiet day.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
