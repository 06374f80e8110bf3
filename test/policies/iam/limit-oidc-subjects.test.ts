import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleWith, tokenTrust, trust } from "../../support/trust";
import policy from "../../../policies/iam/limit-oidc-subjects";
import { policyTest } from "../../support/policy-test";

const github = "token.actions.githubusercontent.com";

function subject(value: string | readonly string[]) {
  return roleWith(tokenTrust(github, { StringLike: { [`${github}:sub`]: value } }));
}

const finding = { id: "anyRepository", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "one repository", given: subject("repo:acme/app:*") },
    { name: "one repository with its numbers", given: subject("repo:acme@12/app@34:*") },
    { name: "one repository of whatever number", given: subject("repo:acme@12/app@*:ref:refs/heads/main") },
    { name: "one branch", given: subject("repo:acme/app:ref:refs/heads/main") },
    { name: "two repositories", given: subject(["repo:acme/app:*", "repo:acme/site:environment:prod"]) },
    {
      name: "one owner, and a repository by its number",
      given: roleWith(
        tokenTrust(github, {
          StringLike: { [`${github}:sub`]: "repo:acme/*" },
          StringEquals: { [`${github}:repository_id`]: "1234567" },
        }),
      ),
    },
    { name: "every owner, which another policy reports", given: subject("repo:*") },
    {
      name: "a project of GitLab",
      given: roleWith(tokenTrust("gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:acme/app:*" } })),
    },
    { name: "a service", given: roleWith(trust({ Service: "ec2.amazonaws.com" })) },
  ],
  fail: [
    {
      name: "every repository of an owner",
      given: subject("repo:acme/*"),
      findings: [
        {
          ...finding,
          data: {
            statement: "Trust",
            role: "deploy",
            project: "repository",
            owner: "owner",
            condition: `"StringEquals": { "${github}:sub": "repo:<owner>/<repository>:ref:refs/heads/main" }`,
            note: "; of repositories made or renamed since 15 July 2026 the subject begins with `repo:<owner>@<owner id>/<repository>@<repository id>`",
          },
        },
      ],
      controls: ["iam.oidc.github-repo"],
    },
    { name: "every repository of an owner with its number", given: subject("repo:acme@12/*"), findings: [finding] },
    {
      name: "every repository of an enterprise",
      given: roleWith(
        tokenTrust("token.actions.acme.ghe.com", {
          StringEquals: { "token.actions.acme.ghe.com:aud": "sts.amazonaws.com" },
        }),
      ),
      findings: [finding],
    },
    { name: "whatever a name begins with", given: subject("repo:acme/app-*"), findings: [finding] },
    { name: "one of two", given: subject(["repo:acme/app:*", "repo:acme/*:ref:refs/heads/main"]), findings: [finding] },
    {
      name: "every project of a group of GitLab",
      given: roleWith(tokenTrust("gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:acme/*" } })),
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
});
