import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-vpc-changes",
  on: detectionVerdict("vpc-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to VPCs must ring an alarm",
  why: "A peering connection joins two networks; a VPC nobody knows hides what runs in it.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.vpc-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
