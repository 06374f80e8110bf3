import { accountTitle } from "../../lib/aws/grantees";
import { Role } from "../../lib/aws/iam/role";
import { thirdParties } from "../../lib/aws/iam/third-parties";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-external-id",
  on: inStack(Role),
  severity: "medium",
  preset: "recommended",
  summary: "Trust in a third party's account should ask for an external id",
  why: "A company that takes on roles for all its customers can be told by one of them to take on the role of another.",
  fix: 'Add the condition `StringEquals: { "sts:ExternalId": "<the id that the third party gave you>" }`; if the account is yours, add it to `trustedAccounts` of `trailguard-settings`.',
  practice: 14,
  covers: ["iam.trust.external-id"],
  nist: ["AC-3", "IA-9"],
  messages: {
    noExternalId:
      "statement `{statement}` of the trust policy of role `{role}` trusts {account} as a whole without asking for an external id",
  },
  *check({ stack, subject: role }, { settings, must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "noExternalId");
    for (const { statement, account, isSafe } of thirdParties(stack, role, settings.trustedAccounts)) {
      yield* must(isSafe, "noExternalId", { statement, role: role.name, account: accountTitle(account) });
    }
  },
});
