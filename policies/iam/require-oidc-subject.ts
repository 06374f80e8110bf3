import { Role } from "../../lib/aws/iam/role";
import { webIdentityTrusts } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-oidc-subject",
  on: Role,
  severity: "critical",
  preset: "recommended",
  summary: "Trust in an OpenID Connect issuer must name whose tokens are meant",
  why: "An issuer such as GitHub signs tokens for everybody: without a condition on the subject, everybody's workflows can take on the role.",
  fix: "Add a condition on the claim that says whose tokens are meant.",
  practice: 14,
  covers: ["iam.oidc.subject-condition"],
  nist: ["AC-3", "IA-8"],
  messages: {
    anybody: {
      what: "statement `{statement}` of the trust policy of role `{role}` lets {population} take on the role",
      fix: "Write the condition `{condition}`, with your names in place of those in angle brackets{note}.",
    },
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "anybody");
    for (const { name, facts, pinsTenant, condition, note } of webIdentityTrusts(assumeRolePolicy)) {
      yield* must(pinsTenant, "anybody", {
        statement: name,
        role: role.name,
        population: facts.population,
        condition,
        note,
      });
    }
  },
});
