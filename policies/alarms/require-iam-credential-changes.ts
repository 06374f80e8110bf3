import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-iam-credential-changes",
  on: detectionVerdict("iam-credential-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "New or changed IAM credentials must ring an alarm",
  why: "A second access key, a console password or a wider trust policy is the intruder's way back in.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
