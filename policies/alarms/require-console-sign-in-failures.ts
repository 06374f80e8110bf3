import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-console-sign-in-failures",
  on: detectionVerdict("console-sign-in-failures"),
  severity: "medium",
  preset: "recommended",
  summary: "Failed console sign-ins must ring an alarm",
  why: "Guessing of passwords shows as failures before it shows as a success.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.console-auth-failures"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
