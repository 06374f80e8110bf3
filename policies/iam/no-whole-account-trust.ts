import { Role } from "../../lib/aws/iam/role";
import { wholeAccounts } from "../../lib/aws/iam/whole-accounts";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-whole-account-trust",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Trust policies should name roles rather than whole accounts",
  why: "Every user and role of the account that may call `sts:AssumeRole` on `*` can take on the role, root included.",
  fix: "Name the roles that need it, or add a condition `ArnLike` on `aws:PrincipalArn`.",
  practice: 1,
  covers: ["iam.trust.account-wide"],
  nist: ["AC-6"],
  messages: {
    wholeAccount: "statement `{statement}` of the trust policy of role `{role}` trusts all of account {account}",
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "wholeAccount");
    for (const { statement, account, isUnconfined } of wholeAccounts(assumeRolePolicy))
      yield* must(negate(isUnconfined), "wholeAccount", { statement, role: role.name, account });
  },
});
