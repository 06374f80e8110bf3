import { Role } from "../../lib/aws/iam/role";
import { webIdentityTrusts } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-oidc-branches",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Trust in an issuer of pipelines should name the branch or environment",
  why: "Whoever can push a branch or open a pull request in the repository can change the workflow that takes on the role.",
  fix: "Name the branch, tag or environment in the condition on the subject.",
  practice: 14,
  covers: ["iam.oidc.github-repo"],
  nist: ["AC-6", "CM-5"],
  messages: {
    anyBranch: {
      what: "statement `{statement}` of the trust policy of role `{role}` lets in every branch and pull request of a {project}",
      fix: "Name a protected branch or an environment: write the condition `{condition}`{note}.",
    },
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "anyBranch");
    for (const { name, facts, pinsProject, pinsBranch, condition, note } of webIdentityTrusts(assumeRolePolicy)) {
      if (facts.project === undefined || pinsProject.truth === "no") continue;
      const { title: project } = facts.project;
      yield* must(pinsBranch, "anyBranch", { statement: name, role: role.name, project, condition, note });
    }
  },
});
