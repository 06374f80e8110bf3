import { type Read, valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Truth } from "../../core/truth";
import { Alarm, type AlarmView } from "../cloudwatch/alarm";
import { AlarmMuteRule, type AlarmMuteRuleView } from "../cloudwatch/alarm-mute-rule";
import { referencesOf } from "../references";
import { type Link, broken, holding, unproven } from "./link";

/**
 * Whether mute rules leave an alarm's actions alone. One that covers all times silences it; any other is an assumption:
 * that nothing happens while it mutes. Source: CloudWatch user guide, "Alarm mute rules".
 */
export function mutingLink(stack: Stack, alarm: AlarmView): Link {
  const rules = AlarmMuteRule.allIn(stack).filter((rule) => mutes(stack, rule, alarm));
  const hop = { from: alarm.urn, to: alarm.urn, place: alarm.place };
  const always = rules.find((rule) => coversAllTimes(rule) === "yes");
  const named = `${alarm.kind} \`${alarm.name}\``;
  if (always) {
    const what = `${named} is muted at all times by mute rule \`${always.name}\``;
    return broken(
      { ...hop, place: always.expression.place },
      what,
      `Shorten the duration of mute rule \`${always.name}\`.`,
    );
  }
  const open = rules.find((rule) => coversAllTimes(rule) === "unknown");
  if (open)
    return unproven(
      { ...hop, place: open.expression.place },
      `when mute rule \`${open.name}\` mutes ${named} is not known`,
    );
  const assumptions = rules.map(({ name }) => `nothing happens while mute rule \`${name}\` mutes ${named}`);
  return holding(hop, `${named} is not muted`, assumptions);
}

function mutes(stack: Stack, rule: AlarmMuteRuleView, alarm: AlarmView): boolean {
  const references = referencesOf(stack, rule.resource, rule.alarmNames, Alarm.types);
  return references.some((each) => each.kind === "resource" && each.resource === alarm.resource);
}

/** Whether a schedule that recurs by the minute, the hour or the day lasts at least until it recurs. */
function coversAllTimes(rule: AlarmMuteRuleView): Truth {
  if (rule.expression.kind === "unknown" || rule.duration.kind === "unknown") return "unknown";
  if (rule.expireDate.kind !== "absent" || rule.startDate.kind !== "absent") return "no";
  const recurs = recurrenceOf(valueOf(rule.expression) ?? "");
  const lasts = minutesIn(rule.duration);
  if (recurs === undefined || lasts === undefined) return "no";
  return lasts >= recurs ? "yes" : "no";
}

/** Minutes between two beginnings; `undefined` where they differ or it begins once. */
function recurrenceOf(expression: string): number | undefined {
  const fields = /^cron\(([^()]{1,100})\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute, hour, ...days] = fields;
  if (fields.length !== 5 || !days.every((day) => day === "*" || day === "?")) return undefined;
  const fixed = (field: string | undefined) => /^\d{1,2}$/.test(field ?? "");
  if (minute === "*" && hour === "*") return 1;
  if (fixed(minute) && hour === "*") return 60;
  return fixed(minute) && fixed(hour) ? 24 * 60 : undefined;
}

/** The minutes of an ISO 8601 duration of days, hours and minutes. */
function minutesIn(duration: Read<string>): number | undefined {
  const parts = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/.exec(valueOf(duration) ?? "");
  if (!parts) return undefined;
  const [days, hours, minutes] = parts.slice(1).map((digits: string | undefined) => Number(digits || 0));
  return (days ?? 0) * 24 * 60 + (hours ?? 0) * 60 + (minutes ?? 0);
}
