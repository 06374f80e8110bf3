import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-trail-tampering",
  on: detectionVerdict("trail-tampering"),
  severity: "high",
  preset: "recommended",
  summary: "Changes to CloudTrail must ring an alarm",
  why: "Whoever stops or narrows the trail acts unseen from then on.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.cloudtrail-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
