import { type Claim, claim } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { accountGrantees } from "../grantees";
import { principalAt } from "./principals";
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
  return Role.allIn(stack).flatMap(({ resource, name, assumeRolePolicy }) => {
    const attached = principalAt(stack, resource)?.managedPolicies ?? [];
    const wide = attached.find(({ policy }) => policy.kind === "aws" && readers.includes(policy.policyName));
    if (wide === undefined || wide.policy.kind !== "aws") return [];
    const { policyName } = wide.policy;
    const accounts = accountGrantees(stack, resource, assumeRolePolicy).filter(
      ({ account }) => !trusted.includes(account),
    );
    return accounts.map(({ account, isForeign }) => ({
      role: name,
      account,
      policyName,
      isForeign: claim(isForeign.truth, wide.place),
    }));
  });
}
