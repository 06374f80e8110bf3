import { type Known, type Read, mapRead, valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { unknownValue } from "../../core/properties";
import { parseArn } from "../arn";
import { Alarm, type AlarmView } from "../cloudwatch/alarm";
import { LambdaAlias, LambdaFunction } from "../lambda/function";
import { type Reference, referenceOf, referencesOf } from "../references";
import { Topic } from "../sns/topic";
import { type ViewBase } from "../view";
import { compositesOf } from "./composites";
import { invokeLink } from "./invocation";
import { type Hop, type Link, type Route, behind, broken, holding, unproven } from "./link";
import { alarmMessage } from "./listeners";
import { mutingLink } from "./muting";
import { routesToTopic } from "./topic";

/**
 * The ways from an alarm that goes to ALARM to whoever hears of it: by its own actions, and by those of composite
 * alarms that follow it. At least one; a broken one where there is no action.
 */
export function routesOfAlarm(stack: Stack, settings: Settings, alarm: ViewBase): readonly Route[] {
  return routesFrom(stack, settings, Alarm.view(alarm.resource), new Set());
}

/** `seen` keeps composite alarms that name each other from going round in circles. */
function routesFrom(stack: Stack, settings: Settings, alarm: AlarmView, seen: ReadonlySet<string>): readonly Route[] {
  if (seen.has(alarm.urn)) return [];
  const known = new Set([...seen, alarm.urn]);
  const byComposite = compositesOf(stack, alarm).flatMap(({ composite, link }) =>
    behind(link, () => routesFrom(stack, settings, Alarm.view(composite.resource), known)),
  );
  const present = actionsLink(alarm);
  if (present.truth === "no" && byComposite.length > 0) return byComposite;
  const own = behind(present, () => behind(mutingLink(stack, alarm), () => actionRoutes(stack, settings, alarm)));
  return [...own, ...byComposite];
}

/** Whether an alarm does anything at all when it goes to ALARM. */
export function actionsLink(alarm: AlarmView): Link {
  const { actionsEnabled, alarmActions } = alarm;
  const hop: Hop = { from: alarm.urn, to: alarm.urn, place: alarmActions.place };
  const named = `${alarm.kind} \`${alarm.name}\``;
  if (actionsEnabled.kind === "known" && !actionsEnabled.value) {
    const fix = "Leave `actionsEnabled` out, or set it to true.";
    return broken({ ...hop, place: actionsEnabled.place }, `the actions of ${named} are switched off`, fix);
  }
  if (alarmActions.kind === "absent" || valueOf(alarmActions)?.length === 0) {
    return broken(
      hop,
      `${named} has no action for the state ALARM`,
      "Set `alarmActions` to the ARN of a topic that somebody listens to.",
    );
  }
  if (actionsEnabled.kind === "unknown")
    return unproven(
      { ...hop, place: actionsEnabled.place },
      `whether the actions of ${named} are switched on is not known`,
    );
  return holding(hop, `${named} has actions`);
}

const targets = [...Topic.types, ...LambdaFunction.types, ...LambdaAlias.types];

function actionRoutes(stack: Stack, settings: Settings, alarm: AlarmView): readonly Route[] {
  const { alarmActions, resource } = alarm;
  const items = valueOf(alarmActions) ?? [];
  const open = mapRead(alarmActions, (list) => list.filter(({ kind }) => kind === "unknown"));
  return [
    ...items.flatMap((item) => (item.kind === "known" ? knownRoutes(stack, settings, alarm, item) : [])),
    ...referencesOf(stack, resource, open, targets).flatMap((each) =>
      referenceRoutes(stack, settings, alarm, each, alarmActionText(each)),
    ),
  ];
}

/** An action that is not known yet stands where the whole list does. */
function alarmActionText({ place }: Reference): Read<string> {
  return { kind: "unknown", place, because: "preview" };
}

function knownRoutes(stack: Stack, settings: Settings, alarm: AlarmView, action: Known<string>): readonly Route[] {
  const hop = { from: alarm.urn, to: "", place: action.place };
  const arn = parseArn(action.value);
  switch (arn?.service ?? "") {
    case "sns":
    case "lambda":
      return referenceRoutes(stack, settings, alarm, referenceOf(stack, alarm.resource, action, targets), action);
    case "ssm":
      return [{ links: [holding(hop, "an OpsItem is opened", ["somebody watches the OpsItems"])], end: "person" }];
    case "ssm-incidents":
      return [
        { links: [holding(hop, "an incident is opened", ["the response plan engages somebody"])], end: "person" },
      ];
    case "autoscaling":
    case "automate":
    case "swf":
    case "ec2":
      return [
        {
          links: [
            broken(
              hop,
              `action \`${action.value}\` of alarm \`${alarm.name}\` tells nobody`,
              "Add the ARN of a topic that somebody listens to to `alarmActions`.",
            ),
          ],
        },
      ];
    default:
      return [
        { links: [unproven(hop, `what action \`${action.value}\` of alarm \`${alarm.name}\` does is not known`)] },
      ];
  }
}

function referenceRoutes(
  stack: Stack,
  settings: Settings,
  alarm: AlarmView,
  reference: Reference,
  action: Read<string>,
): readonly Route[] {
  const publisher = {
    kind: "alarm",
    resource: alarm.resource,
    named: `alarm \`${alarm.name}\``,
    message: alarmMessage(valueOf(alarm.alarmName) ?? unknownValue),
  } as const;
  if (reference.kind === "absent") return [];
  const isFunction =
    reference.kind === "resource"
      ? !Topic.shows(reference.resource)
      : action.kind === "known" && parseArn(action.value)?.service === "lambda";
  if (!isFunction) return routesToTopic(stack, settings, publisher, reference);
  return [{ links: [invokeLink(stack, publisher, reference, action, alarm.urn)], end: "program" }];
}
