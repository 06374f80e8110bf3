import { type cloudwatch } from "@pulumi/aws";
import { withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** Keeps the actions of alarms back at the times of a schedule. */
export const AlarmMuteRule = resourceView<cloudwatch.AlarmMuteRuleArgs>()(
  ["aws:cloudwatch/alarmMuteRule:AlarmMuteRule"],
  (read) => {
    const targets = read.object("muteTargets");
    const rule = read.object("rule");
    const schedule = rule.kind === "known" ? rule.value.object("schedule") : rule;
    return {
      alarmNames: targets.kind === "known" ? targets.value.texts("alarmNames") : targets,
      /** `cron(minute hour day month weekday)` or `at(date)`. */
      expression: schedule.kind === "known" ? schedule.value.text("expression") : schedule,
      /** As ISO 8601 writes it, for example `PT4H`. */
      duration: schedule.kind === "known" ? schedule.value.text("duration") : schedule,
      startDate: withoutEmpty(read.text("startDate")),
      expireDate: withoutEmpty(read.text("expireDate")),
    };
  },
);

export type AlarmMuteRuleView = ReturnType<typeof AlarmMuteRule.view>;
