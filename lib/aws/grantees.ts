import {
  type Condition,
  type PolicyDocument,
  type Principal,
  type Statement,
  hasPolicyVariables,
} from "../access/document";
import { findComparison } from "../access/operators";
import { type Claim, claim } from "../core/claim";
import { isUnknown } from "../core/properties";
import { type Resource, type Stack } from "../core/resource";
import { type Truth, all, any, not, truthOf } from "../core/truth";
import { accountIn, isAwsAccount, isOwnAccount } from "./accounts";
import { vendorAccounts } from "./facts/vendor-accounts";
import { type DocumentRead, placeInDocument } from "./policy-document";
import { allowsSomething } from "./statements";
import { keepsStrangersOut } from "./strangers";

/** An account that a statement lets in by name: as a whole, or one of its users or roles. */
export interface AccountGrantee {
  /** The statement's `Sid` or path. */
  readonly statement: string;
  readonly account: string;
  /** As it is written. */
  readonly principal: string;
  /** Whether it is the account as a whole rather than one user or role. */
  readonly whole: boolean;
  /** Whether it is let in and is not the account of the resource itself, nor kept in the organization by a condition. */
  readonly isForeign: Claim;
  readonly written: Statement;
  readonly document: PolicyDocument;
}

/** The accounts that a resource's policy lets in by name. None for a document that is absent or not known at all. */
export function accountGrantees(stack: Stack, resource: Resource, policy: DocumentRead): readonly AccountGrantee[] {
  if (policy.kind !== "known") return [];
  const document = policy.value;
  const variables = hasPolicyVariables(document);
  return document.statements.flatMap((statement) => {
    const allowed = allowsSomething(statement);
    if (allowed === "no") return [];
    const kept = any(statement.conditions.map((condition) => keepsInOrganization(condition, variables)));
    return (statement.principals ?? []).flatMap((principal) => {
      const account = accountOfPrincipal(principal);
      if (account === undefined || isAwsAccount(account)) return [];
      const foreign = all([allowed, not(isOwnAccount(stack, resource, account)), not(kept)]);
      return [
        {
          statement: statement.sid ?? statement.path,
          account,
          principal: textOf(principal),
          whole: isWholeAccount(textOf(principal)),
          isForeign: claim(foreign, placeInDocument(policy, principal.path)),
          written: statement,
          document,
        },
      ];
    });
  });
}

function accountOfPrincipal({ kind, value }: Principal): string | undefined {
  return kind === "aws" && !isUnknown(value) ? accountIn(value) : undefined;
}

function textOf({ value }: Principal): string {
  return isUnknown(value) ? "" : value;
}

/** `123456789012` and `arn:aws:iam::123456789012:root` both stand for all users and roles of the account. */
export function isWholeAccount(principal: string): boolean {
  return /^\d{12}$/.test(principal) || /^arn:[^:]+:iam::\d{12}:root$/.test(principal);
}

const organizationKeys = ["aws:principalorgid", "aws:principalorgpaths"];

function keepsInOrganization(condition: Condition, variables: boolean): Truth {
  if (condition.unknown) return "unknown";
  if (!organizationKeys.includes(condition.key.toLowerCase())) return "no";
  return keepsStrangersOut(condition, variables);
}

/** Whether a statement asks for an external id. */
export function asksExternalId({ conditions }: Statement): Truth {
  return any(
    conditions.map(({ unknown, key, comparison, values }) => {
      if (unknown) return "unknown";
      const found = findComparison(comparison);
      if (key.toLowerCase() !== "sts:externalid" || found?.type !== "string" || found.negated) return "no";
      return truthOf(values.every(({ value }) => value !== "*"));
    }),
  );
}

/** What messages call an account: with the company's name where it is known. */
export function accountTitle(account: string): string {
  const vendor = vendorAccounts.get(account);
  return vendor === undefined ? `account ${account}` : `account ${account} (${vendor.name})`;
}

export function isVendor(account: string): boolean {
  return vendorAccounts.has(account);
}
