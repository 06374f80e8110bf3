import { Role } from "../../lib/aws/iam/role";
import { redundantPrincipals } from "../../lib/aws/iam/redundant-principals";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-redundant-trust-principals",
  on: Role,
  severity: "low",
  preset: "recommended",
  summary: "Trust policies should not name a role next to the account that it belongs to",
  why: "The single role looks like a limit, and is none: the account beside it lets in everybody else as well.",
  fix: "Remove the account, or the principals that it includes.",
  practice: 14,
  covers: ["iam.trust.redundant-principal"],
  nist: ["AC-6"],
  messages: {
    included:
      "statement `{statement}` of the trust policy of role `{role}` names `{principal}`, which `{wider}` next to it includes",
  },
  *check(role, { violation, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "included");
    for (const { place, statement, principal, wider } of redundantPrincipals(assumeRolePolicy))
      yield violation(place, "included", { statement, role: role.name, principal, wider });
  },
});
