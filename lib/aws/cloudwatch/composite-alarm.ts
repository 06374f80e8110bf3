import { type cloudwatch } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** An alarm on the states of other alarms. Defaults as of @pulumi/aws 7.48. */
export const CompositeAlarm = resourceView<cloudwatch.CompositeAlarmArgs>()(
  ["aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  (read) => ({
    alarmName: read.text("alarmName"),
    actionsEnabled: withDefault(read.boolean("actionsEnabled"), true),
    alarmActions: read.texts("alarmActions"),
    okActions: read.texts("okActions"),
    insufficientDataActions: read.texts("insufficientDataActions"),
    /** For example `ALARM(tamper) OR ALARM(root)`. */
    alarmRule: withoutEmpty(read.text("alarmRule")),
    /** An alarm that keeps this one's actions back. */
    actionsSuppressor: read.object("actionsSuppressor"),
  }),
);

export type CompositeAlarmView = ReturnType<typeof CompositeAlarm.view>;
