import { Role } from "../../lib/aws/iam/role";
import { webIdentityTrusts } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-oidc-subjects",
  on: Role,
  severity: "medium",
  preset: "recommended",
  summary: "Trust in an issuer of pipelines should name the repository",
  why: "Whoever can create a repository in the organization, or write to the least of them, can take on the role.",
  fix: "Name the repository in the condition on the subject.",
  practice: 14,
  covers: ["iam.oidc.github-repo"],
  nist: ["AC-6", "IA-8"],
  messages: {
    anyRepository: {
      what: "statement `{statement}` of the trust policy of role `{role}` lets in every {project} of the {owner}",
      fix: "Name the {project}: write the condition `{condition}`{note}.",
    },
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "anyRepository");
    for (const { name, facts, pinsTenant, pinsProject, condition, note } of webIdentityTrusts(assumeRolePolicy)) {
      if (facts.project === undefined || pinsTenant.truth === "no") continue;
      const { title: project, owner } = facts.project;
      yield* must(pinsProject, "anyRepository", { statement: name, role: role.name, project, owner, condition, note });
    }
  },
});
