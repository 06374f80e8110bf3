import { servicePrefix } from "./service-prefix";
import { isUnknown } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any, not, truthOf } from "../core/truth";
import { conditionHolds } from "./conditions";
import { absentKey, requestContext } from "./context";
import type { RequestContext } from "./context";
import type { Condition, Statement } from "./document";
import { actionFacts } from "./facts/actions";
import type EscalationFacts from "./facts/escalation-paths.json";
import { grantsOf, isEveryResource } from "./grants";
import type { Grant, PrincipalPolicies, ResourcePattern } from "./grants";
import { splitArn } from "./match";
import { compileWildcard, wildcardMatches, wildcardsOverlap } from "./wildcards";

/**
 * How a path gains rights. `self-escalation`: the principal widens its own. `principal-access`: it becomes another one.
 * `new-passrole`, `existing-passrole`: it makes a service act under a role, by a new or an existing resource.
 */
export type EscalationCategory =
  "self-escalation" | "principal-access" | "new-passrole" | "existing-passrole" | "other";

/** Actions that together let a principal gain more rights than it was given. */
export interface EscalationPath {
  /** The actions, sorted and joined with `+`: stable. */
  readonly id: string;
  readonly actions: readonly string[];
  readonly category: EscalationCategory;
  /** What the public lists call it, as `list:name`. */
  readonly names: readonly string[];
}

export interface FoundEscalation {
  readonly path: EscalationPath;
  /** `unknown`: the path opens or not with values that are not known yet. Never `no`. */
  readonly truth: Truth;
  readonly grantedBy: readonly { readonly action: string; readonly grants: readonly Grant[] }[];
}

export interface EscalationOptions {
  /** The ARN of the principal: rights over itself count, however narrow. */
  readonly self?: string;
}

let packed: typeof EscalationFacts | undefined;

function packedPaths(): typeof EscalationFacts {
  packed ??= require("./facts/escalation-paths.json") as typeof EscalationFacts;
  return packed;
}

let paths: readonly EscalationPath[] | undefined;

/** The published paths. None holds another of the same kind; one that passes any role may hold one that takes over what runs already. */
export function knownEscalationPaths(): readonly EscalationPath[] {
  paths ??= packedPaths().paths.map(({ actions, names, category }) => ({
    id: [...actions].sort().join("+"),
    actions,
    category: category as EscalationCategory,
    names,
  }));
  return paths;
}

/** Actions whose answer holds credentials, in AWS's spelling. */
export function actionsThatReturnCredentials(): readonly string[] {
  return packedPaths().actionsThatReturnCredentials.map((action) => actionFacts(action)?.name ?? action);
}

/** Actions that carry data away in bulk. */
export function dataExfiltrationActions(): readonly string[] {
  return packedPaths().dataExfiltrationActions;
}

/**
 * The paths that the union of a principal's policies opens. An action counts where it can be had on resources at large
 * (or on the principal itself) and no condition ties it down: `iam:PassRole` on named roles, or a required permissions
 * boundary, closes a path. Conditions on who, when and whence (MFA, addresses, tags of the principal) close none.
 */
export function escalationPaths(
  policies: PrincipalPolicies,
  options: EscalationOptions = {},
): readonly FoundEscalation[] {
  const grants = new Map<string, readonly Grant[]>();
  const grantsFor = (action: string) => {
    const known = grants.get(action) ?? grantsOf(policies, action);
    grants.set(action, known);
    return known;
  };
  return knownEscalationPaths().flatMap((path) => followPath(path, grantsFor, options) ?? []);
}

function followPath(
  path: EscalationPath,
  grantsFor: (action: string) => readonly Grant[],
  options: EscalationOptions,
): FoundEscalation | undefined {
  const steps: { action: string; grants: readonly Grant[] }[] = [];
  const truths: Truth[] = [];
  for (const action of path.actions) {
    const step = { action, path, context: contextOf(action, path), self: options.self };
    const judged = grantsFor(action).map((grant) => ({ grant, truth: opens(grant, step) }));
    const usable = judged.filter(({ truth }) => truth !== "no");
    if (usable.length === 0 || !runsACommand(step, grantsFor(action))) return undefined;
    truths.push(any(usable.map(({ truth }) => truth)));
    steps.push({ action, grants: usable.map(({ grant }) => grant) });
  }
  return { path, truth: all(truths), grantedBy: steps };
}

/** A command is run by a document on an instance, often by two statements: a document that runs no script is harmless. */
function runsACommand({ action, context }: Step, grants: readonly Grant[]): boolean {
  if (action !== "ssm:SendCommand") return true;
  return grants.some(
    ({ conditions, resources }) =>
      conditions.every((condition) => leavesOpen(condition, context) !== "no") &&
      resources.some((resource) => mayMeet(resource, scriptDocument)),
  );
}

const scriptDocument = "arn:*:ssm:*:*:document/AWS-Run*Script";

interface Step {
  readonly action: string;
  readonly path: EscalationPath;
  /** What a request of this step surely carries. */
  readonly context: RequestContext;
  readonly self: string | undefined;
}

function opens(grant: Grant, step: Step): Truth {
  const resources = any(grant.resources.map((resource) => isAtLarge(resource, step)));
  if (resources === "no") return "no";
  const conditions = all(grant.conditions.map((condition) => leavesOpen(condition, step.context)));
  const denies = all(grant.denies.map((deny) => not(tiesDown(deny, step.context))));
  return all([grant.truth, resources, conditions, denies]);
}

/** The service that a role is passed to: the prefix of the other actions, but for these. */
const passedTo: Readonly<Record<string, readonly string[]>> = {
  apprunner: ["tasks.apprunner.amazonaws.com", "build.apprunner.amazonaws.com"],
  autoscaling: ["ec2.amazonaws.com", "autoscaling.amazonaws.com"],
  batch: ["ecs-tasks.amazonaws.com", "batch.amazonaws.com"],
  "cognito-identity": ["cognito-identity.amazonaws.com"],
  datapipeline: ["datapipeline.amazonaws.com", "elasticmapreduce.amazonaws.com"],
  ecs: ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com"],
  elasticmapreduce: ["elasticmapreduce.amazonaws.com", "ec2.amazonaws.com"],
  imagebuilder: ["ec2.amazonaws.com", "imagebuilder.amazonaws.com"],
  ssm: ["ssm.amazonaws.com", "ec2.amazonaws.com"],
};

function contextOf(action: string, path: EscalationPath): RequestContext {
  if (action !== "iam:PassRole") return requestContext({}, absentKey);
  const prefixes = path.actions.filter((other) => other !== action).map(servicePrefix);
  const services = prefixes.flatMap((prefix) => passedTo[prefix] ?? [`${prefix}.amazonaws.com`]);
  return requestContext({ [passedToService]: [...new Set(services)] }, absentKey);
}

const passedToService = "iam:PassedToService";

/** Keys that tell who asks, when and from where: a thief of the rights has them as much as their owner. */
const circumstances =
  /^aws:(?:multifactorauth|sourceip|sourcevp|vpcsourceip|securetransport|useragent|referer|currenttime|epochtime|tokenissuetime|requestedregion|principal|userid|username|federatedprovider|sourceidentity|resourceaccount|resourceorg)/i;

/** Whether a condition of an allow leaves the path open. */
function leavesOpen(condition: Condition, context: RequestContext): Truth {
  if (condition.unknown) return "unknown";
  if (condition.key.toLowerCase() === passedToService.toLowerCase()) return holdsForAService(condition, context);
  return truthOf(circumstances.test(condition.key));
}

/** A role need be passed to one of the services only. */
function holdsForAService(condition: Condition, context: RequestContext): Truth {
  const value = context.values.get(passedToService.toLowerCase());
  if (value?.kind !== "present") return "no";
  return any(
    value.values.map((service) =>
      conditionHolds(condition, requestContext({ [passedToService]: [service] }, absentKey), false),
    ),
  );
}

/** Whether a deny on part of the resources, or under conditions, closes the path: a deny of all but what is harmless does. */
function tiesDown(deny: Statement, context: RequestContext): Truth {
  if (deny.conditions.length === 0) return truthOf(deny.notResources !== undefined);
  return all(deny.conditions.map((condition) => deniedBy(condition, context)));
}

function deniedBy(condition: Condition, context: RequestContext): Truth {
  if (condition.unknown) return "unknown";
  if (condition.key.toLowerCase() === passedToService.toLowerCase()) return holdsForEachService(condition, context);
  return truthOf(!circumstances.test(condition.key));
}

function holdsForEachService(condition: Condition, context: RequestContext): Truth {
  const value = context.values.get(passedToService.toLowerCase());
  if (value?.kind !== "present") return "no";
  return all(
    value.values.map((service) =>
      conditionHolds(condition, requestContext({ [passedToService]: [service] }, absentKey), false),
    ),
  );
}

/** Whether a grant's resource is more than some named ones: the whole account's, or the principal itself. */
function isAtLarge(resource: ResourcePattern, step: Step): Truth {
  if (isUnknown(resource.text)) return "unknown";
  if (isEveryResource(resource)) return "yes";
  const segments = splitArn(resource.text);
  if (segments === undefined || !suitsAction(resource, step.action)) return "no";
  if (step.path.category === "self-escalation" && reachesSelf(resource, step.self)) return "yes";
  // Buckets have no type before their name: `orders/*` is what one bucket holds.
  const form = segments[2] === "s3" ? /^\*+(?:\/\*+)*$/ : /^(?:[A-Za-z-]*[/:])?\*+(?:[/:]\*+)*$/;
  return truthOf(form.test(segments[5] ?? ""));
}

/** A user's own name is all it takes to widen one's own rights. */
function reachesSelf(resource: ResourcePattern, self: string | undefined): boolean {
  if (self !== undefined && wildcardMatches(resource.pattern, self)) return true;
  return typeof resource.text === "string" && /\$\{aws:(?:username|userid)\}/i.test(resource.text);
}

/** Of actions that take several resources, those that the path is about. */
const decisiveTypes: Readonly<Record<string, readonly string[]>> = {
  "ssm:SendCommand": ["instance", "managed-instance"],
  "ssm:StartSession": ["instance", "managed-instance", "task"],
};

/** A statement on resources of another kind does not grant the action: `iam:*` on `mfa/*` passes no role. */
function suitsAction(resource: ResourcePattern, action: string): boolean {
  const facts = actionFacts(action);
  if (facts === undefined) return true;
  const decisive = decisiveTypes[action];
  const types = facts.resourceTypes.filter((type) => decisive === undefined || decisive.includes(type.name));
  return types.some((type) => mayMeet(resource, type.arn.replace(/\$\{[^}]*\}/g, "*")));
}

/** Whether a resource and an ARN pattern can mean one thing, by service and last segment: those between say where, not what. */
function mayMeet(resource: ResourcePattern, arn: string): boolean {
  const written = isUnknown(resource.text) ? undefined : splitArn(resource.text);
  const wanted = splitArn(arn);
  if (written === undefined || wanted === undefined) return true;
  return [2, 5].every((index) =>
    wildcardsOverlap(compileWildcard(written[index] ?? ""), compileWildcard(wanted[index] ?? "")),
  );
}
