import { Role } from "../../lib/aws/iam/role";
import { peopleTrusted } from "../../lib/aws/iam/people";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-mfa-for-trust",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Roles that people take on should need a second factor",
  why: "Whoever finds a user's access key takes on the roles of the user as well, unless the role asks for a second factor.",
  fix: 'Add the condition `"Bool": {"aws:MultiFactorAuthPresent": "true"}` to the statement.',
  practice: 7,
  nist: ["IA-2(1)"],
  messages: {
    withoutMfa:
      "statement `{statement}` of the trust policy of role `{role}` lets `{principal}` in without a second factor",
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "withoutMfa");
    for (const { statement, principal, isGuarded } of peopleTrusted(assumeRolePolicy)) {
      yield* must(isGuarded, "withoutMfa", { statement, role: role.name, principal });
    }
  },
});
