import { OpenIdConnectProvider } from "../../../lib/aws/iam/open-id-connect-provider";
import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-oidc-subject";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";
import { documentOf, roleWith, tokenTrust, trust } from "../../support/trust";

const github = "token.actions.githubusercontent.com";
const eks = "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const dualStack = "oidc-eks.eu-west-1.api.aws/id/0123456789ABCDEF0123456789ABCDEF";

function equals(key: string, value: string | readonly string[]) {
  return { StringEquals: { [key]: value } };
}

function like(key: string, value: string | readonly string[]) {
  return { StringLike: { [key]: value } };
}

const anybody = { id: "anybody", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "no federation", given: roleWith(trust({ Service: "lambda.amazonaws.com" })) },
    {
      name: "an exact subject",
      given: roleWith(tokenTrust(github, equals(`${github}:sub`, "repo:acme/app:ref:refs/heads/main"))),
    },
    { name: "one repository", given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:acme/app:*"))) },
    { name: "one owner", given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:acme/*"))) },
    {
      name: "several repositories",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, ["repo:acme/app:*", "repo:acme/site:*"]))),
    },
    {
      name: "keys in another case",
      given: roleWith(tokenTrust(github, like("Token.Actions.GithubUserContent.com:SUB", "repo:acme/app:*"))),
    },
    {
      name: "the owner's number instead",
      given: roleWith(tokenTrust(github, equals(`${github}:repository_owner_id`, "1234567"))),
    },
    {
      name: "a customized subject of one owner",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repository_owner_id:1234567:*"))),
    },
    {
      name: "a subject with the numbers of owner and repository",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:acme@12/app@34:ref:refs/heads/*"))),
    },
    {
      name: "an owner of whatever number",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:acme@*/app@*:ref:refs/heads/main"))),
    },
    {
      name: "a customized subject in which the owner comes second",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "environment:prod:repository_owner:acme:*"))),
    },
    {
      name: "the issuer of one enterprise on GitHub",
      given: roleWith(tokenTrust(`${github}/acme`, equals(`${github}/acme:aud`, "sts.amazonaws.com"))),
    },
    {
      name: "a subject if there is one, which there always is",
      given: roleWith(tokenTrust(github, { StringLikeIfExists: { [`${github}:sub`]: "repo:acme/*" } })),
    },
    {
      name: "a group of GitLab by its number",
      given: roleWith(tokenTrust("gitlab.com", equals("gitlab.com:namespace_id", "72"))),
    },
    {
      name: "an organization of HCP Terraform in Europe",
      given: roleWith(
        tokenTrust("app.eu.terraform.io", like("app.eu.terraform.io:sub", "organization:acme:project:app:*")),
      ),
    },
    {
      name: "a Google organization by its number",
      given: roleWith(
        tokenTrust("accounts.google.com", {
          NumericEquals: { "accounts.google.com:google/organization_number": "123456" },
        }),
      ),
    },
    {
      name: "a workspace of Modal",
      given: roleWith(tokenTrust("oidc.modal.com", like("oidc.modal.com:sub", "modal:workspace_id:ac-1:*"))),
    },
    {
      name: "another statement that denies all but one owner",
      given: roleWith(tokenTrust(github), {
        Effect: "Deny",
        Principal: "*",
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringNotLike: { [`${github}:sub`]: "repo:acme/*" } },
      }),
    },
    {
      name: "GitLab's project",
      given: roleWith(tokenTrust("gitlab.com", like("gitlab.com:sub", "project_path:acme/app:*"))),
    },
    {
      name: "an organization of HCP Terraform",
      given: roleWith(
        tokenTrust(
          "app.terraform.io",
          like("app.terraform.io:sub", "organization:acme:project:app:workspace:prod:run_phase:*"),
        ),
      ),
    },
    {
      name: "Pulumi Cloud's organization by the audience",
      given: roleWith(tokenTrust("api.pulumi.com/oidc", equals("api.pulumi.com/oidc:aud", "aws:acme"))),
    },
    {
      name: "Buildkite's pipeline",
      given: roleWith(
        tokenTrust("agent.buildkite.com", like("agent.buildkite.com:sub", "organization:acme:pipeline:app:*")),
      ),
    },
    {
      name: "a service account of a cluster",
      given: roleWith(tokenTrust(eks, equals(`${eks.toLowerCase()}:sub`, "system:serviceaccount:shop:cart"))),
    },
    {
      name: "an issuer of one tenant, by its audience",
      given: roleWith(tokenTrust("login.example.com", equals("login.example.com:aud", "0oa1b2c3"))),
    },
    {
      name: "CircleCI's issuer belongs to one organization",
      given: roleWith(
        tokenTrust("oidc.circleci.com/org/11111111", equals("oidc.circleci.com/org/11111111:aud", "11111111")),
      ),
    },
    {
      name: "a SAML provider",
      given: roleWith(
        trust(
          { Federated: "arn:aws:iam::123456789012:saml-provider/people" },
          equals("SAML:aud", "https://signin.aws.amazon.com/saml"),
          "sts:AssumeRoleWithSAML",
        ),
      ),
    },
    {
      name: "a denial",
      given: roleWith({ ...tokenTrust(github), Effect: "Deny" }),
    },
  ],
  fail: [
    {
      name: "no condition at all",
      given: roleWith(tokenTrust(github)),
      findings: [
        {
          ...anybody,
          data: {
            statement: "Trust",
            role: "deploy",
            population: "any repository on GitHub",
            condition: `"StringEquals": { "${github}:sub": "repo:<owner>/<repository>:ref:refs/heads/main" }`,
            note: "; of repositories made or renamed since 15 July 2026 the subject begins with `repo:<owner>@<owner id>/<repository>@<repository id>`",
          },
        },
      ],
      controls: ["iam.oidc.subject-condition"],
    },
    {
      name: "only an audience, which all share",
      given: roleWith(tokenTrust(github, equals(`${github}:aud`, "sts.amazonaws.com"))),
      findings: [anybody],
    },
    {
      name: "every repository",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:*"))),
      findings: [anybody],
    },
    { name: "every subject", given: roleWith(tokenTrust(github, like(`${github}:sub`, "*"))), findings: [anybody] },
    {
      name: "a beginning of a name that anybody can take",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:acme*"))),
      findings: [anybody],
    },
    {
      name: "a beginning of an owner's number",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repository_owner_id:12*"))),
      findings: [anybody],
    },
    {
      name: "a customized subject that anybody can choose for a repository",
      given: roleWith(tokenTrust(github, equals(`${github}:sub`, "environment:prod"))),
      findings: [anybody],
    },
    {
      name: "an owner if the token names one",
      given: roleWith(tokenTrust(github, { StringEqualsIfExists: { [`${github}:repository_owner_id`]: "12" } })),
      findings: [anybody],
    },
    {
      name: "a claim that AWS does not compare",
      given: roleWith(tokenTrust(github, equals(`${github}:repository_owner`, "acme"))),
      findings: [anybody],
    },
    {
      name: "Google's audience, which whoever asks for the token chooses",
      given: roleWith(tokenTrust("accounts.google.com", equals("accounts.google.com:oaud", "sts.amazonaws.com"))),
      findings: [anybody],
    },
    {
      name: "Vercel without a team",
      given: roleWith(tokenTrust("oidc.vercel.com", equals("oidc.vercel.com:aud", "https://vercel.com"))),
      findings: [anybody],
    },
    {
      name: "a beginning of an organization's name on Pulumi Cloud",
      given: roleWith(tokenTrust("api.pulumi.com/oidc", like("api.pulumi.com/oidc:aud", "aws:acme*"))),
      findings: [anybody],
    },
    {
      name: "env zero's audience, which all share",
      given: roleWith(tokenTrust("login.app.env0.com/", equals("login.app.env0.com/:aud", "hoMiq9"))),
      findings: [anybody],
    },
    {
      name: "every pod of a cluster with both kinds of addresses",
      given: roleWith(tokenTrust(dualStack, equals(`${dualStack}:aud`, "sts.amazonaws.com"))),
      findings: [anybody],
    },
    {
      name: "an owner that anybody can be",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, "repo:*/app:ref:refs/heads/main"))),
      findings: [anybody],
    },
    {
      name: "one of two values is open",
      given: roleWith(tokenTrust(github, like(`${github}:sub`, ["repo:acme/app:*", "repo:*:environment:prod"]))),
      findings: [anybody],
    },
    {
      name: "everybody but one",
      given: roleWith(tokenTrust(github, { StringNotLike: { [`${github}:sub`]: "repo:evil/*" } })),
      findings: [anybody],
    },
    {
      name: "a subject that need only exist",
      given: roleWith(tokenTrust(github, { Null: { [`${github}:sub`]: "false" } })),
      findings: [anybody],
    },
    {
      name: "a subject of another issuer",
      given: roleWith(tokenTrust(github, like("gitlab.com:sub", "project_path:acme/*"))),
      findings: [anybody],
    },
    {
      name: "every project of GitLab",
      given: roleWith(tokenTrust("gitlab.com", like("gitlab.com:sub", "project_path:*"))),
      findings: [anybody],
    },
    {
      name: "every organization of HCP Terraform",
      given: roleWith(tokenTrust("app.terraform.io", like("app.terraform.io:sub", "organization:*:workspace:prod:*"))),
      findings: [anybody],
    },
    {
      name: "every organization of Pulumi Cloud",
      given: roleWith(tokenTrust("api.pulumi.com/oidc", like("api.pulumi.com/oidc:aud", "*"))),
      findings: [anybody],
    },
    {
      name: "every pod of a cluster",
      given: roleWith(tokenTrust(eks, equals(`${eks}:aud`, "sts.amazonaws.com"))),
      findings: [anybody],
    },
    {
      name: "every namespace of a cluster",
      given: roleWith(tokenTrust(eks, like(`${eks}:sub`, "system:serviceaccount:*:cart"))),
      findings: [anybody],
    },
    {
      name: "whoever has a token of an issuer",
      given: roleWith(tokenTrust("login.example.com")),
      findings: [anybody],
    },
    {
      name: "Login with Amazon, of any app",
      given: roleWith(tokenTrust("www.amazon.com")),
      findings: [anybody],
    },
    {
      name: "the second statement",
      given: roleWith(trust({ Service: "lambda.amazonaws.com" }), { ...tokenTrust(github), Sid: undefined }),
      findings: [{ id: "anybody", at: "assumeRolePolicy.Statement[1]" }],
    },
  ],
  unknown: [
    {
      name: "a provider of the stack",
      given: [
        declare(Role, "deploy", {
          assumeRolePolicy: documentOf(
            trust({
              Federated: declare(OpenIdConnectProvider, "github", { url: `https://${github}` }).arn,
            }),
          ),
        }),
      ],
      at: "assumeRolePolicy",
    },
    {
      name: "a subject not known yet",
      given: declare(Role, "deploy", {
        assumeRolePolicy: {
          Version: "2012-10-17",
          Statement: [tokenTrust(github, { StringLike: { [`${github}:sub`]: unknown() } })],
        },
      }),
      at: "assumeRolePolicy",
    },
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
  knownMisses: [
    {
      name: "somebody else's organization",
      given: declare(Role, "deploy", {
        assumeRolePolicy: jsonStringify({
          Version: "2012-10-17",
          Statement: [tokenTrust(github, like(`${github}:sub`, "repo:evil/app:*"))],
        }),
      }),
      because: "nothing declared says whose the organization is",
    },
  ],
});
