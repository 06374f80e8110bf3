import { type Condition, type Statement } from "../../access/document";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import { accountIn } from "../accounts";
import { asksExternalId, isWholeAccount } from "../grantees";
import { type DocumentRead } from "../policy-document";
import { trustedBy } from "./trust";

/** An account that a role trusts as a whole. */
export interface WholeAccount {
  readonly statement: string;
  readonly account: string;
  /** Whether no condition says who in the account is meant. */
  readonly isUnconfined: Claim;
}

/** The accounts that a trust policy names as a whole. Third parties, who cannot name a role, are told apart by their external id. */
export function wholeAccounts(policy: DocumentRead): readonly WholeAccount[] {
  return trustedBy(policy).flatMap(({ statement, name, principal: { kind, value }, principalPlace, allowed }) => {
    if (kind !== "aws" || isUnknown(value) || !isWholeAccount(value)) return [];
    const confined = any([asksExternalId(statement), saysWho(statement)]);
    const isUnconfined = claim(all([allowed, not(confined)]), principalPlace);
    return [{ statement: name, account: accountIn(value) ?? value, isUnconfined }];
  });
}

/** Whether a condition of a statement says which users or roles are meant. */
export function saysWho({ conditions }: Statement): Truth {
  return any(conditions.map(namesWho));
}

const keysOfWho = ["aws:principalarn", "aws:userid", "aws:username"];

function namesWho({ unknown, key, values }: Condition): Truth {
  if (unknown) return "unknown";
  const name = key.toLowerCase();
  return truthOf(
    (keysOfWho.includes(name) || name.startsWith("aws:principaltag/")) && values.every(({ value }) => value !== "*"),
  );
}
