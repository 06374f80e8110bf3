import { EventBus, hasPolicy } from "../../lib/aws/events/event-bus";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-bus-policy",
  on: inStack(EventBus),
  severity: "low",
  preset: "strict",
  summary: "Event buses of one's own must have a policy",
  why: "Without a policy every principal of the account that IAM lets put events may put them on this bus too.",
  fix: "Declare an `aws.cloudwatch.EventBusPolicy` for the bus.",
  practice: 9,
  covers: ["events.bus.policy"],
  nist: ["AC-3", "AC-6"],
  messages: { noPolicy: "event bus `{bus}` has no policy" },
  *check({ stack, subject }, { must }) {
    yield* must(hasPolicy(stack, subject), "noPolicy", { bus: subject.name });
  },
});
