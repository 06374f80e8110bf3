import { type Claim, claim, negate, some } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { any } from "../../core/truth";
import { accountGrantees, asksExternalId, isVendor } from "../grantees";
import { requiresMfa } from "./mfa";
import { type Role } from "./role";

/** An account that may be a third party's, and is trusted as a whole. */
export interface ThirdParty {
  readonly statement: string;
  readonly account: string;
  /** Whether it is not foreign at all, or must tell an external id or show a second factor. */
  readonly isSafe: Claim;
}

/**
 * The accounts that a role trusts as a whole and that may be a third party's: known companies always; others only
 * while no account is listed as trusted, since what is not listed is another policy's matter then.
 */
export function thirdParties(
  stack: Stack,
  { resource, assumeRolePolicy }: ReturnType<typeof Role.view>,
  trusted: readonly string[],
): readonly ThirdParty[] {
  return accountGrantees(stack, resource, assumeRolePolicy).flatMap((grantee) => {
    const { statement, account, whole, isForeign, written, document } = grantee;
    const concerns = isVendor(account) || (whole && trusted.length === 0);
    if (!concerns) return [];
    const asked = claim(any([asksExternalId(written), requiresMfa(written, document)]), ...isForeign.places);
    return [{ statement, account, isSafe: some(negate(isForeign), asked) }];
  });
}
