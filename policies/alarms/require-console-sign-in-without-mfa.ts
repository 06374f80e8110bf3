import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-console-sign-in-without-mfa",
  on: detectionVerdict("console-sign-in-without-mfa"),
  severity: "medium",
  preset: "recommended",
  summary: "Console sign-in without MFA must ring an alarm",
  why: "A password alone is enough for whoever has stolen it.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 7,
  covers: ["alarm.cis.signin-no-mfa"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
