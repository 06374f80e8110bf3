import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-iam-policy-changes",
  on: detectionVerdict("iam-policy-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to IAM policies must ring an alarm",
  why: "A changed policy is how an intruder's rights grow, and how they stay.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.iam-policy-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
