import { type cloudwatch } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";
import { CompositeAlarm } from "./composite-alarm";
import { MetricAlarm } from "./metric-alarm";

/** What a metric alarm and a composite one have in common. */
export const Alarm = resourceView<cloudwatch.MetricAlarmArgs & cloudwatch.CompositeAlarmArgs>()(
  [...MetricAlarm.types, ...CompositeAlarm.types],
  (read, { type }) => ({
    /** What messages call it. */
    kind: CompositeAlarm.types.includes(type) ? "composite alarm" : "alarm",
    alarmName: read.text(CompositeAlarm.types.includes(type) ? "alarmName" : "name"),
    actionsEnabled: withDefault(read.boolean("actionsEnabled"), true),
    alarmActions: read.texts("alarmActions"),
    okActions: read.texts("okActions"),
    insufficientDataActions: read.texts("insufficientDataActions"),
  }),
);

export type AlarmView = ReturnType<typeof Alarm.view>;
