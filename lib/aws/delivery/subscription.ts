import { type KnownText } from "../../access/service-requests";
import { whether } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Read, valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, all, any } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { accountOfResource } from "../accounts";
import { type Grant, type RoleCall, granted, open, refused, roleAllows, strictest, textOf } from "../alarms/grants";
import { parseArn, withoutStreams } from "../arn";
import { givenByProgram } from "../given";
import { Role } from "../iam/role";
import { LambdaAlias, LambdaFunction } from "../lambda/function";
import { LambdaPermission, type LambdaPermissionView } from "../lambda/permission";
import { isBeside, regionOf } from "../location";
import { LogGroup } from "../logs/log-group";
import { type SubscriptionView } from "../logs/subscription-filter";
import { referenceOf, referrersTo, referring } from "../references";
import { groupArnIn } from "./log-group";

const kinesisStream = "aws:kinesis/stream:Stream";
const firehoseStream = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const destinations = [...LambdaFunction.types, ...LambdaAlias.types, kinesisStream, firehoseStream];

/** Services of which a subscription can name a resource. Source: PutSubscriptionFilter (read 2026-11). */
const supportedServices = ["lambda", "kinesis", "firehose", "logs"];

/** Whether the events of a subscription arrive. A destination outside the stack is taken to be ready for them. */
export function destinationGrant(stack: Stack, filter: SubscriptionView): Grant {
  const { resource, destinationArn, place } = filter;
  const reference = referenceOf(stack, resource, destinationArn, destinations);
  switch (reference.kind) {
    case "absent":
      return granted(place);
    case "unknown":
      return open(reference.place, "is not known yet");
    case "external":
      return supported(destinationArn);
    case "resource":
      return strictest([
        beside(resource, reference.resource, destinationArn),
        writable(stack, filter, reference.resource),
      ]);
  }
}

function supported(arn: Read<string>): Grant {
  const service = parseArn(valueOf(arn) ?? "")?.service;
  if (service === undefined || supportedServices.includes(service)) return granted(arn.place);
  const fix = "Stream to a function, a Kinesis stream or a Firehose stream.";
  return refused(arn.place, `is of a service, \`${service}\`, to which CloudWatch Logs does not stream`, fix);
}

function beside(filter: Resource, destination: Resource, arn: Read<string>): Grant {
  switch (isBeside(filter, destination)) {
    case "yes":
      return granted(arn.place);
    case "unknown":
      return open(arn.place, "may be in another region than the log group");
    case "no":
      return refused(
        arn.place,
        "is in another region than the log group",
        "Declare it in the region of the log group.",
      );
  }
}

function writable(stack: Stack, filter: SubscriptionView, destination: Resource): Grant {
  switch (destination.type) {
    case kinesisStream:
      return throughRole(stack, filter, "kinesis:PutRecord", destination);
    case firehoseStream:
      return throughRole(stack, filter, "firehose:PutRecord", destination);
    default:
      return mayInvoke(stack, filter, destination);
  }
}

/** The principals that CloudWatch Logs acts as towards functions and roles: with its region, or without. */
function principalsOf({ resource }: SubscriptionView): readonly string[] {
  const region = valueOf(regionOf(resource));
  return ["logs.amazonaws.com", ...(region === undefined ? [] : [`logs.${region}.amazonaws.com`])];
}

function throughRole(stack: Stack, filter: SubscriptionView, action: string, destination: Resource): Grant {
  const { resource, place } = filter;
  const roleArn = givenByProgram(resource, filter.roleArn);
  if (roleArn.kind === "absent") {
    const fix = `Set \`roleArn\` to a role that \`logs.amazonaws.com\` may assume and that may call \`${action}\`.`;
    return refused(place, "takes events through a role only, and the subscription has none", fix);
  }
  if (referenceOf(stack, resource, roleArn, Role.types).kind === "external") return granted(roleArn.place);
  const call: RoleCall = { action, resource: textOf(destination, "arn") };
  const [first = granted(place), ...others] = principalsOf(filter).map((service) =>
    roleAllows(stack, resource, roleArn, service, [call]),
  );
  const { kind, place: region } = regionOf(resource);
  const unsaid = kind === "unknown" ? [open(region, "may be open to CloudWatch Logs in one region alone")] : [];
  return (
    [first, ...others].find(({ truth }) => truth === "yes") ??
    [...others, ...unsaid].find(({ truth }) => truth === "unknown") ??
    first
  );
}

const permissionsOfFunctions = referring(LambdaPermission.types, "function", LambdaFunction.types);

function mayInvoke(stack: Stack, filter: SubscriptionView, destination: Resource): Grant {
  const invoked = functionBehind(stack, destination);
  if (!invoked) return granted(filter.place);
  const { certain, possible } = referrersTo(stack, invoked, permissionsOfFunctions);
  const answers = certain.map((each) => permits(stack, filter, LambdaPermission.view(each)));
  const fix = `Declare an \`aws.lambda.Permission\` with \`action: "lambda:InvokeFunction"\`, \`principal: "logs.amazonaws.com"\` and as \`sourceArn\` the log group's ARN followed by \`:*\`.`;
  const place = { urn: invoked.urn, path: "" };
  switch (any([...answers, ...possible.map((): Truth => "unknown")])) {
    case "yes":
      return granted(place);
    case "unknown":
      return open(place, "has a permission of which it is not known whether it is for this log group");
    case "no":
      return refused(place, "has no permission that lets CloudWatch Logs invoke it for this log group", fix);
  }
}

function functionBehind(stack: Stack, resource: Resource): Resource | undefined {
  if (LambdaFunction.shows(resource)) return resource;
  const behind = referenceOf(stack, resource, LambdaAlias.view(resource).functionName, LambdaFunction.types);
  return behind.kind === "resource" ? behind.resource : undefined;
}

/** Qualifiers are left to the one who writes them: a permission for any version or alias counts. */
function permits(stack: Stack, filter: SubscriptionView, permission: LambdaPermissionView): Truth {
  return all([
    whether(permission.principal, (text) => namesLogs(filter, text), "no").truth,
    whether(permission.action, (text) => globMatches(text.toLowerCase(), "lambda:invokefunction"), "no").truth,
    sourceMatches(stack, filter, permission),
    accountMatches(stack, filter, permission),
  ]);
}

/** Whether a principal is CloudWatch Logs towards functions. */
function namesLogs(filter: SubscriptionView, principal: string): Truth {
  if (principal === "*" || principalsOf(filter).includes(principal)) return "yes";
  const isOpen = regionOf(filter.resource).kind === "unknown";
  return isOpen && /^logs\.[a-z0-9-]+\.amazonaws\.com$/.test(principal) ? "unknown" : "no";
}

/** CloudWatch Logs gives the group's ARN with `:*`; whether a permission without it admits it is not documented. */
function sourceMatches(stack: Stack, filter: SubscriptionView, { resource, sourceArn }: LambdaPermissionView): Truth {
  if (sourceArn.kind === "absent") return "yes";
  const group = referenceOf(stack, filter.resource, filter.logGroupName, LogGroup.types);
  if (group.kind !== "resource") return "unknown";
  if (sourceArn.kind === "unknown") {
    const source = referenceOf(stack, resource, sourceArn, LogGroup.types);
    if (source.kind !== "resource") return "unknown";
    return source.resource === group.resource ? "yes" : "no";
  }
  return covers(sourceArn.value, groupArnIn(group.resource, accountOfResource(stack, group.resource) ?? "*"));
}

function covers(pattern: string, arn: KnownText): Truth {
  if (isUnknown(arn) || arn.includes(":*:")) return "unknown";
  if (globMatches(pattern, `${arn}:*`)) return "yes";
  return globMatches(withoutStreams(pattern), arn) ? "unknown" : "no";
}

function accountMatches(stack: Stack, { resource }: SubscriptionView, { sourceAccount }: LambdaPermissionView): Truth {
  if (sourceAccount.kind === "absent") return "yes";
  const account = accountOfResource(stack, resource);
  if (sourceAccount.kind === "unknown" || account === undefined) return "unknown";
  return account === sourceAccount.value ? "yes" : "no";
}
