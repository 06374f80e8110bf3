import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { any } from "../../core/truth";
import { asksExternalId, isWholeAccount } from "../grantees";
import { type DocumentRead } from "../policy-document";
import { requiresMfa } from "./mfa";
import { trustedBy } from "./trust";

/** A principal of a trust policy that may be a person with a password or access key. */
export interface TrustedPeople {
  readonly statement: string;
  readonly principal: string;
  /** Whether a second factor is needed, or an external id, which people do not use. */
  readonly isGuarded: Claim;
}

/** The users and whole accounts that a role lets in; roles bring the conditions of their own trust policies. */
export function peopleTrusted(policy: DocumentRead): readonly TrustedPeople[] {
  return trustedBy(policy).flatMap(({ statement, document, name, principal, principalPlace }) => {
    const { kind, value } = principal;
    if (kind !== "aws" || isUnknown(value)) return [];
    if (!isWholeAccount(value) && !/^arn:[^:]+:iam::\d{12}:user\//.test(value)) return [];
    const guarded = any([requiresMfa(statement, document), asksExternalId(statement)]);
    return [{ statement: name, principal: value, isGuarded: claim(guarded, principalPlace) }];
  });
}
