import { type AccessPolicies, type AccessRequest, evaluate } from "../../access/evaluate";
import { type KnownText, logGroupUsesKey, serviceAssumes } from "../../access/service-requests";
import { absentKey, requestContext } from "../../access/context";
import { parsePolicy } from "../../access/parse";
import { isUnknown, unknownValue } from "../../core/properties";
import { valueOf, withDefault } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { globMatches } from "../../core/wildcard";
import { parseArn, withoutStreams } from "../arn";
import { type TrailView } from "../cloudtrail/trail";
import { arnOf } from "../delivery/arns";
import { givenByProgram } from "../given";
import { principalAt } from "../iam/principals";
import { Role } from "../iam/role";
import { keyReference } from "../kms/key-reference";
import { type KeyView } from "../kms/key";
import { policyOfKey } from "../kms/key-policy";
import { regionOf, sameRegion } from "../location";
import { LogGroup } from "../logs/log-group";
import { type Reference, referenceOf } from "../references";
import { accountOfArn, policyAllows, textOf } from "./grants";
import { type Link, broken, unproven, weakest } from "./link";

type LogGroupView = ReturnType<typeof LogGroup.view>;
type RoleView = ReturnType<typeof Role.view>;

/**
 * Where a trail's records go: a log group of the stack, or one outside it by its name. `vouchedFor`: the settings say
 * that alarms of other stacks watch it.
 */
export type Destination =
  | { readonly kind: "group"; readonly group: LogGroupView; readonly vouchedFor: boolean }
  | { readonly kind: "external"; readonly groupName: string; readonly vouchedFor: boolean };

/** What a trail does with its records, whatever they say. */
export interface Delivery {
  readonly link: Link;
  /** Absent where the trail has no log group, or one that is not known. */
  readonly destination?: Destination;
}

/** How a trail delivers to CloudWatch Logs: the group, the role that writes to it, and the group's key. */
export function deliveryOf(stack: Stack, settings: Settings, trail: TrailView): Delivery {
  const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
  const hop = { from: trail.urn, to: "", place: reference.place };
  switch (reference.kind) {
    case "resource":
      return toGroup(stack, settings, trail, LogGroup.view(reference.resource));
    case "external":
      return toExternal(stack, settings, trail, reference);
    case "absent":
      return {
        link: { ...broken(hop, `trail \`${trail.name}\` delivers to no log group`, toNoGroup), reportedBy: noDelivery },
      };
    case "unknown":
      return { link: unproven(hop, `which log group trail \`${trail.name}\` delivers to is not known yet`) };
  }
}

const noDelivery = "cloudtrail-require-cloudwatch-logs";
const toNoGroup =
  "Set `cloudWatchLogsGroupArn` (the group's ARN and `:*`) and `cloudWatchLogsRoleArn`, or declare a rule on the default event bus.";

/** One thing that must hold for the records to arrive. */
type Condition = Pick<Link, "truth" | "what" | "place"> & Pick<Partial<Link>, "fix" | "reportedBy">;

function toGroup(stack: Stack, settings: Settings, trail: TrailView, group: LogGroupView): Delivery {
  const conditions = [
    groupIsNear(trail, group),
    groupTakesFilters(group),
    roleWrites(stack, trail, group.resource),
    keyAdmitsLogs(stack, group),
  ];
  const what = `log group \`${group.name}\``;
  const link = linkOf(trail, group.urn, conditions, { what, place: trail.cloudWatchLogsGroupArn.place });
  return { link, destination: { kind: "group", group, vouchedFor: isWatchedElsewhere(settings, group) } };
}

function toExternal(
  stack: Stack,
  settings: Settings,
  trail: TrailView,
  reference: Extract<Reference, { kind: "external" }>,
): Delivery {
  const { text, place } = reference;
  if (text === undefined) {
    const hop = { from: trail.urn, to: "", place };
    return { link: unproven(hop, `trail \`${trail.name}\` delivers to a log group outside the stack`) };
  }
  const groupName = groupNameOf(text);
  const vouchedFor = isExternalGroup(settings, text);
  const what = `log group \`${groupName}\` outside the stack`;
  const vouched: Condition = vouchedFor
    ? { truth: "yes", what, place }
    : {
        truth: "unknown",
        what: `${what}, which cannot be seen: name it in the setting \`externalLogGroups\` if alarms watch it`,
        place,
      };
  const link = linkOf(trail, "", [vouched, roleWrites(stack, trail, undefined)], { what, place });
  const assumption = `alarms watch log group \`${groupName}\` outside the stack`;
  const taken = link.truth === "yes" ? [assumption] : [];
  return { link: { ...link, assumptions: taken }, destination: { kind: "external", groupName, vouchedFor } };
}

/** Whether the settings name a log group outside the stack, by its name or its ARN. */
export function isExternalGroup({ externalLogGroups }: Settings, text: string): boolean {
  const names = [withoutStreams(text), groupNameOf(text)];
  return externalLogGroups.some((pattern) => names.some((name) => globMatches(withoutStreams(pattern), name)));
}

/** Whether the settings name a log group of the stack; by its name alone while its ARN is not known. */
function isWatchedElsewhere(settings: Settings, { resource, groupName }: LogGroupView): boolean {
  const arn = textOf(resource, "arn");
  if (!isUnknown(arn) && isExternalGroup(settings, arn)) return true;
  const name = valueOf(groupName);
  if (name === undefined) return false;
  return settings.externalLogGroups.some((pattern) => {
    const known = isUnknown(arn) ? groupNameOf(withoutStreams(pattern)) : pattern;
    return globMatches(known, name);
  });
}

/** The name in a log group's ARN; a text that is no ARN is a name already. */
export function groupNameOf(text: string): string {
  const resource = parseArn(text)?.resource;
  return resource === undefined ? text : (/^log-group:([^:]+)/.exec(resource)?.[1] ?? text);
}

function linkOf(
  trail: TrailView,
  to: string,
  conditions: readonly Condition[],
  otherwise: Pick<Link, "what" | "place">,
): Link {
  const decided = weakest(conditions) ?? { truth: "yes" as const, ...otherwise };
  return { from: trail.urn, to, assumptions: [], named: otherwise.what, ...decided };
}

/** CloudTrail delivers to a group in the trail's own region only (CloudTrail user guide, 2026-11). */
function groupIsNear(trail: TrailView, group: LogGroupView): Condition {
  const truth = sameRegion(trail.resource, group.resource);
  const what =
    truth === "no"
      ? `log group \`${group.name}\` is in another region than trail \`${trail.name}\``
      : `whether log group \`${group.name}\` is in the region of trail \`${trail.name}\` is not known`;
  return {
    truth,
    what,
    fix: "Declare the log group in the trail's region.",
    place: trail.cloudWatchLogsGroupArn.place,
  };
}

/** AWS says that the other classes have fewer features, without saying of metric filters that they are among those. */
function groupTakesFilters(group: LogGroupView): Condition {
  const logGroupClass = withDefault(givenByProgram(group.resource, group.logGroupClass), "STANDARD");
  const standard = logGroupClass.kind === "known" && logGroupClass.value === "STANDARD";
  const what = `whether log group \`${group.name}\` of class \`${valueOf(logGroupClass) ?? "unknown"}\` takes metric filters is not documented`;
  return { truth: standard ? "yes" : "unknown", what, place: logGroupClass.place };
}

/** `group` is the group's resource; absent for one outside the stack. */
function roleWrites(stack: Stack, trail: TrailView, group: Resource | undefined): Condition {
  const { cloudWatchLogsRoleArn, name } = trail;
  const { place } = cloudWatchLogsRoleArn;
  const reference = referenceOf(stack, trail.resource, cloudWatchLogsRoleArn, Role.types);
  switch (reference.kind) {
    case "absent": {
      const fix = "Set `cloudWatchLogsRoleArn` to a role that CloudTrail may assume and that may write to the group.";
      return {
        truth: "no",
        what: `trail \`${name}\` has no role to write to its log group with`,
        fix,
        reportedBy: noDelivery,
        place,
      };
    }
    case "external":
      return { truth: "unknown", what: `the role of trail \`${name}\` is outside the stack`, place };
    case "unknown":
      return { truth: "unknown", what: `the role of trail \`${name}\` is known only after deployment`, place };
    case "resource": {
      const role = Role.view(reference.resource);
      const trusts = trustsTrail(stack, trail, role);
      return trusts.truth === "no" ? trusts : worse(trusts, mayWrite(stack, trail, role, group));
    }
  }
}

function worse(first: Condition, second: Condition): Condition {
  return second.truth === "no" || first.truth === "yes" ? second : first;
}

function trustsTrail(stack: Stack, trail: TrailView, role: RoleView): Condition {
  const fix =
    "Add to `assumeRolePolicy` a statement that allows `sts:AssumeRole` to `Service: cloudtrail.amazonaws.com`.";
  const source = arnOf(stack, trail.resource);
  const service = "cloudtrail.amazonaws.com";
  const request = serviceAssumes({ service, role: arnOf(stack, role.resource), source, account: accountOfArn(source) });
  const { truth, why, place } = policyAllows(role.assumeRolePolicy, "a trust policy", [request], fix);
  return { truth, what: `role \`${role.name}\` ${why}`, fix, reportedBy: "cloudtrail-require-role-access", place };
}

/** What CloudTrail does in the group, on a stream of the trail's account and region. */
const writing = ["logs:CreateLogStream", "logs:PutLogEvents"] as const;

function mayWrite(stack: Stack, trail: TrailView, role: RoleView, group: Resource | undefined): Condition {
  const place = principalAt(stack, role.resource)?.documents[0]?.place ?? role.place;
  const policies = policiesOf(stack, role);
  const streams = streamsOf(stack, trail, group);
  const answers = writing.map((action) => mayOn(streams, roleRequest(stack, role, action), policies));
  const { decision: truth, why } = answers.find(({ decision }) => decision === "no") ??
    answers.find(({ decision }) => decision === "unknown") ?? { decision: "yes", why: "" };
  const fix =
    "Give the role a policy that allows `logs:CreateLogStream` and `logs:PutLogEvents` on the group's ARN followed by `:log-stream:*`.";
  const what = `role \`${role.name}\` may not write to the log group: ${why}`;
  return { truth, what, fix, reportedBy: "cloudtrail-require-role-access", place };
}

/** Where the answers for the streams differ, it depends on what the stream is called. */
function mayOn(streams: readonly KnownText[], request: Omit<AccessRequest, "resource">, policies: AccessPolicies) {
  const [first, ...others] = streams.map((resource) => evaluate({ ...request, resource }, policies));
  if (!first) return { decision: "unknown" as const, why: "its streams are not known" };
  if (others.every(({ decision }) => decision === first.decision)) return first;
  const why = `whether \`${request.action}\` is allowed depends on the organization's id`;
  return { decision: "unknown" as const, why };
}

function policiesOf(stack: Stack, role: RoleView): AccessPolicies {
  const principal = principalAt(stack, role.resource);
  const documents = principal?.documents ?? [];
  const rest = { name: `what else reaches role \`${role.name}\``, document: parsePolicy(unknownValue) };
  const identity = principal?.complete === "yes" ? documents : [...documents, rest];
  switch (principal?.boundary.kind) {
    case undefined:
    case "none":
      return { identity };
    case "document":
      return { identity, boundary: principal.boundary.document };
    case "external":
    case "unknown":
      return {
        identity,
        boundary: { name: `the boundary of role \`${role.name}\``, document: parsePolicy(unknownValue) },
      };
  }
}

function roleRequest(stack: Stack, role: RoleView, action: string): Omit<AccessRequest, "resource"> {
  const arn = arnOf(stack, role.resource);
  const context = requestContext(
    { "aws:SecureTransport": "true", "aws:PrincipalArn": arn, "aws:PrincipalIsAWSService": "false" },
    absentKey,
  );
  return { principal: { kind: "aws", arn }, action, context };
}

/**
 * `<group>:log-stream:<account>_CloudTrail_<region>` and a suffix; an organization's trail puts the organization's id
 * before it. Source: CloudTrail user guide, "Role policy document for CloudTrail to use CloudWatch Logs", 2026-11.
 */
function streamsOf(stack: Stack, trail: TrailView, group: Resource | undefined): readonly KnownText[] {
  const arn = group ? arnOf(stack, group) : (valueOf(trail.cloudWatchLogsGroupArn) ?? unknownValue);
  const account = accountOfArn(arnOf(stack, trail.resource));
  const region = valueOf(regionOf(trail.resource));
  if (isUnknown(arn) || isUnknown(account) || region === undefined) return [unknownValue];
  const own = `${account}_CloudTrail_${region}`;
  const names = valueOf(trail.isOrganizationTrail) === false ? [own] : [own, `o-a1b2c3d4e5_${own}`];
  return names.map((name) => `${withoutStreams(arn)}:log-stream:${name}`);
}

function keyAdmitsLogs(stack: Stack, group: LogGroupView): Condition {
  const reference = keyReference(stack, group.resource, group.kmsKeyId);
  const { place } = reference;
  switch (reference.kind) {
    case "absent":
      return { truth: "yes", what: "", place };
    case "awsManaged":
    case "external":
    case "unknown":
      return {
        truth: "unknown",
        what: `the key of log group \`${group.name}\` is outside the stack or known only after deployment`,
        place,
      };
    case "key":
      return keyWorks(stack, group, reference.key);
  }
}

function keyWorks(stack: Stack, group: LogGroupView, key: KeyView): Condition {
  const named = `log group \`${group.name}\` is encrypted with key \`${key.name}\``;
  const { isEnabled } = key;
  if (isEnabled.kind === "known" && !isEnabled.value) {
    const what = `${named}, which is disabled`;
    return { truth: "no", what, fix: "Enable the key.", reportedBy: "kms-no-disabled-key", place: isEnabled.place };
  }
  if (isEnabled.kind === "unknown")
    return { truth: "unknown", what: `${named}, and whether it is enabled is not known`, place: isEnabled.place };
  const fix =
    "Allow `kms:Encrypt*`, `kms:Decrypt*`, `kms:ReEncrypt*`, `kms:GenerateDataKey*` and `kms:Describe*` to `logs.<region>.amazonaws.com` in the key's policy.";
  const policy = policyOfKey(stack, key);
  const reportedBy = "logs-require-key-access";
  if (policy.kind === "absent") {
    const what = `${named}, whose default policy lets no service use it`;
    return { truth: "no", what, fix, reportedBy, place: key.place };
  }
  const requests = logGroupUsesKey({
    arn: arnOf(stack, group.resource),
    region: valueOf(regionOf(group.resource)) ?? unknownValue,
    key: textOf(key.resource, "arn"),
  });
  const { truth, why, place } = policyAllows(policy, "a policy", requests, fix);
  return { truth, what: `${named}, which ${why}`, fix, reportedBy, place };
}
