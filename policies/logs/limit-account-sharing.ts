import { Role } from "../../lib/aws/iam/role";
import { letsInOthersThan, sharingRoleName } from "../../lib/aws/logs/sharing-role";
import { statementsWhere } from "../../lib/aws/statements";
import { equals, every, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-limit-account-sharing",
  on: Role,
  severity: "medium",
  preset: "recommended",
  summary: "CloudWatch must be shared with trusted accounts only",
  why: "Whoever may assume CloudWatch's sharing role reads this account's metrics, dashboards and logs from theirs.",
  fix: "Name only accounts that the setting `trustedAccounts` lists, or remove the role.",
  practice: 14,
  covers: ["logs.cross-account-sharing"],
  nist: ["AC-4", "AC-6"],
  messages: {
    shared: "statement `{statement}` of role `{role}` shares CloudWatch with an account that is none of the trusted",
  },
  *check(role, { settings, must }) {
    const isSharing = equals(role.roleName, sharingRoleName);
    if (isSharing.truth === "no") return;
    const test = letsInOthersThan(settings.trustedAccounts);
    for (const { name, claim } of statementsWhere(role.assumeRolePolicy, test)) {
      yield* must(negate(every(claim, isSharing)), "shared", { statement: name, role: role.name });
    }
  },
});
