import { requestContext, undeterminedKey } from "../../access/context";
import {
  type AccessDecision,
  type AccessPolicies,
  type AccessRequest,
  coversAction,
  evaluate,
} from "../../access/evaluate";
import { type Claim, claim, some } from "../../core/claim";
import { isUnknown, ownProperty, unknownValue } from "../../core/properties";
import { type Place, placeBelow } from "../../core/read";
import { type StackSubject, nowhere } from "../../core/policy";
import { type Resource, type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { type Truth, any } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { accountOfResource } from "../accounts";
import { textOf } from "../alarms/grants";
import { responders } from "../alarms/responders";
import { type Principal, principalsOf } from "../iam/principals";
import { principalLabel } from "../iam/rights";
import { Role } from "../iam/role";
import { LambdaFunction } from "../lambda/function";
import { type Reference, referenceOf } from "../references";
import { Trail } from "../cloudtrail/trail";
import { accountsNamedIn, arnIn, someAccount } from "./arns";
import { type Attack, type Evidence, evidenceIn } from "./evidence";

/** What a principal can do to the evidence of its stack. */
export interface Tamperer {
  /** "role `ci`". */
  readonly label: string;
  /** `no` where it can do nothing. The place is the statement that gives the gravest permission. */
  readonly spares: Claim;
  /** The gravest permissions, and how many more there are. */
  readonly permissions: string;
  /** The statement that gives the first of them: "statement `All` of inline policy `deploy`". */
  readonly grant: string;
  /** What to do about that statement: "Narrow statement `All` of inline policy `deploy`". */
  readonly change: string;
}

/** The stack's principals, without those that the settings name as administrators of logs or that answer to tampering. */
export const tamperers: StackSubject<Tamperer> = {
  scope: "stack",
  types: Trail.types,
  *select(stack, settings) {
    if (evidenceIn(stack).length === 0) return;
    const functions = possibleResponders(stack, settings);
    for (const principal of principalsOf(stack)) {
      const { resource } = principal;
      const excepted = some(isNamed(resource, settings.logAdministrators), isResponder(resource, functions));
      if (excepted.truth === "yes") continue;
      const tamperer = tampererOf(stack, principal);
      yield { ...tamperer, spares: some(tamperer.spares, excepted) };
    }
  },
};

/** By logical name, physical name or ARN. A name that a preview does not know may be any. */
function isNamed(resource: Resource, patterns: readonly string[]): Claim {
  const texts = ["name", "arn"]
    .map((property) => textOf(resource, property))
    .filter((text) => typeof text === "string");
  const named = [resource.name, ...texts].some((text) => patterns.some((pattern) => globMatches(pattern, text)));
  const isOpen = ["name", "path"].some((property) => isUnknown(ownProperty(resource.properties, property)));
  return claim(named ? "yes" : isOpen && patterns.length > 0 ? "unknown" : "no", { urn: resource.urn, path: "name" });
}

/** A function that restores what somebody has switched off, or may do so: its tags are not known yet. */
interface PossibleResponder {
  readonly subject: ReturnType<typeof LambdaFunction.view>;
  readonly isCertain: boolean;
  readonly role: Reference;
}

function possibleResponders(stack: Stack, settings: Settings): readonly PossibleResponder[] {
  const certain = new Set([...responders.select(stack, settings)].map(({ subject }) => subject.urn));
  return LambdaFunction.allIn(stack)
    .filter(({ urn, tags }) => certain.has(urn) || tags.kind === "unknown")
    .map((subject) => ({
      subject,
      isCertain: certain.has(subject.urn),
      role: referenceOf(stack, subject.resource, subject.role, Role.types),
    }));
}

/** Whether it is the role of such a function: `alarms-require-able-responder` judges those. */
function isResponder(resource: Resource, functions: readonly PossibleResponder[]): Claim {
  const hasRole = ({ role }: PossibleResponder) => role.kind === "resource" && role.resource === resource;
  if (functions.some((each) => each.isCertain && hasRole(each))) return claim("yes", { urn: resource.urn, path: "" });
  const open = functions.find((each) => each.role.kind === "unknown" || (hasRole(each) && !each.isCertain));
  if (!open || !Role.shows(resource)) return claim("no", nowhere);
  const { tags, role } = open.subject;
  return claim("unknown", tags.kind === "unknown" ? tags.place : role.place);
}

/** How many permissions a message names. */
const longestList = 3;

function tampererOf(stack: Stack, principal: Principal): Tamperer {
  const label = principalLabel(principal);
  const place = { urn: principal.resource.urn, path: "" };
  const permissions = permissionsOf(stack, principal);
  const certain = permissions.filter(({ truth }) => truth === "yes");
  const [gravest] = certain;
  if (gravest === undefined) {
    const open = any([...permissions.map(({ truth }) => truth), principal.isOpen ? "unknown" : "no"]);
    return { label, spares: claim(open === "no" ? "yes" : "unknown", place), permissions: "", grant: "", change: "" };
  }
  const { at, ...words } = grantOf(principal, gravest.decision);
  return { label, spares: claim("no", at ?? place), permissions: listed(certain), ...words };
}

/** The gravest permission on each piece of evidence. */
function listed(permissions: readonly Permission[]): string {
  const gravest = permissions.filter(
    ({ evidence }, index) => permissions.findIndex((each) => each.evidence === evidence) === index,
  );
  const named = gravest
    .slice(0, longestList)
    .map(({ attack, evidence }) => `\`${attack.action}\` on ${evidence.label}`);
  const rest = permissions.length - named.length;
  return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

interface Permission {
  readonly evidence: Evidence;
  readonly attack: Attack;
  readonly decision: AccessDecision;
  readonly truth: Truth;
}

/** What the principal may do to each piece of evidence: of those that are not surely refused. */
function permissionsOf(stack: Stack, principal: Principal): readonly Permission[] {
  const { boundary } = principal;
  // A boundary that is not at hand may take everything away.
  if (boundary.kind === "external") return [];
  const accounts = accountsFor(stack, principal);
  const attempts = evidenceIn(stack).flatMap((evidence) => evidence.attacks.map((attack) => ({ evidence, attack })));
  const isAllowedAtAll = actionsNamedBy(principal);
  return attempts.flatMap(({ evidence, attack }) => {
    if (!isAllowedAtAll(attack.action) && evidence.policy === undefined) return [];
    const policies = policiesFor(principal, evidence);
    const decisions = accounts.map((account) => evaluate(requestBy(principal, attack, account), policies));
    const [decision] = decisions;
    if (decision === undefined || decisions.every((each) => each.decision === "no")) return [];
    const truth = decisions.every((each) => each.decision === "yes") ? withLimits(principal, decision) : "unknown";
    const isUndecided = new Set(decisions.map((each) => each.decision)).size > 1 || isUnknown(attack.arn(someAccount));
    if (truth === "no" || (truth === "unknown" && !isUndecided && !isOpen(principal, evidence))) return [];
    return [{ evidence, attack, decision, truth }];
  });
}

/** Whether any statement allows, or may allow, an action at all: settles most questions before they are asked. */
function actionsNamedBy({ documents }: Principal): (action: string) => boolean {
  const allows = documents.flatMap(({ document }) => document.statements.filter(({ effect }) => effect !== "Deny"));
  const answers = new Map<string, boolean>();
  return (action) => {
    const known = answers.get(action) ?? allows.some((statement) => coversAction(statement, action) !== "no");
    answers.set(action, known);
    return known;
  };
}

/** One account where it is known, else those that may be it. */
function accountsFor(stack: Stack, principal: Principal): readonly string[] {
  const known = accountOfResource(stack, principal.resource);
  if (known !== undefined) return [known];
  return [someAccount, ...accountsNamedIn(principal.documents.map(({ document }) => document))];
}

function policiesFor({ documents, boundary }: Principal, { policy }: Evidence): AccessPolicies {
  return {
    identity: documents,
    ...(policy === undefined ? {} : { resource: policy }),
    ...(boundary.kind === "document" ? { boundary: boundary.document } : {}),
  };
}

function requestBy({ kind, resource }: Principal, { action, arn }: Attack, account: string): AccessRequest {
  const bearer = kind === "user" || kind === "role" ? arnIn(resource, account) : unknownValue;
  return {
    principal: { kind: "aws", arn: bearer, account },
    action,
    resource: arn(account),
    resourceAccount: account,
    context: requestContext(
      { "aws:PrincipalArn": bearer, "aws:PrincipalAccount": account, "aws:SecureTransport": "true" },
      undeterminedKey,
    ),
  };
}

/**
 * A boundary that is not known yet leaves all open. What a user may do only through its group is the group's; whether
 * its own policies add to that does not matter.
 */
function withLimits(principal: Principal, { by }: AccessDecision): Truth {
  if (principal.boundary.kind === "unknown") return "unknown";
  const throughGroups = principal.documents.filter(({ group }) => group !== undefined).map(({ name }) => name);
  const isInherited = by.length > 0 && by.every(({ document }) => throughGroups.includes(document));
  return isInherited ? "no" : "yes";
}

/**
 * Whether an open answer is open because something is not known yet. Else it hangs on a condition that a request may
 * or may not meet, and whoever wrote that condition is given the benefit of the doubt.
 */
function isOpen(principal: Principal, { policy }: Evidence): boolean {
  const documents = [...principal.documents, ...(policy ? [policy] : [])];
  return principal.boundary.kind === "unknown" || documents.some(({ document }) => document.unknownParts.length > 0);
}

interface GrantWords extends Pick<Tamperer, "grant" | "change"> {
  readonly at?: Place;
}

/** Nobody can edit a policy of AWS. */
function grantOf(principal: Principal, { by }: AccessDecision): GrantWords {
  const [first] = by;
  if (first === undefined) return { grant: "its policies", change: "Narrow its policies" };
  const statement = `statement \`${first.sid ?? first.path}\` of ${first.document}`;
  const carrier = principal.documents.find(({ name }) => name === first.document);
  if (carrier?.form === "aws") {
    return { grant: first.document, change: `Attach something narrower than ${first.document}`, at: carrier.place };
  }
  const words = { grant: statement, change: `Narrow ${statement}` };
  return carrier === undefined ? words : { ...words, at: placeBelow(carrier.place, first.path) };
}
