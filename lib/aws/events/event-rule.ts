import { type cloudwatch } from "@pulumi/aws";
import { type EventPattern, type InvalidEventPattern } from "../../patterns/event-pattern/model";
import { parseEventPattern } from "../../patterns/event-pattern/parse";
import { type Known, type Read, type Unread, known, mapRead, withDefault, withoutEmpty } from "../../core/read";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` adds the read-only calls that `ENABLED` leaves out. */
export const longState = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** A rule of EventBridge. Defaults as of @pulumi/aws 7.48. */
export const EventRule = resourceView<cloudwatch.EventRuleArgs>()(["aws:cloudwatch/eventRule:EventRule"], (read) => ({
  ruleName: read.text("name"),
  /** The name or the ARN of its bus. */
  eventBusName: withDefault(withoutEmpty(read.text("eventBusName")), "default"),
  /** As the service validates it. Absent where the rule has none. */
  eventPattern: patternOf(read),
  eventPatternText: withoutEmpty(read.text("eventPattern")),
  scheduleExpression: withoutEmpty(read.text("scheduleExpression")),
  state: stateOf(read),
  roleArn: withoutEmpty(read.text("roleArn")),
}));

export type EventRuleView = ReturnType<typeof EventRule.view>;

function patternOf(read: Reader<cloudwatch.EventRuleArgs>): Read<EventPattern | InvalidEventPattern> {
  return mapRead(withoutEmpty(read.text("eventPattern")), parseEventPattern);
}

/** `DISABLED`, `ENABLED` or the long form, also where the older `isEnabled` says so. */
function stateOf(read: Reader<cloudwatch.EventRuleArgs>): Known<string> | Unread {
  const state = withoutEmpty(read.text("state"));
  if (state.kind !== "absent") return state;
  const isEnabled = read.boolean("isEnabled");
  switch (isEnabled.kind) {
    case "unknown":
      return isEnabled;
    case "absent":
      return known("ENABLED", state.place);
    case "known":
      return known(isEnabled.value ? "ENABLED" : "DISABLED", isEnabled.place);
  }
}
