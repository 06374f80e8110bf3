import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-kms-key-changes",
  on: detectionVerdict("kms-key-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Disabling, deletion and policy changes of KMS keys must ring an alarm",
  why: "What was encrypted with a key is lost with it, and a disabled key stops the trail's delivery.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.cmk-deletion"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
