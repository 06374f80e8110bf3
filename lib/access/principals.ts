import { isUnknown } from "../core/properties";
import type { UnknownValue } from "../core/properties";
import type { Truth } from "../core/truth";
import { all, any, truthOf } from "../core/truth";
import type { Principal, Statement } from "./document";
import { splitArn } from "./match";

/**
 * Who makes a request. `aws`: a user, role, role session or account root by ARN, with its account where the ARN is not
 * known yet. `service`: an AWS service by its principal, such as `cloudtrail.amazonaws.com`. `federated`: a person or
 * workload known to an identity provider (its ARN or its domain) who is about to assume a role.
 */
export type RequestPrincipal =
  | { readonly kind: "aws"; readonly arn: string | UnknownValue; readonly account?: string | UnknownValue }
  | { readonly kind: "service"; readonly service: string | UnknownValue }
  | { readonly kind: "federated"; readonly provider: string | UnknownValue }
  | { readonly kind: "canonicalUser"; readonly id: string }
  | { readonly kind: "anonymous" };

/**
 * How a statement's principals reach a request's: `session` names the role session or user itself, `role` its role,
 * `account` its whole account, `everyone` is `*`. Each is an answer of its own.
 */
export interface PrincipalMatch {
  readonly session: Truth;
  readonly role: Truth;
  readonly account: Truth;
  readonly everyone: Truth;
}

const noMatch: PrincipalMatch = { session: "no", role: "no", account: "no", everyone: "no" };

/** In a policy without principals (identity policies, boundaries, SCPs) every statement concerns its bearer. */
export function matchesPrincipal(statement: Statement, principal: RequestPrincipal): PrincipalMatch {
  if (statement.notPrincipals !== undefined) return matchesAllBut(statement.notPrincipals, principal);
  if (statement.principals === undefined) return noMatch;
  return combined(statement.principals.map((written) => matchOne(written, principal)));
}

/** Whether any of the four ways is one. */
export function anyWay(match: PrincipalMatch): Truth {
  return any([match.session, match.role, match.account, match.everyone]);
}

/** The account of the principal; `undefined` for services, providers and the anonymous. */
export function principalAccount(principal: RequestPrincipal): string | UnknownValue | undefined {
  if (principal.kind !== "aws") return undefined;
  if (principal.account !== undefined) return principal.account;
  if (isUnknown(principal.arn)) return principal.arn;
  return splitArn(principal.arn)?.[4];
}

/** Equality of two accounts, services or ARNs, of which either may not be known yet. */
export function sameText(left: string | UnknownValue | undefined, right: string | UnknownValue | undefined): Truth {
  if (left === undefined || right === undefined) return "no";
  if (isUnknown(left) || isUnknown(right)) return "unknown";
  return truthOf(left === right);
}

function combined(matches: readonly PrincipalMatch[]): PrincipalMatch {
  return {
    session: any(matches.map((match) => match.session)),
    role: any(matches.map((match) => match.role)),
    account: any(matches.map((match) => match.account)),
    everyone: any(matches.map((match) => match.everyone)),
  };
}

function matchOne(written: Principal, principal: RequestPrincipal): PrincipalMatch {
  switch (written.kind) {
    case "star":
      return { ...noMatch, everyone: "yes" };
    case "unknown":
      return { session: "unknown", role: "unknown", account: "unknown", everyone: "unknown" };
    case "aws":
      return principal.kind === "aws" ? matchAws(written.value, principal) : noMatch;
    case "service":
      return principal.kind === "service" ? named(sameText(written.value, principal.service)) : noMatch;
    case "federated":
      return principal.kind === "federated" ? named(sameText(written.value, principal.provider)) : noMatch;
    case "canonicalUser":
      return principal.kind === "canonicalUser" ? named(sameText(written.value, principal.id)) : openForAws(principal);
  }
}

/** A canonical user id stands for an account that no ARN tells. */
function openForAws(principal: RequestPrincipal): PrincipalMatch {
  return principal.kind === "aws" ? { ...noMatch, account: "unknown" } : noMatch;
}

function named(session: Truth): PrincipalMatch {
  return { ...noMatch, session };
}

function matchAws(written: string | UnknownValue, principal: RequestPrincipal & { kind: "aws" }): PrincipalMatch {
  const account = principalAccount(principal);
  if (isUnknown(written)) return { session: "unknown", role: "unknown", account: "unknown", everyone: "no" };
  if (/^[0-9]{12}$/.test(written)) return { ...noMatch, account: sameText(written, account) };
  const segments = splitArn(written);
  // A unique id such as AROA...: AWS writes it in place of an ARN whose bearer is gone or not yet resolved.
  if (segments === undefined) return { ...noMatch, session: "unknown" };
  if (segments[5] === "root") return { ...noMatch, account: sameText(segments[4], account) };
  return matchBearer(written, segments, principal.arn, account);
}

function matchBearer(
  written: string,
  segments: readonly string[],
  arn: string | UnknownValue,
  account: string | UnknownValue | undefined,
): PrincipalMatch {
  const open = all([sameText(segments[4], account), "unknown"]);
  if (isUnknown(arn)) return bearerMatch(segments, open);
  if (written === arn) return bearerMatch(segments, "yes");
  const session = sessionOf(arn);
  if (session !== undefined && isRoleOfSession(segments, session)) return { ...noMatch, role: "yes" };
  const wanted = sessionOf(written);
  // The role's sessions are many: whether this request is made by the one that is named stays open.
  if (wanted !== undefined && isRoleOfSession(splitArn(arn) ?? [], wanted)) return { ...noMatch, session: "unknown" };
  return noMatch;
}

/** A role is not the session that acts for it; a user is the one who acts. */
function bearerMatch(segments: readonly string[], truth: Truth): PrincipalMatch {
  return segments[5]?.startsWith("role/") === true ? { ...noMatch, role: truth } : { ...noMatch, session: truth };
}

interface Session {
  readonly account: string;
  readonly role: string;
}

function sessionOf(arn: string): Session | undefined {
  const segments = splitArn(arn);
  if (segments?.[2] !== "sts") return undefined;
  const [kind, role] = (segments[5] ?? "").split("/");
  return kind === "assumed-role" && role !== undefined ? { account: segments[4] ?? "", role } : undefined;
}

/** A session's ARN has lost the path of its role: the name alone can be compared, and it is unique in an account. */
function isRoleOfSession(segments: readonly string[], session: Session): boolean {
  const resource = segments[5] ?? "";
  if (segments[4] !== session.account || !resource.startsWith("role/")) return false;
  return resource.slice(resource.lastIndexOf("/") + 1) === session.role;
}

/**
 * `NotPrincipal`: everybody else. AWS tells to name the account along with a user or role; with only one of the two
 * named, whether the bearer is excepted is left open.
 */
function matchesAllBut(excepted: readonly Principal[], principal: RequestPrincipal): PrincipalMatch {
  const match = combined(excepted.map((written) => matchOne(written, principal)));
  return { ...noMatch, everyone: exclusion(match, principal) };
}

function exclusion(match: PrincipalMatch, principal: RequestPrincipal): Truth {
  if (match.everyone === "yes") return "no";
  const bearer = any([match.session, match.role]);
  if (principal.kind !== "aws") return bearer === "yes" ? "no" : bearer === "no" ? "yes" : "unknown";
  if (bearer === "no" && match.account === "no" && match.everyone === "no") return "yes";
  return match.session === "yes" && match.account === "yes" ? "no" : "unknown";
}
