import { isUnknown } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any, not } from "../core/truth";
import { conditionsHold } from "./conditions";
import type { RequestContext } from "./context";
import type { ActionElements } from "./covered-actions";
import { coverageOf } from "./covered-actions";
import type { Effect, NamedDocument, PolicyDocument, Statement } from "./document";
import { hasPolicyVariables } from "./document";
import { matchAction, matchAny, matchResource, splitArn } from "./match";
import { anyWay, matchesPrincipal, principalAccount, sameText } from "./principals";
import type { PrincipalMatch, RequestPrincipal } from "./principals";

/** One request as AWS sees it. `resource` is an ARN, or `*` for an action that has none. */
export interface AccessRequest {
  readonly principal: RequestPrincipal;
  /** Such as `s3:GetObject`. */
  readonly action: string;
  readonly resource: string | UnknownValue;
  /** The account that owns the resource. Absent: the one in the resource's ARN, else the principal's own. */
  readonly resourceAccount?: string | UnknownValue;
  readonly context: RequestContext;
}

/** All documents that bear on a request. An absent kind is one that does not exist; an empty list grants nothing. */
export interface AccessPolicies {
  readonly identity?: readonly NamedDocument[];
  /** The bucket, key, queue, topic or trust policy of the resource. For a KMS key, absent means the default key policy, which delegates to the account. */
  readonly resource?: NamedDocument;
  readonly boundary?: NamedDocument;
  readonly session?: NamedDocument;
  /** Service control policies by level (organization root, units, account): every level must allow. */
  readonly serviceControl?: readonly (readonly NamedDocument[])[];
  /** Resource control policies by level, as above. */
  readonly resourceControl?: readonly (readonly NamedDocument[])[];
}

export interface DecidingStatement {
  readonly document: string;
  readonly path: string;
  readonly sid?: string;
  readonly effect: Effect | "unknown";
}

/** `decision`: whether the request is allowed. `by`: the statements that decided. `why`: one sentence, in lower case. */
export interface AccessDecision {
  readonly decision: Truth;
  readonly by: readonly DecidingStatement[];
  readonly why: string;
}

/** Decides as AWS does: default deny, an explicit deny wins, union in one account, intersection across accounts. */
export function evaluate(request: AccessRequest, policies: AccessPolicies): AccessDecision {
  const facts = gatherFacts(request, policies);
  const denied = any(facts.denials.map((hit) => hit.truth));
  if (denied === "yes") return explicitDeny(request, facts);
  const granted = isGranted(request, policies, facts);
  const decision = all([not(denied), granted]);
  switch (decision) {
    case "yes":
      return { decision, by: facts.grants.filter(isCertain).map(describe), why: explainGrant(request, facts) };
    case "no":
      return { decision, by: [], why: explainNoGrant(request, policies, facts) };
    case "unknown":
      return { decision, by: [...facts.denials, ...facts.grants].map(describe), why: explainOpen(request, denied) };
  }
}

/** A statement that matches a request, or may. */
interface Hit {
  readonly truth: Truth;
  readonly document: NamedDocument;
  readonly statement: Statement;
  readonly effect: Effect | "unknown";
  readonly principal: PrincipalMatch;
}

interface Facts {
  readonly denials: readonly Hit[];
  readonly grants: readonly Hit[];
  readonly identity: Truth;
  readonly boundary: Truth;
  readonly session: Truth;
  readonly control: Truth;
  readonly resourceControl: Truth;
  readonly resource: readonly Hit[];
}

function gatherFacts(request: AccessRequest, policies: AccessPolicies): Facts {
  const identity = hitsOf(bearsIdentity(request) ? (policies.identity ?? []) : [], request);
  const resource = policies.resource === undefined ? [] : resourceHits(policies.resource, request);
  const limits = [policies.boundary, policies.session].map((document) =>
    hitsOf(document === undefined ? [] : [document], request),
  );
  const levels = controlLevels(request, policies).map((documents) => hitsOf(documents, request));
  const resourceLevels = (policies.resourceControl ?? []).map((documents) => resourceControlHits(documents, request));
  const everything = [...identity, ...resource, ...limits.flat(), ...levels.flat(), ...resourceLevels.flat()];
  return {
    denials: everything.filter((hit) => hit.effect !== "Allow"),
    grants: [...identity, ...resource].filter((hit) => hit.effect !== "Deny"),
    identity: isAccountRoot(request.principal) ? "yes" : allows(identity),
    boundary: policies.boundary === undefined ? "yes" : allows(limits[0] ?? []),
    session: policies.session === undefined ? "yes" : allows(limits[1] ?? []),
    control: all(levels.map(allows)),
    resourceControl: all(resourceLevels.map(allows)),
    resource,
  };
}

function bearsIdentity(request: AccessRequest): boolean {
  return request.principal.kind === "aws";
}

/** The root user has every permission of its account without a policy; SCPs bind it too. */
function isAccountRoot(principal: RequestPrincipal): boolean {
  return principal.kind === "aws" && !isUnknown(principal.arn) && splitArn(principal.arn)?.[5] === "root";
}

/** SCPs bind the users and roles of an account, not AWS services, service-linked roles and strangers. */
function controlLevels(request: AccessRequest, policies: AccessPolicies): readonly (readonly NamedDocument[])[] {
  const { principal } = request;
  if (principal.kind !== "aws") return [];
  const linked =
    !isUnknown(principal.arn) && /[:/](?:role\/aws-service-role\/|assumed-role\/AWSServiceRole)/.test(principal.arn);
  return linked ? [] : (policies.serviceControl ?? []);
}

const bearer: PrincipalMatch = { session: "yes", role: "no", account: "no", everyone: "no" };

function hitsOf(documents: readonly NamedDocument[], request: AccessRequest): readonly Hit[] {
  return documents.flatMap((document) => documentHits(document, request, () => bearer));
}

function resourceHits(document: NamedDocument, request: AccessRequest): readonly Hit[] {
  return documentHits(document, request, (statement) => matchesPrincipal(statement, request.principal));
}

/** An RCP is written with `Principal: "*"`; like a resource policy otherwise. */
function resourceControlHits(documents: readonly NamedDocument[], request: AccessRequest): readonly Hit[] {
  return documents.flatMap((document) => resourceHits(document, request));
}

function documentHits(
  document: NamedDocument,
  request: AccessRequest,
  principalOf: (statement: Statement) => PrincipalMatch,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const statement of document.document.statements) {
    if (statement.effect === undefined) continue;
    const action = coversAction(statement, request.action);
    if (action === "no") continue;
    const principal = principalOf(statement);
    const truth = all([action, anyWay(principal), statementHolds(statement, document.document, request)]);
    if (truth === "no") continue;
    const effect = isUnknown(statement.effect) ? "unknown" : statement.effect;
    hits.push({ truth: effect === "unknown" ? "unknown" : truth, document, statement, effect, principal });
  }
  return hits;
}

function statementHolds(statement: Statement, document: PolicyDocument, request: AccessRequest): Truth {
  const variables = hasPolicyVariables(document);
  const resource = coversResource(statement, request.resource, request.context, variables);
  if (resource === "no") return "no";
  return all([resource, conditionsHold(statement.conditions, request.context, variables)]);
}

/** Whether the statement's `Action` or `NotAction` covers an action. A statement with neither covers none. */
export function coversAction(statement: ActionElements, action: string): Truth {
  const listed = coverageOf(statement, action);
  if (listed !== undefined) return listed;
  if (statement.actions !== undefined) return matchAny(statement.actions, (element) => matchAction(element, action));
  if (statement.notActions === undefined) return "no";
  return not(matchAny(statement.notActions, (element) => matchAction(element, action)));
}

/** Whether `Resource` or `NotResource` covers a resource. A statement with neither, as in trust policies, covers the one it hangs on. */
export function coversResource(
  statement: Statement,
  resource: string | UnknownValue,
  context: RequestContext,
  variables: boolean,
): Truth {
  if (statement.resources !== undefined) {
    return matchAny(statement.resources, (element) => matchResource(element, resource, context, variables));
  }
  if (statement.notResources === undefined) return "yes";
  return not(matchAny(statement.notResources, (element) => matchResource(element, resource, context, variables)));
}

function allows(hits: readonly Hit[]): Truth {
  return any(hits.filter((hit) => hit.effect !== "Deny").map((hit) => hit.truth));
}

/** Whether some resource statement allows, counting only the named ways of reaching the principal. */
function resourceAllows(facts: Facts, ways: readonly (keyof PrincipalMatch)[]): Truth {
  const grants = facts.resource.filter((hit) => hit.effect !== "Deny");
  return any(grants.map((hit) => all([hit.truth, any(ways.map((way) => hit.principal[way]))])));
}

function isGranted(request: AccessRequest, policies: AccessPolicies, facts: Facts): Truth {
  const outer = all([facts.control, facts.resourceControl]);
  if (outer === "no") return "no";
  if (!bearsIdentity(request)) return all([outer, resourceAllows(facts, ["session", "role", "account", "everyone"])]);
  const same = isSameAccount(request);
  const within = same === "no" ? "no" : grantedWithin(request, policies, facts);
  const across = same === "yes" ? "no" : grantedAcross(request, policies, facts);
  return all([outer, any([all([same, within]), all([not(same), across]), all([within, across])])]);
}

function isSameAccount(request: AccessRequest): Truth {
  const account = principalAccount(request.principal);
  const owner = request.resourceAccount ?? accountOfArn(request.resource);
  if (owner === undefined) return "yes";
  return sameText(account, owner);
}

/** `undefined` where the ARN names no account, as those of S3 do, and for `*`. */
function accountOfArn(resource: string | UnknownValue): string | UnknownValue | undefined {
  if (isUnknown(resource)) return undefined;
  const account = splitArn(resource)?.[4];
  return account === "" ? undefined : account;
}

/** What identity policies, boundary and session policy give together. */
function identityGrants(facts: Facts): Truth {
  return all([facts.identity, facts.boundary, facts.session]);
}

/**
 * In one account either side suffices. A boundary or session policy also limits what a resource policy grants to a
 * role, but not what it grants to a user or to a role session by name; for `*` AWS does not say.
 */
function grantedWithin(request: AccessRequest, policies: AccessPolicies, facts: Facts): Truth {
  const limits = all([facts.boundary, facts.session]);
  const everyone = all([resourceAllows(facts, ["everyone"]), limits === "yes" ? "yes" : "unknown"]);
  const direct = any([
    resourceAllows(facts, ["session"]),
    all([resourceAllows(facts, ["role"]), limits]),
    guardsItself(request) && facts.identity !== "yes" ? all([everyone, "unknown"]) : everyone,
  ]);
  if (!guardsItself(request)) return any([direct, identityGrants(facts)]);
  return any([direct, all([delegates(request, policies, facts), identityGrants(facts)])]);
}

/** Keys and roles: IAM policies count only as far as the key policy or trust policy lets them. */
function guardsItself(request: AccessRequest): boolean {
  return isKeyRequest(request) || isRoleAssumption(request);
}

/** `kms:ListKeys` and the like have no key, and so no key policy. */
function isKeyRequest(request: AccessRequest): boolean {
  return request.resource !== "*" && request.action.toLowerCase().startsWith("kms:");
}

function isRoleAssumption(request: AccessRequest): boolean {
  return /^sts:(?:assumerole|tagsession|setsourceidentity)/i.test(request.action);
}

function delegates(request: AccessRequest, policies: AccessPolicies, facts: Facts): Truth {
  if (policies.resource === undefined) return isKeyRequest(request) ? "yes" : "unknown";
  return resourceAllows(facts, ["account", "role", "session", "everyone"]);
}

/** Across accounts both sides must allow. A role always has a trust policy: one that is not given is not known. */
function grantedAcross(request: AccessRequest, policies: AccessPolicies, facts: Facts): Truth {
  const missing = policies.resource === undefined && isRoleAssumption(request);
  const resource = missing ? "unknown" : resourceAllows(facts, ["session", "role", "account", "everyone"]);
  return all([identityGrants(facts), resource]);
}

function isCertain(hit: Hit): boolean {
  return hit.truth === "yes";
}

function describe(hit: Hit): DecidingStatement {
  const { sid, path } = hit.statement;
  return { document: hit.document.name, path, ...(sid === undefined ? {} : { sid }), effect: hit.effect };
}

/** A statement as a message quotes it. */
function quote(hit: Hit): string {
  const { sid, path } = hit.statement;
  return `${hit.document.name} (${sid === undefined ? path || "the whole document" : `\`${sid}\``})`;
}

function explicitDeny(request: AccessRequest, facts: Facts): AccessDecision {
  const hits = facts.denials.filter(isCertain);
  const [first] = hits;
  const where = first === undefined ? "a policy" : quote(first);
  return { decision: "no", by: hits.map(describe), why: `\`${request.action}\` is denied explicitly by ${where}` };
}

function explainGrant(request: AccessRequest, facts: Facts): string {
  const first = facts.grants.find(isCertain);
  return `\`${request.action}\` is allowed${first === undefined ? "" : ` by ${quote(first)}`}`;
}

function explainOpen(request: AccessRequest, denied: Truth): string {
  const what = denied === "unknown" ? "a statement that may deny it" : "what may allow it";
  return `whether \`${request.action}\` is allowed is open: ${what} depends on values that are not known yet`;
}

function explainNoGrant(request: AccessRequest, policies: AccessPolicies, facts: Facts): string {
  const action = `\`${request.action}\``;
  if (facts.control === "no") return `no service control policy allows ${action} at every level`;
  if (facts.resourceControl === "no") return `no resource control policy allows ${action} at every level`;
  if (!bearsIdentity(request))
    return `no statement of ${nameOfResourcePolicy(policies)} allows ${action} to this principal`;
  if (facts.identity === "yes" && facts.boundary === "no") return `the permissions boundary does not allow ${action}`;
  if (facts.identity === "yes" && facts.session === "no") return `the session policy does not allow ${action}`;
  const resource = resourceAllows(facts, ["session", "role", "account", "everyone"]);
  if (facts.identity === "yes")
    return `the identity policies allow ${action}, but ${nameOfResourcePolicy(policies)} does not`;
  if (resource === "yes") return `${nameOfResourcePolicy(policies)} allows ${action}, but no identity policy does`;
  return `no policy allows ${action}`;
}

function nameOfResourcePolicy(policies: AccessPolicies): string {
  return policies.resource?.name ?? "a resource policy";
}
