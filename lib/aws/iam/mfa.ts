import { conditionsHold } from "../../access/conditions";
import { actionsOf } from "../../access/ask";
import { type ContextValue, absentKey, requestContext, undeterminedKey } from "../../access/context";
import { type NamedDocument, type PolicyDocument, type Statement, hasPolicyVariables } from "../../access/document";
import { type AccessPolicies, evaluate } from "../../access/evaluate";
import { parsePolicy } from "../../access/parse";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, any, truthOf } from "../../core/truth";
import { accountOfResource } from "../accounts";
import { type DocumentRead } from "../policy-document";
import { referrersTo, referring } from "../references";
import { AccessKey } from "./access-key";
import { membershipsOfUser } from "./memberships";
import { type Principal, principalsOf } from "./principals";
import { User } from "./user";
import { UserLoginProfile } from "./user-login-profile";

/** Something that a principal can do without a second factor. */
export interface WithoutMfa {
  readonly principal: Principal;
  /** `yes`, or `unknown` where what is not known yet may forbid or allow it. */
  readonly truth: Truth;
  /** The principal as a whole. */
  readonly place: Place;
  readonly action: string;
  /** The document that allows it, and its statement. */
  readonly document: string;
  readonly statement: string;
}

/**
 * How a request says whether there was a second factor: a console session says `false`, a request signed with an access
 * key says nothing (IAM user guide, "AWS global condition context keys", read 2026-11).
 */
type Presence = "true" | "false" | "absent";

const mfaKey = "aws:multifactorauthpresent";

function presenceValue(presence: Presence): ContextValue {
  return presence === "absent" ? absentKey : { kind: "present", values: [presence] };
}

function contextOf(presence: Presence) {
  return requestContext(
    {
      [mfaKey]: presenceValue(presence),
      "aws:MultiFactorAuthAge": presence === "true" ? undeterminedKey : absentKey,
      "aws:username": "somebody",
      "aws:PrincipalType": "User",
      "aws:SecureTransport": "true",
      "aws:ViaAWSService": "false",
    },
    undeterminedKey,
  );
}

/** Rights with which somebody gives themselves all others. */
const powers: readonly (readonly [action: string, resource: string])[] = [
  ["iam:AttachUserPolicy", "user/somebody-else"],
  ["iam:PutUserPolicy", "user/somebody-else"],
  ["iam:CreateAccessKey", "user/somebody-else"],
  ["iam:UpdateLoginProfile", "user/somebody-else"],
  ["iam:AddUserToGroup", "group/administrators"],
  ["iam:AttachGroupPolicy", "group/administrators"],
  ["iam:PutGroupPolicy", "group/administrators"],
  ["iam:AttachRolePolicy", "role/administrator"],
  ["iam:PutRolePolicy", "role/administrator"],
  ["iam:UpdateAssumeRolePolicy", "role/administrator"],
  ["iam:CreatePolicyVersion", "policy/any"],
];

/** Console users and groups of the stack that can give themselves all rights without a second factor. */
export function privilegedWithoutMfa(stack: Stack): readonly WithoutMfa[] {
  return principalsOf(stack).flatMap((principal) => {
    if (principal.kind === "group") return decided(principal, powersWithout(stack, principal, ["false"]));
    const own = ({ document }: WithoutMfa) => !isThroughGroup(principal, document);
    const { certain, possible } = presencesOf(stack, principal);
    const found = firstOf(powersWithout(stack, principal, certain).filter(own));
    if (found.length > 0 || certain.length + possible.length === 0) return found;
    return decided(principal, opened(powersWithout(stack, principal, possible).filter(own)));
  });
}

/** What is found, or else an open question where a preview cannot tell what the principal may do. */
function decided(principal: Principal, found: readonly WithoutMfa[]): readonly WithoutMfa[] {
  if (found.length > 0 || !principal.isOpen) return firstOf(found);
  const place = { urn: principal.resource.urn, path: "" };
  return [{ principal, truth: "unknown", place, action: "", document: "", statement: "" }];
}

/** It is not known yet whether requests look like this at all. */
function opened(found: readonly WithoutMfa[]): readonly WithoutMfa[] {
  return found.map((each) => ({ ...each, truth: "unknown" }));
}

/** Console users of the stack without such rights that can do more than look after their own credentials without a second factor. */
export function consoleUsersWithoutMfa(stack: Stack): readonly WithoutMfa[] {
  return principalsOf(stack).flatMap((principal) => {
    const { certain, possible } = presencesOf(stack, principal);
    const presences = [...certain, ...possible].filter((presence) => presence === "false");
    if (presences.length === 0 || powersWithout(stack, principal, presences).length > 0) return [];
    const found = probesOf(principal).flatMap((probe) => tried(stack, principal, probe, presences));
    // Of a document that is not known yet there is nothing to ask.
    const isOpen = principal.isOpen || hasUnknownParts({ identity: principal.documents });
    return decided({ ...principal, isOpen }, certain.length > 0 ? found : opened(found));
  });
}

/** A certain one before one that is open. */
function firstOf(found: readonly WithoutMfa[]): readonly WithoutMfa[] {
  const first = found.find(({ truth }) => truth === "yes") ?? found[0];
  return first === undefined ? [] : [first];
}

function powersWithout(stack: Stack, principal: Principal, presences: readonly Presence[]): readonly WithoutMfa[] {
  const account = accountOfResource(stack, principal.resource) ?? "123456789012";
  return powers.flatMap(([action, resource]) =>
    tried(stack, principal, { action, resource: `arn:aws:iam::${account}:${resource}` }, presences),
  );
}

function isThroughGroup(principal: Principal, document: string): boolean {
  return principal.documents.some(({ name, group }) => name === document && group !== undefined);
}

const loginProfiles = referring(UserLoginProfile.types, "user", User.types);
const accessKeys = referring(AccessKey.types, "user", User.types);

interface Presences {
  readonly certain: readonly Presence[];
  /** Those of a password or a key of which it is not known yet whose it is. */
  readonly possible: readonly Presence[];
}

/** How requests of a user may look without a second factor; none for one that has no console password. */
function presencesOf(stack: Stack, { kind, resource }: Principal): Presences {
  const passwords = referrersTo(stack, resource, loginProfiles);
  if (kind !== "user" || passwords.certain.length + passwords.possible.length === 0)
    return { certain: [], possible: [] };
  const keys = referrersTo(stack, resource, accessKeys);
  const certain: readonly Presence[] = keys.certain.length === 0 ? ["false"] : ["false", "absent"];
  const possible: readonly Presence[] = keys.possible.length === 0 ? [] : ["absent"];
  return passwords.certain.length > 0 ? { certain, possible } : { certain: [], possible: [...certain, ...possible] };
}

interface Probe {
  readonly action: string;
  readonly resource: string;
  /** An AWS managed policy whose contents are not at hand, and which allows something of which the probe stands for all. */
  readonly more?: NamedDocument;
}

function tried(
  stack: Stack,
  principal: Principal,
  probe: Probe,
  presences: readonly Presence[],
): readonly WithoutMfa[] {
  return presences.flatMap((presence) => {
    const policies = policiesOf(principal, probe.more);
    const { action, resource } = probe;
    const request = { principal: asker(principal.resource), action, resource, context: contextOf(presence) };
    const { decision, by } = evaluate(request, policies);
    if (decision === "no" || (decision === "unknown" && !hasUnknownParts(policies))) return [];
    const [first] = by;
    const truth = decision === "yes" && mayBeForbidden(stack, principal) === "no" ? "yes" : "unknown";
    const place = { urn: principal.resource.urn, path: "" };
    const statement = first?.sid ?? first?.path ?? "";
    return [{ principal, truth, place, action, document: first?.document ?? "", statement }];
  });
}

function asker({ properties }: Resource) {
  const arn = properties["arn"];
  const known = typeof arn === "string" ? arn : "arn:aws:iam::123456789012:user/somebody";
  return { kind: "aws", arn: known } as const;
}

function policiesOf({ documents, boundary }: Principal, more: NamedDocument | undefined): AccessPolicies {
  const identity = more === undefined ? documents : [...documents, more];
  return boundary.kind === "document" ? { identity, boundary: boundary.document } : { identity };
}

function hasUnknownParts({ identity = [], boundary }: AccessPolicies): boolean {
  const all = boundary === undefined ? identity : [...identity, boundary];
  return all.some(({ document }) => document.unknownParts.length > 0);
}

/** Whether something that cannot be seen may forbid what is seen to be allowed: a policy, group or boundary elsewhere. */
function mayBeForbidden(stack: Stack, principal: Principal): Truth {
  const { kind, resource, managedPolicies, boundary, isOpen } = principal;
  if (boundary.kind === "external" || boundary.kind === "unknown") return "unknown";
  if (isOpen) return "unknown";
  if (managedPolicies.some(({ policy }) => policy.kind === "external" || policy.kind === "unknown")) return "unknown";
  const memberships = kind === "user" ? membershipsOfUser(stack, resource).certain : [];
  return memberships.some(({ group }) => group.kind !== "resource") ? "unknown" : "no";
}

/**
 * What a user must be able to do in order to sign in with a second factor at all, or may do to their own credentials
 * (IAM user guide, "Allows MFA-authenticated IAM users to manage their own credentials", read 2026-11).
 */
const ownCredentials =
  /^(?:iam:(?:get|list|changepassword|createvirtualmfadevice|enablemfadevice|resyncmfadevice|deletevirtualmfadevice|deactivatemfadevice)|sts:get)/i;

/** More questions are not asked of one statement, and of one principal. */
const probesPerStatement = 5;
const longestProbing = 60;

function probesOf({ documents, managedPolicies }: Principal): readonly Probe[] {
  const written = documents.flatMap(({ document }) => document.statements.flatMap(probesOfStatement));
  const managed = managedPolicies.flatMap(({ policy }) =>
    policy.kind === "aws" ? probeOfManaged(policy.policyName) : [],
  );
  return [...managed, ...written].slice(0, longestProbing);
}

function probesOfStatement(statement: Statement): readonly Probe[] {
  if (statement.effect === "Deny" || statement.effect === undefined) return [];
  const [resource] = statement.resources ?? [{ value: "*" }];
  const text = resource === undefined || isUnknown(resource.value) ? "*" : resource.value;
  const actions = actionsOf(statement).filter(({ name }) => !ownCredentials.test(name));
  return actions.slice(0, probesPerStatement).map(({ name }) => ({ action: name, resource: text }));
}

/** Managed policies that give nothing but one's own credentials, or nothing at all. */
const harmlessPolicies = [
  "AWSDenyAll",
  "IAMSelfManageServiceSpecificCredentials",
  "IAMUserChangePassword",
  "IAMUserSSHKeys",
];

const anything = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "ec2:DescribeInstances", Resource: "*" }],
});

function probeOfManaged(policyName: string): readonly Probe[] {
  if (harmlessPolicies.includes(policyName)) return [];
  const more = { name: `AWS managed policy \`${policyName}\``, document: anything };
  return [{ action: "ec2:DescribeInstances", resource: "*", more }];
}

/** How a condition on the second factor fails to do what it is there for. */
export type MfaGap =
  "allowsKeys" | "allowsAll" | "allowsOnlyWithout" | "deniesOnlyKeys" | "deniesOnlySessions" | "deniesOnlyWith";

export interface StatementWithGap {
  readonly statement: Statement;
  readonly gap: MfaGap;
}

/** The statements of a document whose conditions on the second factor go wrong; none for one that is not known. */
export function mfaGaps(read: DocumentRead): readonly StatementWithGap[] {
  if (read.kind !== "known") return [];
  return read.value.statements.flatMap((statement) => {
    const gap = mfaGap(statement, read.value);
    return gap === undefined ? [] : [{ statement, gap }];
  });
}

/** The way in which a statement's conditions on the second factor go wrong, if they do. */
function mfaGap(statement: Statement, document: PolicyDocument): MfaGap | undefined {
  const conditions = statement.conditions.filter(({ unknown, key }) => !unknown && key.toLowerCase() === mfaKey);
  if (conditions.length === 0) return undefined;
  const holds = (presence: Presence) =>
    conditionsHold(conditions, contextOf(presence), hasPolicyVariables(document)) === "yes";
  const reached = { with: holds("true"), without: holds("false"), absent: holds("absent") };
  if (statement.effect === "Allow") return gapOfAllow(reached);
  return statement.effect === "Deny" ? gapOfDeny(statement, document, reached) : undefined;
}

interface Reached {
  readonly with: boolean;
  readonly without: boolean;
  readonly absent: boolean;
}

function gapOfAllow(reached: Reached): MfaGap | undefined {
  if (reached.without) return reached.with ? "allowsAll" : "allowsOnlyWithout";
  return reached.with && reached.absent ? "allowsKeys" : undefined;
}

function gapOfDeny(statement: Statement, document: PolicyDocument, reached: Reached): MfaGap | undefined {
  if (reached.with && !reached.without) return "deniesOnlyWith";
  if (reached.without === reached.absent) return undefined;
  const missing: Presence = reached.without ? "absent" : "false";
  const others = document.statements.filter((other) => other !== statement && other.effect === "Deny");
  if (others.some((other) => deniesUnder(other, document, missing))) return undefined;
  return reached.without ? "deniesOnlySessions" : "deniesOnlyKeys";
}

/** Whether another denial is about the second factor, and fills the gap. */
function deniesUnder({ conditions }: Statement, document: PolicyDocument, presence: Presence): boolean {
  if (conditions.length === 0 || conditions.some(({ key }) => key.toLowerCase() !== mfaKey)) return false;
  return conditionsHold(conditions, contextOf(presence), hasPolicyVariables(document)) === "yes";
}

/** Whether a statement's conditions let nobody in without a second factor. */
export function requiresMfa(statement: Statement, document: PolicyDocument): Truth {
  const conditions = statement.conditions.filter(({ unknown, key }) => unknown || key.toLowerCase() === mfaKey);
  const variables = hasPolicyVariables(document);
  const open = (["false", "absent"] as const).map((presence) =>
    conditionsHold(conditions, contextOf(presence), variables),
  );
  if (any(open) === "yes") return "no";
  return truthOf(open.every((truth) => truth === "no")) === "yes" ? "yes" : "unknown";
}
