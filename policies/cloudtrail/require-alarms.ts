import { tamperingVerdicts, unnoticed, unnoticedMessages } from "../../lib/aws/alarms/findings";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-alarms",
  on: tamperingVerdicts,
  severity: "critical",
  preset: "recommended",
  summary: "A trail must ring when somebody stops, deletes or changes it",
  why: "Whoever means harm stops the trail first. The call that stops it is the last one it records, and the only warning there will be.",
  fix: "Watch the trail's log group with a metric filter, an alarm on its metric and a topic that somebody reads, or the default event bus with a rule.",
  practice: 15,
  nist: ["AU-5", "AU-6", "SI-4"],
  messages: unnoticedMessages,
  check: (verdicts, context) => unnoticed(verdicts, context),
});
