import { Role } from "../../lib/aws/iam/role";
import { namesEverybodyUnderConditions } from "../../lib/aws/iam/trust";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-wildcard-trust",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Trust policies should name principals rather than leave all to conditions",
  why: "With `*` as principal, the conditions are all that stands between strangers and the role: one edit opens it.",
  fix: "Name the accounts or roles in `Principal`, and keep the condition.",
  practice: 14,
  covers: ["iam.trust.any-principal-with-conditions"],
  nist: ["AC-6"],
  messages: {
    conditionsOnly:
      "statement `{statement}` of the trust policy of role `{role}` names everybody, and leaves it to conditions who gets in",
  },
  *check(role, { must }) {
    for (const { name, claim } of statementsWhere(role.assumeRolePolicy, namesEverybodyUnderConditions)) {
      yield* must(negate(claim), "conditionsOnly", { statement: name, role: role.name });
    }
  },
});
