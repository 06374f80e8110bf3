import { valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { Alarm, type AlarmView } from "../cloudwatch/alarm";
import { CompositeAlarm, type CompositeAlarmView } from "../cloudwatch/composite-alarm";
import { type Link, holding, unproven } from "./link";

/** A composite alarm that names an alarm, with the hop from the one to the other. */
export interface Composition {
  readonly composite: CompositeAlarmView;
  readonly link: Link;
}

/** The composite alarms whose rule names `alarm`, or may. */
export function compositesOf(stack: Stack, alarm: AlarmView): readonly Composition[] {
  return CompositeAlarm.allIn(stack).flatMap((composite) => {
    const link = composite.urn === alarm.urn ? undefined : compositionLink(alarm, composite);
    return link ? [{ composite, link }] : [];
  });
}

function compositionLink(alarm: AlarmView, composite: CompositeAlarmView): Link | undefined {
  const { alarmRule, actionsSuppressor, resource } = composite;
  const hop = { from: alarm.urn, to: composite.urn, place: alarmRule.place };
  const named = `composite alarm \`${composite.name}\``;
  if (alarmRule.kind === "absent") return undefined;
  if (alarmRule.kind === "unknown") {
    return mayName(resource, alarm) ? unproven(hop, `the rule of ${named} is not known yet`) : undefined;
  }
  const isTerm = termsOf(alarmRule.value)?.some((term) => isTermOf(term, alarm)) ?? false;
  if (!isTerm) {
    const isNamed = namesOtherwise(alarmRule.value, alarm);
    return isNamed ? unproven(hop, `${named} asks for more than ${alarm.kind} \`${alarm.name}\``) : undefined;
  }
  if (actionsSuppressor.kind !== "absent")
    return unproven(hop, `the actions of ${named} can be suppressed by another alarm`);
  return holding(hop, `${named} follows ${alarm.kind} \`${alarm.name}\``);
}

/** A rule that is not known yet names the alarms that it came from, and may name any where it came from none. */
function mayName({ propertyDependencies }: Resource, alarm: AlarmView): boolean {
  const upstream = Object.hasOwn(propertyDependencies, "alarmRule") ? (propertyDependencies["alarmRule"] ?? []) : [];
  return upstream.includes(alarm.urn) || !upstream.some((urn) => Alarm.types.some((type) => urn.includes(`${type}::`)));
}

/** What a rule asks of alarms, where it asks for any one of them: `undefined` for `AND`, `NOT` and what is not understood. */
function termsOf(rule: string): readonly string[] | undefined {
  const terms = rule.split(/\s+OR\s+/).map((term) => term.replace(/^[\s(]+(?=ALARM)/, "").trim());
  const names = terms.map((term) => /^ALARM\s*\(\s*"?([^"()]+?)"?\s*\)[\s)]*$/.exec(term)?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function isTermOf(term: string, alarm: AlarmView): boolean {
  return term === valueOf(alarm.alarmName) || term === alarm.resource.properties["arn"];
}

function namesOtherwise(rule: string, alarm: AlarmView): boolean {
  const name = valueOf(alarm.alarmName);
  return name !== undefined && name !== "" && rule.includes(name);
}
