import { type Principal } from "../../access/document";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { accountIn } from "../accounts";
import { isWholeAccount } from "../grantees";
import { type DocumentRead } from "../policy-document";
import { trustedBy } from "./trust";

/** A principal that another of the same statement includes. */
export interface RedundantPrincipal {
  readonly place: Place;
  readonly statement: string;
  readonly principal: string;
  readonly wider: string;
}

/** Principals that stand next to their own account, or to everybody. */
export function redundantPrincipals(policy: DocumentRead): readonly RedundantPrincipal[] {
  return trustedBy(policy).flatMap(({ statement, name, principal, principalPlace, allowed }) => {
    const { kind, value } = principal;
    if (allowed !== "yes" || kind !== "aws" || isUnknown(value)) return [];
    const wider = (statement.principals ?? []).find((other) => includes(other, value));
    if (wider === undefined || isUnknown(wider.value)) return [];
    return [{ place: principalPlace, statement: name, principal: value, wider: wider.value }];
  });
}

function includes(wider: Principal, value: string): boolean {
  if (wider.kind === "star") return true;
  if (wider.kind !== "aws" || isUnknown(wider.value) || isWholeAccount(value) || !isWholeAccount(wider.value))
    return false;
  return accountIn(wider.value) === accountIn(value);
}
