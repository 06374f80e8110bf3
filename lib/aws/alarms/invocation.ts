import { type Place, type Read, valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, all, any } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { parseArn } from "../arn";
import { EventBus } from "../events/event-bus";
import { EventRule } from "../events/event-rule";
import { LambdaAlias, LambdaFunction, type LambdaFunctionView } from "../lambda/function";
import { LambdaPermission, type LambdaPermissionView } from "../lambda/permission";
import { Alarm } from "../cloudwatch/alarm";
import { type Reference, referenceOf, referrersTo, referring } from "../references";
import { Topic } from "../sns/topic";
import { type Grant, accountOfArn, granted, open, refused, strictest, textOf } from "./grants";
import { type Link, broken, holding, unproven } from "./link";

/** What invokes a function, and the service that does it for it. */
export interface Invoker {
  readonly kind: "alarm" | "rule" | "topic";
  readonly resource: Resource;
  /** What messages call it: "rule `tamper`". */
  readonly named: string;
}

/** Principals of function policies. Source: Lambda developer guide; for alarms CloudWatch user guide, "Lambda alarm actions". */
const services: Readonly<Record<Invoker["kind"], string>> = {
  alarm: "lambda.alarms.cloudwatch.amazonaws.com",
  rule: "events.amazonaws.com",
  topic: "sns.amazonaws.com",
};

/** The properties of ARNs that a permission's `sourceArn` may come from. */
const sources = [...EventRule.types, ...EventBus.types, ...Topic.types, ...Alarm.types];

/**
 * Whether an invoker can run the function that `arn` names: a permission, and a function that is allowed to run at all.
 * What the function does then is assumed.
 */
export function invokeLink(
  stack: Stack,
  invoker: Invoker,
  reference: Reference,
  arn: Read<string>,
  from: string,
): Link {
  const hop = { from, to: "", place: arn.place };
  const target = reference.kind === "resource" ? functionBehind(stack, reference.resource) : undefined;
  if (!target) return unproven(hop, `the function that ${invoker.named} invokes is outside the stack`);
  const qualifier = target.qualifier ?? qualifierIn(valueOf(arn));
  const grant = strictest([canRun(target.function), mayInvoke(stack, invoker, target.function, qualifier)]);
  const ends = { ...hop, to: target.function.urn };
  const named = `function \`${target.function.name}\``;
  switch (grant.truth) {
    case "yes":
      return holding(ends, `${named} is invoked`, [`${named} acts on what it is told, or tells somebody`]);
    case "no":
      return broken({ ...ends, place: grant.place }, `${named} ${grant.why}`, grant.fix);
    case "unknown":
      return unproven({ ...ends, place: grant.place }, `${named} ${grant.why}`);
  }
}

interface InvokedFunction {
  readonly function: LambdaFunctionView;
  readonly qualifier?: Read<string>;
}

function functionBehind(stack: Stack, resource: Resource): InvokedFunction | undefined {
  if (LambdaFunction.shows(resource)) return { function: LambdaFunction.view(resource) };
  const alias = LambdaAlias.view(resource);
  const behind = referenceOf(stack, resource, alias.functionName, LambdaFunction.types);
  if (behind.kind !== "resource") return undefined;
  return { function: LambdaFunction.view(behind.resource), qualifier: alias.aliasName };
}

/** The version or alias at the end of a function's ARN; `undefined` for none. */
function qualifierIn(arn: string | undefined): Read<string> | undefined {
  const qualifier = arn === undefined ? undefined : parseArn(arn)?.resource.split(":")[2];
  return qualifier === undefined ? undefined : { kind: "known", value: qualifier, place: { urn: "", path: "" } };
}

function canRun({ reservedConcurrentExecutions: reserved }: LambdaFunctionView): Grant {
  if (reserved.kind === "unknown") return open(reserved.place, "may have no concurrency");
  if (reserved.value !== 0) return granted(reserved.place);
  const fix = "Leave `reservedConcurrentExecutions` out, or set it to 1 or more.";
  return refused(reserved.place, "never runs: its `reservedConcurrentExecutions` is 0", fix);
}

const permissionsOfFunctions = referring(LambdaPermission.types, "function", LambdaFunction.types);

function mayInvoke(
  stack: Stack,
  invoker: Invoker,
  invoked: LambdaFunctionView,
  qualifier: Read<string> | undefined,
): Grant {
  const { certain, possible } = referrersTo(stack, invoked.resource, permissionsOfFunctions);
  const answers = certain.map((each) => permits(stack, invoker, LambdaPermission.view(each), qualifier));
  const truth = any([...answers.map((each) => each.truth), ...possible.map((): Truth => "unknown")]);
  const place = certain[0] ? { urn: certain[0].urn, path: "" } : invoked.place;
  const service = services[invoker.kind];
  const fix = `Declare an \`aws.lambda.Permission\` for \`${service}\` whose \`sourceArn\` is the ARN of ${invoker.named}.`;
  switch (truth) {
    case "yes":
      return granted(place);
    case "unknown":
      return open(place, `has a permission that may or may not admit ${invoker.named}`);
    case "no": {
      const [closest] = [...answers].sort((a, b) => b.agreements - a.agreements);
      if (!closest) return refused(invoked.place, `has no permission that lets \`${service}\` invoke it`, fix);
      return refused(closest.place, `has no permission for ${invoker.named}: ${closest.why}`, fix);
    }
  }
}

/** What one permission says about an invocation; for `no` the first thing that differs, and how much agrees. */
interface Permit extends PermitTest {
  readonly agreements: number;
}

interface PermitTest {
  readonly truth: Truth;
  readonly why: string;
  readonly place: Place;
}

function permits(
  stack: Stack,
  invoker: Invoker,
  permission: LambdaPermissionView,
  qualifier: Read<string> | undefined,
): Permit {
  const tests = permitTests(stack, invoker, permission, qualifier);
  const failed = tests.find(({ truth }) => truth === "no");
  return {
    truth: all(tests.map(({ truth }) => truth)),
    why: failed?.why ?? "",
    place: failed?.place ?? permission.place,
    agreements: tests.filter(({ truth }) => truth === "yes").length,
  };
}

function permitTests(
  stack: Stack,
  invoker: Invoker,
  permission: LambdaPermissionView,
  invoked: Read<string> | undefined,
): readonly PermitTest[] {
  const { name, action, principal, qualifier, sourceArn, sourceAccount } = permission;
  const words = `permission \`${name}\``;
  const test = (truth: Truth, { place }: Read<string>, why: string): PermitTest => ({ truth, place, why });
  return [
    test(matches(principal, isPrincipal(invoker)), principal, `${words} is for another principal`),
    test(matches(action, isInvocation), action, `${words} does not allow \`lambda:InvokeFunction\``),
    test(sameQualifier(qualifier, invoked), qualifier, `${words} is for another \`qualifier\` of the function`),
    test(sourceMatches(stack, invoker, permission), sourceArn, `\`sourceArn\` of ${words} is that of something else`),
    test(accountMatches(invoker, permission), sourceAccount, `\`sourceAccount\` of ${words} is another account`),
  ];
}

function matches(read: Read<string>, test: (value: string) => boolean): Truth {
  if (read.kind === "unknown") return "unknown";
  return read.kind === "known" && test(read.value) ? "yes" : "no";
}

function isPrincipal({ kind }: Invoker): (principal: string) => boolean {
  return (principal) => principal === "*" || principal === services[kind];
}

function isInvocation(action: string): boolean {
  return globMatches(action.toLowerCase(), "lambda:invokefunction");
}

function sameQualifier(permitted: Read<string>, invoked: Read<string> | undefined): Truth {
  if (permitted.kind === "unknown" || invoked?.kind === "unknown") return "unknown";
  return valueOf(permitted) === (invoked && valueOf(invoked)) ? "yes" : "no";
}

/** EventBridge's troubleshooting page says that a source account keeps rules out; other services send it. */
function accountMatches({ kind, resource }: Invoker, { sourceAccount }: LambdaPermissionView): Truth {
  if (sourceAccount.kind === "absent") return "yes";
  const account = accountOfArn(textOf(resource, "arn"));
  if (kind === "rule" || sourceAccount.kind === "unknown" || typeof account !== "string") return "unknown";
  return account === sourceAccount.value ? "yes" : "no";
}

/** Whether the permission's source is the invoker: by its ARN where both are known, else by where the value came from. */
function sourceMatches(stack: Stack, invoker: Invoker, { resource, sourceArn }: LambdaPermissionView): Truth {
  if (sourceArn.kind === "absent") return "yes";
  const own = textOf(invoker.resource, "arn");
  if (sourceArn.kind === "known" && typeof own === "string") return globMatches(sourceArn.value, own) ? "yes" : "no";
  const reference = referenceOf(stack, resource, sourceArn, sources);
  if (reference.kind !== "resource") return "unknown";
  return reference.resource === invoker.resource ? "yes" : "no";
}
