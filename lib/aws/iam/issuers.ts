/** A claim that tells tenants of an issuer apart, as far as AWS compares it: one that it does not, no condition can ask for. */
export interface TenantClaim {
  readonly name: string;
  /** What the known beginning of a pattern must look like so that only one tenant can have it. Absent: no beginning will do. */
  readonly beginning?: RegExp;
  /** What an exact value must look like. Absent: any is one tenant's. */
  readonly whole?: RegExp;
}

/** How a subject names a repository and what within it. */
export interface ProjectFacts {
  readonly title: string;
  readonly owner: string;
  readonly projectClaims: readonly TenantClaim[];
  readonly branchClaims: readonly TenantClaim[];
}

/** What a trust policy must ask of the tokens of an issuer. */
export interface IssuerFacts {
  /** What messages call it. */
  readonly title: string;
  /** Any one of these keeps everybody else out. Empty: the issuer has one tenant, and any claim will do. */
  readonly tenantClaims: readonly TenantClaim[];
  /** An example of a right condition, for messages. */
  readonly example: { readonly claim: string; readonly value: string; readonly note?: string };
  /** The audience that its tokens have where they are meant for AWS; absent where it is the user's choice. */
  readonly audience?: string;
  /** For issuers of pipelines: what tells the tenant's repositories apart, and their branches and environments. */
  readonly project?: ProjectFacts;
  /** What somebody shares with everybody that the claims leave in, such as "GitHub". */
  readonly population: string;
}

interface KnownIssuer extends IssuerFacts {
  readonly matches: RegExp;
}

function claim(name: string, forms: Omit<TenantClaim, "name"> = {}): TenantClaim {
  return { name, ...forms };
}

const anyText = /^[^*?]{3,}/;

/**
 * GitHub's subjects. By default `repo:octo-org/octo-repo:ref:refs/heads/main`, and, of repositories made or renamed since 15
 * July 2026, `repo:octo-org@123/octo-repo@456:ref:refs/heads/main`. Whoever owns a repository may have its subjects
 * made of other claims, such as `environment:prod` alone, so a subject is a tenant's only where it names one: a colon
 * within a value is written `%3A`. Source: GitHub documentation, "OpenID Connect reference" (read 2026-11).
 */
const githubTenant = {
  beginning:
    /(?:^|:)(?:(?:repo|repository|workflow_ref|job_workflow_ref):[^/:@]+[/@]|(?:repository_owner|repository_owner_id|repository_id|enterprise|enterprise_id):[^:]+:)/,
  whole:
    /(?:^|:)(?:(?:repo|repository|workflow_ref|job_workflow_ref):[^/:]+\/|(?:repository_owner|repository_owner_id|repository_id|enterprise|enterprise_id):[^:]+(?::|$))/,
};

const githubRepository = {
  beginning:
    /(?:^|:)(?:(?:repo|repository):[^/:]+\/[^:@]+[:@]|repository_id:\d+:|(?:workflow_ref|job_workflow_ref):[^/:]+\/[^/:]+\/)/,
  whole:
    /(?:^|:)(?:(?:repo|repository):[^/:]+\/[^:]+|repository_id:\d+(?::|$)|(?:workflow_ref|job_workflow_ref):[^/:]+\/[^/:]+\/)/,
};

const githubBranch = {
  beginning: /:(?:ref:refs\/(?:heads|tags)\/|environment:|workflow_ref:|job_workflow_ref:|ref_type:)[^*?]/,
};

/** Facts of GitHub Actions but for whose tokens an issuer signs. */
const github = {
  title: "GitHub Actions",
  example: {
    claim: "sub",
    value: "repo:<owner>/<repository>:ref:refs/heads/main",
    note: "of repositories made or renamed since 15 July 2026 the subject begins with `repo:<owner>@<owner id>/<repository>@<repository id>`",
  },
  audience: "sts.amazonaws.com",
  project: {
    title: "repository",
    owner: "owner",
    projectClaims: [
      claim("sub", githubRepository),
      claim("repository"),
      claim("repository_id"),
      claim("job_workflow_ref", { beginning: /^[^/]+\/[^/]+\// }),
    ],
    branchClaims: [
      claim("sub", githubBranch),
      claim("ref", { beginning: /^refs\/./ }),
      claim("environment", { beginning: anyText }),
      claim("job_workflow_ref", { beginning: /@/ }),
    ],
  },
} as const;

/** What a pod's token says of it. */
const pod = claim("sub", { beginning: /^system:serviceaccount:[^:]+:/ });

const podExample = { claim: "sub", value: "system:serviceaccount:<namespace>:<service account>" } as const;

/**
 * Issuers that many organizations share, and those of Kubernetes clusters, where one issuer serves all pods. Which issuers
 * are shared and which claim tells their tenants apart: IAM user guide, "Identity-provider controls for shared OIDC
 * providers"; which claims AWS compares: Service Authorization Reference, keys of `sts:AssumeRoleWithWebIdentity`; forms of
 * subjects: the issuers' own documentation (all read 2026-11). CircleCI, Bitbucket, Vercel's teams, Spacelift, Semaphore,
 * Octopus and Azure DevOps have an issuer per tenant.
 */
const knownIssuers: readonly KnownIssuer[] = [
  {
    ...github,
    matches: /^(?:vs)?token\.actions\.githubusercontent\.com$/,
    tenantClaims: [
      claim("sub", githubTenant),
      claim("repository", { beginning: /^[^/]+\// }),
      claim("job_workflow_ref", { beginning: /^[^/]+\// }),
      claim("repository_id"),
      claim("repository_owner_id"),
      claim("enterprise_id"),
    ],
    population: "any repository on GitHub",
  },
  {
    ...github,
    matches: /^token\.actions\.(?:githubusercontent\.com\/[^/]+|[^./]+\.ghe\.com)$/,
    tenantClaims: [],
    population: "any repository of the enterprise",
  },
  {
    title: "GitHub's audit log",
    matches: /^oidc-configuration\.audit-log\.githubusercontent\.com$/,
    tenantClaims: [claim("sub")],
    example: { claim: "sub", value: "https://github.com/<enterprise>" },
    audience: "sts.amazonaws.com",
    population: "any enterprise on GitHub",
  },
  {
    title: "GitLab.com",
    matches: /^gitlab\.com$/,
    tenantClaims: [
      claim("sub", { beginning: /^project_path:[^/:]+\//, whole: /^project_path:[^/:]+\// }),
      claim("namespace_id"),
      claim("project_id"),
    ],
    example: { claim: "sub", value: "project_path:<group>/<project>:ref_type:branch:ref:main" },
    project: {
      title: "project",
      owner: "group",
      projectClaims: [claim("sub", { beginning: /^project_path:[^:*?]+:/ }), claim("project_id")],
      branchClaims: [claim("sub", { beginning: /:ref:[^*?]/ }), claim("ref_protected", { whole: /^true$/ })],
    },
    population: "any project on GitLab.com",
  },
  {
    title: "HCP Terraform",
    matches: /^app\.(?:eu\.)?terraform\.io$/,
    tenantClaims: [claim("sub", { beginning: /^organization:[^:]+:/ })],
    example: { claim: "sub", value: "organization:<name>:project:<project>:workspace:<workspace>:run_phase:*" },
    audience: "aws.workload.identity",
    population: "any organization on HCP Terraform",
  },
  {
    title: "Pulumi Cloud",
    matches: /^api\.pulumi\.com\/oidc$/,
    tenantClaims: [
      claim("aud"),
      claim("sub", { beginning: /^pulumi:[^:]+:(?:org|pulumi\.organization\.login):[^:]+:/ }),
    ],
    example: { claim: "aud", value: "aws:<organization>" },
    population: "any organization on Pulumi Cloud",
  },
  {
    title: "Buildkite",
    matches: /^agent\.buildkite\.com$/,
    tenantClaims: [
      claim("sub", { beginning: /^organization:[^:]+:/ }),
      claim("organization_slug"),
      claim("organization_id"),
      claim("pipeline_id"),
      claim("cluster_id"),
    ],
    example: { claim: "sub", value: "organization:<name>:pipeline:<pipeline>:*" },
    audience: "sts.amazonaws.com",
    population: "any organization on Buildkite",
  },
  {
    title: "Vercel",
    matches: /^oidc\.vercel\.com$/,
    tenantClaims: [
      claim("aud", { whole: /^https:\/\/vercel\.com\/[^/]/ }),
      claim("sub", { beginning: /^owner:[^:]+:/, whole: /^owner:[^:]+:/ }),
    ],
    example: { claim: "aud", value: "https://vercel.com/<team>" },
    population: "any team on Vercel",
  },
  {
    title: "Codefresh",
    matches: /^oidc\.codefresh\.io$/,
    tenantClaims: [claim("sub", { beginning: /^account:[^:]+:/ })],
    example: { claim: "sub", value: "account:<account id>:pipeline:<pipeline id>:*" },
    audience: "https://g.codefresh.io",
    population: "any account on Codefresh",
  },
  {
    title: "Scalr",
    matches: /^scalr\.io$/,
    tenantClaims: [claim("sub", { beginning: /^account:[^:]+:/ })],
    example: { claim: "sub", value: "account:<account>:environment:<environment>:workspace:<workspace>" },
    population: "any account on Scalr",
  },
  {
    title: "Upbound",
    matches: /^proidc\.upbound\.io$/,
    tenantClaims: [claim("sub", { beginning: /^mcp:[^/:]+\// })],
    example: { claim: "sub", value: "mcp:<organization>/<control plane>:provider:provider-aws" },
    audience: "sts.amazonaws.com",
    population: "any organization on Upbound",
  },
  {
    title: "env zero",
    matches: /^login\.app\.env0\.com\/?$/,
    tenantClaims: [claim("sub")],
    example: { claim: "sub", value: "auth0|<user>" },
    population: "any organization on env zero",
  },
  {
    title: "Modal",
    matches: /^oidc\.modal\.com$/,
    tenantClaims: [claim("sub", { beginning: /^modal:workspace_id:[^:]+:/ })],
    example: { claim: "sub", value: "modal:workspace_id:<workspace id>:*" },
    audience: "oidc.modal.com",
    population: "any workspace on Modal",
  },
  {
    title: "Deno Deploy",
    matches: /^oidc\.deno\.com$/,
    tenantClaims: [claim("sub", { beginning: /^deployment:[^/]+\// })],
    example: { claim: "sub", value: "deployment:<organization>/<app>/<context>" },
    audience: "sts.amazonaws.com",
    population: "any organization on Deno Deploy",
  },
  {
    title: "DVC Studio",
    matches: /^studio\.datachain\.ai\/api$/,
    tenantClaims: [claim("sub", { beginning: anyText })],
    example: { claim: "sub", value: "<subject>" },
    population: "any team on DVC Studio",
  },
  {
    title: "Shisho Cloud",
    matches: /^tokens\.cloud\.shisho\.dev$/,
    tenantClaims: [claim("sub", { beginning: anyText })],
    example: { claim: "sub", value: "<subject>" },
    population: "any organization on Shisho Cloud",
  },
  // Whoever asks Google for a token chooses its audience, which AWS compares as `oaud`; `aud` is the client's number
  {
    title: "Google",
    matches: /^accounts\.google\.com$/,
    tenantClaims: [claim("aud"), claim("sub"), claim("email"), claim("google/organization_number")],
    example: { claim: "sub", value: "<unique id of the service account>" },
    population: "any Google account",
  },
  {
    title: "Amazon Cognito",
    matches: /^cognito-identity\.amazonaws\.com$/,
    tenantClaims: [
      claim("aud", { beginning: /^[a-z0-9-]+:[0-9a-f-]{8}/ }),
      claim("sub", { beginning: /^[a-z0-9-]+:[0-9a-f-]{8}/ }),
    ],
    example: { claim: "aud", value: "<region>:<id of the identity pool>" },
    population: "any identity pool",
  },
  {
    title: "Login with Amazon",
    matches: /^www\.amazon\.com$/,
    tenantClaims: [claim("app_id"), claim("user_id")],
    example: { claim: "app_id", value: "<id of the app>" },
    population: "any app",
  },
  {
    title: "Facebook",
    matches: /^graph\.facebook\.com$/,
    tenantClaims: [claim("app_id"), claim("id")],
    example: { claim: "app_id", value: "<id of the app>" },
    population: "any app",
  },
  {
    title: "EKS",
    matches: /^oidc(?:\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?|-eks\.[a-z0-9-]+\.api\.[a-z.]+)\/id\/\w+$/,
    tenantClaims: [pod],
    example: podExample,
    audience: "sts.amazonaws.com",
    population: "any pod of the cluster",
  },
  {
    title: "GKE",
    matches: /^container\.googleapis\.com\/v1\/projects\/.+$/,
    tenantClaims: [pod],
    example: podExample,
    population: "any pod of the cluster",
  },
  {
    title: "AKS",
    matches: /^[a-z0-9-]+\.oic\.prod-aks\.azure\.com\/.+$/,
    tenantClaims: [pod],
    example: podExample,
    population: "any pod of the cluster",
  },
];

/** The facts of an issuer, by its address without scheme; for an issuer that is not known those of one with one tenant. */
export function issuerFacts(issuer: string): IssuerFacts {
  const known = knownIssuers.find(({ matches }) => matches.test(issuer));
  if (known !== undefined) return known;
  return {
    title: `the issuer \`${issuer}\``,
    tenantClaims: [],
    example: { claim: "sub", value: "<subject>" },
    population: "anybody with a token of the issuer",
  };
}

const plainIssuers = ["accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com"];

/** The issuer that a federated principal stands for, in lower case; `undefined` for a SAML provider and for anything else. */
export function issuerOfPrincipal(principal: string): string | undefined {
  const [, fromArn] = /^arn:[^:]+:iam::\d*:oidc-provider\/(.+)$/.exec(principal) ?? [];
  if (fromArn !== undefined) return fromArn.toLowerCase();
  return plainIssuers.includes(principal.toLowerCase()) ? principal.toLowerCase() : undefined;
}

/** Whether a federated principal is a SAML provider. */
export function isSamlProvider(principal: string): boolean {
  return /^arn:[^:]+:iam::\d*:saml-provider\//.test(principal);
}
