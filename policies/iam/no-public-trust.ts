import { Role } from "../../lib/aws/iam/role";
import { opensRole } from "../../lib/aws/iam/trust";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-public-trust",
  on: Role,
  severity: "critical",
  preset: "recommended",
  summary: "Trust policies must not let strangers in",
  why: "Whoever has an AWS account, and that is everybody, can take on such a role and do what it may do.",
  fix: 'Name the principals, or add a condition that keeps strangers out, such as `StringEquals: { "aws:PrincipalOrgID": "<organization>" }`.',
  practice: 14,
  covers: ["iam.trust.any-principal"],
  nist: ["AC-3", "AC-6"],
  messages: {
    open: "statement `{statement}` of the trust policy of role `{role}` lets any AWS account take on the role",
  },
  *check(role, { must }) {
    for (const { name, claim } of statementsWhere(role.assumeRolePolicy, opensRole)) {
      yield* must(negate(claim), "open", { statement: name, role: role.name });
    }
  },
});
