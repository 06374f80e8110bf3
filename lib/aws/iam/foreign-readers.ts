import { type Claim, claim } from "../../core/claim";
import { type Place } from "../../core/read";
import { type Stack } from "../../core/resource";
import { all } from "../../core/truth";
import { accountGrantees } from "../grantees";
import { type AttachedPolicy, principalAt } from "./principals";
import { Role } from "./role";

/** A role that reads all data and that another account can take on. */
export interface ForeignReader {
  readonly role: string;
  readonly account: string;
  readonly policyName: string;
  /** Whether the account is foreign, where the policy is attached. */
  readonly isForeign: Claim;
}

const readers = ["AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess"];

/** Roles with AWS's policies of all data that accounts other than the own and the trusted ones can take on. */
export function foreignReaders(stack: Stack, trusted: readonly string[]): readonly ForeignReader[] {
  return Role.allIn(stack).flatMap(({ resource, name, assumeRolePolicy, place }) => {
    const principal = principalAt(stack, resource);
    const reads = readsAll(principal?.managedPolicies ?? [], principal?.isOpen ? place : undefined);
    if (reads === undefined) return [];
    const { policyName } = reads;
    if (assumeRolePolicy.kind === "unknown")
      return [{ role: name, account: "", policyName, isForeign: claim("unknown", assumeRolePolicy.place) }];
    const accounts = accountGrantees(stack, resource, assumeRolePolicy).filter(
      ({ account }) => !trusted.includes(account),
    );
    return accounts.map(({ account, isForeign }) => ({
      role: name,
      account,
      policyName,
      isForeign: claim(all([reads.truth, isForeign.truth]), reads.place),
    }));
  });
}

/** Which policy reads all data; `unknown` at `open` where it may be one that is not known to be attached yet. */
function readsAll(attached: readonly AttachedPolicy[], open: Place | undefined) {
  const wide = attached.find(({ policy }) => policy.kind === "aws" && readers.includes(policy.policyName));
  if (wide?.policy.kind === "aws")
    return { policyName: wide.policy.policyName, truth: "yes", place: wide.place } as const;
  return open && ({ policyName: "", truth: "unknown", place: open } as const);
}
