import { detectionVerdict, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-network-acl-changes",
  on: detectionVerdict("network-acl-changes"),
  severity: "medium",
  preset: "recommended",
  summary: "Changes to network ACLs must ring an alarm",
  why: "A network ACL guards whole subnets; loosened, it lets in what security groups were never meant to stop.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  covers: ["alarm.cis.nacl-changes"],
  nist: ["AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: ({ mustRing }, context) => unnoticed(mustRing, context),
});
