import { type Principal, type Statement } from "../../access/document";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Truth, all, not, truthOf } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { accountIn, isOwnAccount } from "../accounts";
import { placeInDocument } from "../policy-document";
import { allowsSomething } from "../statements";
import { type TrailBucket } from "./trail-buckets";

interface Grantee {
  readonly statement: string;
  readonly principal: Principal;
  /** Whether the statement allows it anything. */
  readonly allowed: Truth;
  /** The principal, with an answer about it. */
  readonly judged: (truth: Truth) => Claim;
}

/** The principals that statements of the bucket's policy allow something; an unknown document gives none. */
function granteesOf({ policy }: GuardedResource): readonly Grantee[] {
  if (policy.kind !== "known") return [];
  return policy.value.statements.flatMap((statement) =>
    (statement.principals ?? []).map((principal) => ({
      statement: nameOf(statement),
      principal,
      allowed: allowsSomething(statement),
      judged: (truth) => claim(truth, placeInDocument(policy, principal.path)),
    })),
  );
}

function nameOf({ sid, path }: Statement): string {
  return sid ?? path;
}

export interface ForeignPrincipal {
  readonly statement: string;
  readonly account: string;
  readonly isForeign: Claim;
}

/** A resource with a policy of its own, in its stack. */
export type GuardedResource = Pick<TrailBucket, "policy" | "resource" | "stack">;

/** The accounts that a resource's policy lets in by name, other than the stack's own and those that are trusted. */
export function foreignPrincipals(bucket: GuardedResource, trusted: readonly string[]): readonly ForeignPrincipal[] {
  if (bucket.policy.kind === "unknown")
    return [{ statement: "", account: "", isForeign: claim("unknown", bucket.policy.place) }];
  return granteesOf(bucket).flatMap(({ statement, principal, allowed, judged }) => {
    if (principal.kind === "unknown" || (principal.kind === "aws" && isUnknown(principal.value)))
      return [{ statement, account: "(unknown)", isForeign: judged(all([allowed, "unknown"])) }];
    const account = principal.kind === "aws" && !isUnknown(principal.value) ? accountIn(principal.value) : undefined;
    if (account === undefined || trusted.includes(account)) return [];
    const isOwn = isOwnAccount(bucket.stack, bucket.resource, account);
    return isOwn === "yes" ? [] : [{ statement, account, isForeign: judged(all([allowed, not(isOwn)])) }];
  });
}

export interface UnlistedGrantee {
  readonly statement: string;
  readonly grantee: string;
  readonly isUnlisted: Claim;
}

/** Whom the bucket's policy lets in besides those that `listed` (with `*`) names. */
export function unlistedGrantees(bucket: TrailBucket, listed: readonly string[]): readonly UnlistedGrantee[] {
  if (bucket.policy.kind === "unknown")
    return [{ statement: "", grantee: "", isUnlisted: claim("unknown", bucket.policy.place) }];
  return granteesOf(bucket).map(({ statement, principal: { value }, allowed, judged }) => ({
    statement,
    grantee: isUnknown(value) ? "(unknown)" : value,
    isUnlisted: judged(all([allowed, isUnknown(value) ? "unknown" : truthOf(!isListed(value, listed))])),
  }));
}

function isListed(grantee: string, listed: readonly string[]): boolean {
  return listed.some((pattern) => globMatches(pattern, grantee));
}
