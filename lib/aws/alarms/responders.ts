import { accessByService, couldAllow } from "../../access/ask";
import { type PrincipalPolicies } from "../../access/grants";
import { type PropertyValue, isPropertyMap } from "../../core/properties";
import { type StackSubject } from "../../core/policy";
import { type Read, known } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { type Truth, all, any, truthOf } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { matchesEventPattern } from "../../patterns/event-pattern/match";
import { Trail } from "../cloudtrail/trail";
import { EventRule, type EventRuleView } from "../events/event-rule";
import { type EventTargetView } from "../events/event-target";
import { catalogue } from "../facts/detections/detections";
import { envelopeOf } from "../facts/detections/envelope";
import { recordFor } from "../facts/detections/event";
import { principalAt } from "../iam/principals";
import { Role } from "../iam/role";
import { LambdaFunction, type LambdaFunctionView } from "../lambda/function";
import { referenceOf, referencesOf } from "../references";
import { Topic } from "../sns/topic";
import { type Grant, roleAllows, textOf } from "./grants";
import { targetsOf } from "./rule";
import { sinkTypes } from "./sinks";

/** A program tags a function with this to say that it answers to tampering with the trail. */
export const responderTag = "trailguard:responder";

/** What undoes each way of tampering with a trail. */
const remedies: Readonly<Record<string, string>> = {
  StopLogging: "cloudtrail:StartLogging",
  UpdateTrail: "cloudtrail:UpdateTrail",
  PutEventSelectors: "cloudtrail:PutEventSelectors",
  DeleteTrail: "cloudtrail:CreateTrail",
};

/** One thing that a responder must be able to do, and whether its role may. */
export interface Duty {
  /** The call that asks for it, such as `StopLogging`; `sns:Publish` is asked for by every one. */
  readonly event: string;
  readonly action: string;
  /** The logical name of the trail or topic that it is done to. */
  readonly object: string;
  readonly grant: Grant;
}

/** A function that is there to undo tampering with the stack's trails. */
export interface Responder {
  readonly stack: Stack;
  readonly subject: LambdaFunctionView;
  /** Whether any rule of the stack sends it a tampering call. */
  readonly isCalled: Truth;
  readonly duties: readonly Duty[];
  readonly role: Resource | undefined;
}

/** The responders of a stack that declares a trail: by the settings, or by the program's own tag. */
export const responders: StackSubject<Responder> = {
  scope: "stack",
  types: LambdaFunction.types,
  *select(stack, settings) {
    if (Trail.allIn(stack).length === 0) return;
    for (const view of LambdaFunction.allIn(stack)) {
      if (isResponder(view, settings)) yield responderOf(stack, view);
    }
  },
};

function isResponder(view: LambdaFunctionView, settings: Settings): boolean {
  if (view.tags.kind === "known" && view.tags.value.has(responderTag)) return true;
  const names = [view.name, textOf(view.resource, "name"), textOf(view.resource, "arn")];
  return settings.responders.some((pattern) =>
    names.some((name) => typeof name === "string" && globMatches(pattern, name)),
  );
}

function responderOf(stack: Stack, subject: LambdaFunctionView): Responder {
  const callers = callersOf(stack, subject);
  const events = Object.keys(remedies).map((event) => ({
    event,
    heard: any(callers.map(({ rule, calls }) => all([calls, hears(rule, event)]))),
  }));
  const role = referenceOf(stack, subject.resource, subject.role, Role.types);
  const heard = events.filter((each) => each.heard === "yes").map(({ event }) => event);
  return {
    stack,
    subject,
    isCalled: any(events.map((each) => each.heard)),
    duties: [...heard.flatMap((event) => restoring(stack, subject, event)), ...telling(stack, subject)],
    role: role.kind === "resource" ? role.resource : undefined,
  };
}

interface Caller {
  readonly rule: EventRuleView;
  /** Whether one of its targets is the function. */
  readonly calls: Truth;
}

function callersOf(stack: Stack, subject: LambdaFunctionView): readonly Caller[] {
  return EventRule.allIn(stack).map((rule) => ({
    rule,
    calls: any(targetsOf(stack, rule).map((target) => isTarget(stack, target, subject))),
  }));
}

function isTarget(stack: Stack, { resource, targetArn }: EventTargetView, subject: LambdaFunctionView): Truth {
  const reference = referenceOf(stack, resource, targetArn, sinkTypes);
  if (reference.kind === "unknown") return "unknown";
  return truthOf(reference.kind === "resource" && reference.resource.urn === subject.urn);
}

/** Whether the rule takes the call, were it enabled: what is wrong with the rule itself is other policies' matter. */
function hears(rule: EventRuleView, eventName: string): Truth {
  const { eventPattern } = rule;
  if (eventPattern.kind !== "known") return eventPattern.kind === "unknown" ? "unknown" : "no";
  if (eventPattern.value.kind === "invalid") return "no";
  const pattern = eventPattern.value;
  const records = catalogue().filter((event) => event.event === eventName);
  return any(records.map((event) => matchesEventPattern(pattern, envelopeOf(recordFor(event))).truth));
}

function restoring(stack: Stack, subject: LambdaFunctionView, event: string): readonly Duty[] {
  const action = remedies[event] ?? "";
  return Trail.allIn(stack).map((trail) => ({
    event,
    action,
    object: `trail \`${trail.name}\``,
    grant: mayCall(stack, subject, action, trail.resource),
  }));
}

/** It tells the team through the topics that its environment names. */
function telling(stack: Stack, subject: LambdaFunctionView): readonly Duty[] {
  const texts = known(textsIn(subject.environment), subject.environment.place);
  const references = referencesOf(stack, subject.resource, texts, Topic.types);
  return references.flatMap((reference) =>
    reference.kind !== "resource"
      ? []
      : [
          {
            event: "any of these calls",
            action: "sns:Publish",
            object: `topic \`${reference.resource.name}\``,
            grant: mayCall(stack, subject, "sns:Publish", reference.resource),
          },
        ],
  );
}

function mayCall(stack: Stack, subject: LambdaFunctionView, action: string, resource: Resource): Grant {
  return roleAllows(stack, subject.resource, subject.role, "lambda.amazonaws.com", [
    { action, resource: textOf(resource, "arn") },
  ]);
}

/** The texts of a property tree; one that is not known is one unknown text. */
function textsIn(read: Read<PropertyValue>): readonly Read<string>[] {
  if (read.kind !== "known") return read.kind === "unknown" ? [read] : [];
  return textsOf(read.value).map((text) =>
    text === undefined ? { kind: "unknown", place: read.place, because: "preview" } : known(text, read.place),
  );
}

function textsOf(value: PropertyValue): readonly (string | undefined)[] {
  if (typeof value === "string") return [value];
  if (typeof value === "symbol") return [undefined];
  if (Array.isArray(value)) return value.flatMap((each: PropertyValue) => textsOf(each));
  return isPropertyMap(value) ? Object.values(value).flatMap(textsOf) : [];
}

/** Services in which a responder has work: to restore, to tell, to use the keys of both, and to log. */
const ownServices: ReadonlySet<string> = new Set(["cloudtrail", "sns", "kms", "logs", "sqs", "xray"]);

/** What a responder never needs to do, and whoever has its credentials would do first. */
const tamperingActions = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"] as const;

/** An action that the role may call and a responder never needs, or `undefined`; unknown documents count nothing. */
export function excessOf(stack: Stack, role: Resource): string | undefined {
  const principal = principalAt(stack, role);
  if (!principal) return undefined;
  const { boundary } = principal;
  const policies: PrincipalPolicies = {
    identity: principal.documents,
    ...(boundary.kind === "document" ? { boundary: boundary.document } : {}),
  };
  const tampering = tamperingActions.find((action) => couldAllow(policies, action).truth === "yes");
  return tampering ?? excessInOtherServices(policies);
}

function excessInOtherServices(policies: PrincipalPolicies): string | undefined {
  const others = accessByService(policies).filter(({ service }) => !ownServices.has(service));
  return others.find(({ service, highest, example }) => isChange(highest) && !isPassingRoles(service, example))
    ?.example;
}

function isChange(level: string): boolean {
  return level === "Write" || level === "Permissions management";
}

/** Restoring a trail hands its role for log delivery to CloudTrail. */
function isPassingRoles(service: string, example: string): boolean {
  return service === "iam" && example === "iam:PassRole";
}
