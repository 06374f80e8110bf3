import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleWith, tokenTrust, trust } from "../../support/trust";
import policy from "../../../policies/iam/limit-oidc-branches";
import { policyTest } from "../../support/policy-test";

const github = "token.actions.githubusercontent.com";

function subject(value: string) {
  return roleWith(tokenTrust(github, { StringLike: { [`${github}:sub`]: value } }));
}

const finding = { id: "anyBranch", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "one branch", given: subject("repo:acme/app:ref:refs/heads/main") },
    { name: "one branch, with numbers", given: subject("repo:acme@12/app@34:ref:refs/heads/main") },
    {
      name: "GitLab's protected branches",
      given: roleWith(
        tokenTrust("gitlab.com", {
          StringLike: { "gitlab.com:sub": "project_path:acme/app:*" },
          StringEquals: { "gitlab.com:ref_protected": "true" },
        }),
      ),
    },
    { name: "branches of releases", given: subject("repo:acme/app:ref:refs/heads/release-*") },
    { name: "one environment", given: subject("repo:acme/app:environment:prod") },
    { name: "every repository, which another policy reports", given: subject("repo:acme/*") },
    { name: "a service", given: roleWith(trust({ Service: "ec2.amazonaws.com" })) },
  ],
  fail: [
    {
      name: "everything in a repository",
      given: subject("repo:acme/app:*"),
      findings: [
        {
          ...finding,
          data: {
            statement: "Trust",
            role: "deploy",
            project: "repository",
            condition: `"StringEquals": { "${github}:sub": "repo:<owner>/<repository>:ref:refs/heads/main" }`,
            note: "; of repositories made or renamed since 15 July 2026 the subject begins with `repo:<owner>@<owner id>/<repository>@<repository id>`",
          },
        },
      ],
      controls: ["iam.oidc.github-repo"],
    },
    { name: "every branch", given: subject("repo:acme/app:ref:refs/heads/*"), findings: [finding] },
    {
      name: "every branch of a project of GitLab",
      given: roleWith(tokenTrust("gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:acme/app:*" } })),
      findings: [finding],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
  knownMisses: [
    {
      name: "pull requests",
      given: subject("repo:acme/app:pull_request"),
      because: "the subject is exact, and pull requests of forks get no token unless the repository says so",
    },
  ],
});
