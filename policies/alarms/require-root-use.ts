import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-root-use",
  on: detectionVerdict("root-use"),
  severity: "high",
  preset: "recommended",
  summary: "Use of the root user must ring an alarm",
  why: "The root user may do everything and no policy holds it back; its use is an emergency or an intrusion.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 1,
  covers: ["alarm.cis.root-usage"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
