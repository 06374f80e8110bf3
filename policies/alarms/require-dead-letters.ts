import { EventTarget } from "../../lib/aws/events/event-target";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-dead-letters",
  on: EventTarget,
  severity: "low",
  preset: "strict",
  summary: "Targets of rules must have a queue for what could not be delivered",
  why: "EventBridge tries for a day and then drops the event: without a queue nobody learns that an alarm was lost.",
  fix: "Set `deadLetterConfig.arn` to an SQS queue.",
  practice: 15,
  covers: ["events.target.dlq"],
  nist: ["AU-5", "SI-11"],
  messages: { lost: "what target `{target}` does not take is lost" },
  *check({ name, deadLetterArn }, { must }) {
    yield* must(isGiven(deadLetterArn), "lost", { target: name });
  },
});
