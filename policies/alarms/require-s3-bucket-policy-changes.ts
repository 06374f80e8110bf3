import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-s3-bucket-policy-changes",
  on: detectionVerdict("s3-bucket-policy-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to the access of S3 buckets must ring an alarm",
  why: "A bucket opened to the world, or evidence set to expire, is noticed by others first.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.s3-policy-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
