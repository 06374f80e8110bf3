import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-unauthorized-calls",
  on: detectionVerdict("unauthorized-calls"),
  severity: "high",
  preset: "recommended",
  summary: "Unauthorized API calls must ring an alarm",
  why: "Stolen credentials are tried out before they are used, and most of what is tried is refused.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.unauthorized-api"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
