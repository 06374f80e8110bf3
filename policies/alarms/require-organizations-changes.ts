import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-organizations-changes",
  on: detectionVerdict("organizations-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to AWS Organizations must ring an alarm",
  why: "An account that leaves, or a service control policy that is detached, takes every guard rail with it.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.organizations-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
