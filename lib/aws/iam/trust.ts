import { type Condition, type PolicyDocument, type Principal, type Statement } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { type Comparison, findComparison } from "../../access/operators";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import { type DocumentRead, placeInDocument } from "../policy-document";
import { allowsSomething, coversOneOf, namesEveryone, writesAction } from "../statements";
import { isOpenToStrangers } from "../strangers";
import { type IssuerFacts, type TenantClaim, isSamlProvider, issuerFacts, issuerOfPrincipal } from "./issuers";

/** The actions by which somebody takes on a role. */
export const assumeActions = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"] as const;

/** One principal that one statement of a trust policy lets take on the role. */
export interface Trusted {
  readonly statement: Statement;
  readonly document: PolicyDocument;
  /** The statement's `Sid` or path. */
  readonly name: string;
  readonly principal: Principal;
  /** Where the statement stands. */
  readonly place: Place;
  /** Where the principal stands. */
  readonly principalPlace: Place;
  /** Whether the statement allows it to assume the role, conditions apart. */
  readonly allowed: Truth;
}

/** Every principal that a trust policy names; none for an absent or wholly unknown one. */
export function trustedBy(policy: DocumentRead): readonly Trusted[] {
  if (policy.kind !== "known") return [];
  return policy.value.statements.flatMap((statement) => {
    const allowed = all([
      allowsSomething(statement),
      any(assumeActions.map((action) => coversAction(statement, action))),
    ]);
    if (allowed === "no") return [];
    return (statement.principals ?? []).map((principal) => ({
      statement,
      document: policy.value,
      name: statement.sid ?? statement.path,
      principal,
      place: placeInDocument(policy, statement.path),
      principalPlace: placeInDocument(policy, principal.path),
      allowed,
    }));
  });
}

/** A statement that lets tokens of an OpenID Connect issuer take on a role. */
export interface WebIdentityTrust {
  readonly name: string;
  readonly issuer: string;
  readonly facts: IssuerFacts;
  /** Whether its conditions keep out the tokens of everybody else; for an issuer of one tenant, whether it asks anything. */
  readonly pinsTenant: Claim;
  /** Whether its conditions name a repository; `yes` for issuers without such. */
  readonly pinsProject: Claim;
  /** Whether its conditions name a branch, tag or environment; `yes` for issuers without such. */
  readonly pinsBranch: Claim;
  /** Whether it says for whom a token must be meant. */
  readonly asksAudience: Claim;
  /** A condition that pins the tenant, for messages. */
  readonly condition: string;
  /** What else to know of it: empty, or words behind a semicolon. */
  readonly note: string;
  readonly statement: Statement;
}

/** The statements that trust an issuer of OpenID Connect tokens. Principals not known yet are left out. */
export function webIdentityTrusts(policy: DocumentRead): readonly WebIdentityTrust[] {
  return trustedBy(policy).flatMap(({ statement, document, name, principal, place }) => {
    if (principal.kind !== "federated" || isUnknown(principal.value)) return [];
    const issuer = issuerOfPrincipal(principal.value);
    if (issuer === undefined || coversAction(statement, "sts:AssumeRoleWithWebIdentity") === "no") return [];
    const facts = issuerFacts(issuer);
    return [
      {
        name,
        issuer,
        facts,
        statement,
        pinsTenant: claim(pinsTenant(statement, document, issuer, facts), place),
        pinsProject: claim(pinsOne(statement, issuer, facts.project?.projectClaims), place),
        pinsBranch: claim(pinsOne(statement, issuer, facts.project?.branchClaims), place),
        condition: conditionText(issuer, facts),
        note: facts.example.note === undefined ? "" : `; ${facts.example.note}`,
        asksAudience: claim(asksAbout(statement, issuer, ["aud", "oaud", "azp", "app_id"]), place),
      },
    ];
  });
}

function conditionText(issuer: string, { example: { claim: name, value } }: IssuerFacts): string {
  return `"${value.includes("*") ? "StringLike" : "StringEquals"}": { "${issuer}:${name}": "${value}" }`;
}

function pinsTenant(statement: Statement, document: PolicyDocument, issuer: string, facts: IssuerFacts): Truth {
  const claims = claimsByName(facts.tenantClaims);
  if (facts.tenantClaims.length === 0) return asksAbout(statement, issuer, undefined);
  const own = any(statement.conditions.map((condition) => pins(condition, issuer, claims, "holds")));
  if (own === "yes") return "yes";
  const denied = any(document.statements.map((denial) => deniesOtherTenants(denial, issuer, claims)));
  return any([own, denied]);
}

function claimsByName(claims: readonly TenantClaim[]): ReadonlyMap<string, TenantClaim> {
  return new Map(claims.map((each) => [each.name, each]));
}

/** Whether some condition pins one of the claims; `yes` where there are none to pin. */
function pinsOne(statement: Statement, issuer: string, claims: readonly TenantClaim[] | undefined): Truth {
  if (claims === undefined) return "yes";
  const byName = claimsByName(claims);
  return any(statement.conditions.map((condition) => pins(condition, issuer, byName, "holds")));
}

/** `Deny` with `StringNotEquals` or `StringNotLike` on a claim of the tenant keeps the others out as well. */
function deniesOtherTenants(denial: Statement, issuer: string, claims: ReadonlyMap<string, TenantClaim>): Truth {
  const [condition, ...others] = denial.conditions;
  if (denial.effect !== "Deny" || condition === undefined || others.length > 0) return "no";
  return all([coversAction(denial, "sts:AssumeRoleWithWebIdentity"), pins(condition, issuer, claims, "negated")]);
}

/** Whether a condition holds only for (or, negated, only not for) tokens of tenants that it names. */
function pins(
  condition: Condition,
  issuer: string,
  claims: ReadonlyMap<string, TenantClaim>,
  form: "holds" | "negated",
): Truth {
  if (condition.unknown) return "unknown";
  const wanted = claims.get(claimOf(condition.key, issuer) ?? "");
  const comparison = findComparison(condition.comparison);
  if (wanted === undefined || comparison === undefined || condition.values.length === 0) return "no";
  if (!comparesEquality(comparison) || comparison.negated !== (form === "negated")) return "no";
  if (form === "holds" && holdsWithout(condition) && !everyTokenHas.includes(wanted.name)) return "no";
  const isPattern = comparison.relation === "like";
  return all(
    condition.values.map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(isPinned(value, isPattern, wanted)))),
  );
}

/** As texts, or, as the number of an organization may be, as numbers. */
function comparesEquality({ type, relation }: Comparison): boolean {
  return type === "string" || (type === "numeric" && relation === "equals");
}

/** Whether a condition holds for tokens that lack the claim. */
function holdsWithout({ ifExists, qualifier }: Condition): boolean {
  return ifExists || qualifier === "ForAllValues";
}

const everyTokenHas: readonly string[] = ["aud", "sub"];

/** An exact value is one tenant's. A pattern is where its wildcards begin only after what tells tenants apart. */
function isPinned(value: string, isPattern: boolean, { beginning, whole }: TenantClaim): boolean {
  const wildcard = value.search(/[*?]/);
  if (!isPattern || wildcard < 0) return whole?.test(value) !== false;
  return beginning?.test(value.slice(0, wildcard)) === true;
}

/** Whether a condition asks for one of the claims of an issuer, or for any of them, and not for whatever it may be. */
function asksAbout(statement: Statement, issuer: string, claims: readonly string[] | undefined): Truth {
  return any(
    statement.conditions.map((condition) => {
      if (condition.unknown) return "unknown";
      const asked = claimOf(condition.key, issuer);
      if (asked === undefined || (claims !== undefined && !claims.includes(asked))) return "no";
      const comparison = findComparison(condition.comparison);
      if (comparison === undefined || comparison.negated || comparison.type === "null") return "no";
      return not(any(condition.values.map(({ value }) => (isUnknown(value) ? "no" : truthOf(value === "*")))));
    }),
  );
}

/** The claim that a condition key such as `gitlab.com:sub` stands for, in lower case; `undefined` for other keys. */
function claimOf(key: string, issuer: string): string | undefined {
  const name = key.toLowerCase();
  return name.startsWith(`${issuer}:`) ? name.slice(issuer.length + 1) : undefined;
}

/** Whether a statement that lets a SAML provider's people in says for whom an assertion must be meant. */
function asksSamlAudience({ conditions }: Statement): Truth {
  const keys = ["saml:aud", "saml:iss", "saml:sub", "saml:namequalifier", "saml:doc", "saml:edupersonorgdn"];
  return any(
    conditions.map(({ unknown, key, comparison }) => {
      if (unknown) return "unknown";
      return truthOf(keys.includes(key.toLowerCase()) && findComparison(comparison)?.negated === false);
    }),
  );
}

/** The action by which a principal takes on a role; `undefined` where its kind is not known. */
function fittingAction({ kind, value }: Principal): (typeof assumeActions)[number] | undefined {
  switch (kind) {
    case "aws":
    case "service":
      return "sts:AssumeRole";
    case "federated":
      if (isUnknown(value)) return undefined;
      if (isSamlProvider(value)) return "sts:AssumeRoleWithSAML";
      return issuerOfPrincipal(value) === undefined ? undefined : "sts:AssumeRoleWithWebIdentity";
    case "star":
    case "canonicalUser":
    case "unknown":
      return undefined;
  }
}

/** Whether a statement lets strangers take on the role. `NotPrincipal` is judged by itself. */
export function opensRole(statement: Statement, document: PolicyDocument): Truth {
  if (statement.notPrincipals !== undefined) return "no";
  return all([coversOneOf(statement, assumeActions), isOpenToStrangers(statement, document)]);
}

/** Whether a statement names everybody and keeps strangers out by conditions. */
export function namesEverybodyUnderConditions(statement: Statement, document: PolicyDocument): Truth {
  return all([allowsSomething(statement), namesEveryone(statement), not(isOpenToStrangers(statement, document))]);
}

/** Whether a statement of a trust policy allows actions that it does not name. */
export function allowsMoreThanAssuming(statement: Statement): Truth {
  const wide = any([truthOf(statement.notActions !== undefined), writesAction(statement, ["*", "*:*", "sts:*"])]);
  return all([allowsSomething(statement), wide]);
}

/** An action that a principal of a trust policy needs. */
export interface FittingAction {
  readonly statement: string;
  readonly principal: string;
  readonly action: string;
  readonly isAllowed: Claim;
}

/** Services that take on roles in a session with tags or a source identity, and do not without the right to. */
const furtherActions: Readonly<Record<string, readonly string[]>> = {
  "pods.eks.amazonaws.com": ["sts:TagSession"],
  "rolesanywhere.amazonaws.com": ["sts:TagSession", "sts:SetSourceIdentity"],
};

/** The actions that the principals of a trust policy need, with whether some statement allows them. */
export function fittingActions(policy: DocumentRead): readonly FittingAction[] {
  const trusted = trustedBy(policy);
  return trusted.flatMap(({ principal, name, statement, principalPlace }) => {
    const fitting = fittingAction(principal);
    if (fitting === undefined || isUnknown(principal.value)) return [];
    const { value } = principal;
    const further = principal.kind === "service" ? (furtherActions[value] ?? []) : [];
    const alike = allowsOf(policy).filter((each) => names(each, principal));
    return [fitting, ...further].map((action) => ({
      statement: name,
      principal: value,
      action,
      isAllowed: claim(any([statement, ...alike].map((each) => coversAction(each, action))), principalPlace),
    }));
  });
}

function allowsOf(policy: DocumentRead): readonly Statement[] {
  return policy.kind === "known" ? policy.value.statements.filter((each) => allowsSomething(each) !== "no") : [];
}

function names({ principals }: Statement, { kind, value }: Principal): boolean {
  return principals?.some((each) => each.kind === "unknown" || (each.kind === kind && each.value === value)) === true;
}

/** A statement that lets people of a SAML provider take on a role. */
export interface SamlTrust {
  readonly statement: string;
  readonly asksAudience: Claim;
}

/** The statements that trust a SAML provider. Principals not known yet are left out. */
export function samlTrusts(policy: DocumentRead): readonly SamlTrust[] {
  return trustedBy(policy).flatMap(({ statement, name, principal: { kind, value }, place }) => {
    if (kind !== "federated" || isUnknown(value) || !isSamlProvider(value)) return [];
    if (coversAction(statement, "sts:AssumeRoleWithSAML") === "no") return [];
    return [{ statement: name, asksAudience: claim(asksSamlAudience(statement), place) }];
  });
}
