/** A claim that tells tenants of an issuer apart. */
export interface TenantClaim {
  readonly name: string;
  /** What the known beginning of a value must look like so that only one tenant can have it. */
  readonly pinned: RegExp;
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
  readonly example: { readonly claim: string; readonly value: string };
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

const anyText = /^[^*?]{3,}/;

function claim(name: string, pinned = anyText): TenantClaim {
  return { name, pinned };
}

/**
 * Issuers that many organizations share, from IAM's list of identity-provider controls (IAM user guide, read 2026-11) and the
 * issuers' own descriptions of their tokens, and EKS, where one issuer serves all pods of a cluster.
 */
const knownIssuers: readonly KnownIssuer[] = [
  {
    title: "GitHub Actions",
    matches: /^token\.actions\.githubusercontent\.com$/,
    tenantClaims: [
      claim(
        "sub",
        /^(?:(?:repo|repository|job_workflow_ref):[^/:]+\/|(?!repo:|repository:|job_workflow_ref:)\w+:[^:]+)/,
      ),
      claim("repository", /^[^/]+\//),
      claim("job_workflow_ref", /^[^/]+\//),
      claim("repository_id", /^\d+/),
      claim("repository_owner"),
      claim("repository_owner_id", /^\d+/),
      claim("enterprise"),
      claim("enterprise_id", /^\d+/),
    ],
    example: { claim: "sub", value: "repo:<owner>/<repository>:ref:refs/heads/main" },
    audience: "sts.amazonaws.com",
    project: {
      title: "repository",
      owner: "owner",
      projectClaims: [
        claim(
          "sub",
          /^(?:(?:repo|repository|job_workflow_ref):[^/:]+\/[^:*?]+:|(?!repo:|repository:|job_workflow_ref:|repository_owner)\w+:[^:]+)/,
        ),
        claim("repository", /^[^/]+\/[^*?]+$/),
        claim("repository_id", /^\d+/),
        claim("job_workflow_ref", /^[^/]+\/[^/]+\//),
      ],
      branchClaims: [
        claim("sub", /:(?:ref:refs\/(?:heads|tags)\/|environment:|job_workflow_ref:|ref_type:)[^*?]/),
        claim("ref", /^refs\/./),
        claim("environment"),
        claim("job_workflow_ref", /@/),
      ],
    },
    population: "any repository on GitHub",
  },
  {
    title: "GitLab.com",
    matches: /^gitlab\.com$/,
    tenantClaims: [claim("sub", /^project_path:[^/]+\//)],
    example: { claim: "sub", value: "project_path:<group>/<project>:ref_type:branch:ref:main" },
    project: {
      title: "project",
      owner: "group",
      projectClaims: [claim("sub", /^project_path:[^:*?]+:/)],
      branchClaims: [claim("sub", /:ref:[^*?]/)],
    },
    population: "any project on GitLab.com",
  },
  {
    title: "HCP Terraform",
    matches: /^app\.terraform\.io$/,
    tenantClaims: [claim("sub", /^organization:[^:]+:/)],
    example: { claim: "sub", value: "organization:<name>:project:<project>:workspace:<workspace>:run_phase:*" },
    audience: "aws.workload.identity",
    population: "any organization on HCP Terraform",
  },
  {
    title: "Pulumi Cloud",
    matches: /^api\.pulumi\.com\/oidc$/,
    tenantClaims: [claim("aud"), claim("sub", /^pulumi:[^:]+:org:[^:]+:/)],
    example: { claim: "aud", value: "aws:<organization>" },
    population: "any organization on Pulumi Cloud",
  },
  {
    title: "Buildkite",
    matches: /^agent\.buildkite\.com$/,
    tenantClaims: [claim("sub", /^organization:[^:]+:/)],
    example: { claim: "sub", value: "organization:<name>:pipeline:<pipeline>:*" },
    audience: "sts.amazonaws.com",
    population: "any organization on Buildkite",
  },
  {
    title: "Vercel",
    matches: /^oidc\.vercel\.com$/,
    tenantClaims: [claim("aud", /^https:\/\/vercel\.com\/[^/]+/), claim("sub", /^owner:[^:]+:/)],
    example: { claim: "aud", value: "https://vercel.com/<team>" },
    population: "any team on Vercel",
  },
  {
    title: "Codefresh",
    matches: /^oidc\.codefresh\.io$/,
    tenantClaims: [claim("sub", /^account:[^:]+:/)],
    example: { claim: "sub", value: "account:<account id>:pipeline:<pipeline id>:*" },
    population: "any account on Codefresh",
  },
  {
    title: "Scalr",
    matches: /^scalr\.io$/,
    tenantClaims: [claim("sub", /^account:[^:]+:/)],
    example: { claim: "sub", value: "account:<account>:environment:<environment>:workspace:<workspace>" },
    population: "any account on Scalr",
  },
  {
    title: "Google",
    matches: /^accounts\.google\.com$/,
    tenantClaims: [claim("aud"), claim("sub"), claim("oaud"), claim("email"), claim("azp")],
    example: { claim: "sub", value: "<unique id of the service account>" },
    population: "any Google account",
  },
  {
    title: "Amazon Cognito",
    matches: /^cognito-identity\.amazonaws\.com$/,
    tenantClaims: [claim("aud", /^[a-z0-9-]+:[0-9a-f-]{8}/), claim("sub", /^[a-z0-9-]+:[0-9a-f-]{8}/)],
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
    matches: /^oidc\.eks\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\/id\/\w+$/,
    tenantClaims: [claim("sub", /^system:serviceaccount:[^:]+:/)],
    example: { claim: "sub", value: "system:serviceaccount:<namespace>:<service account>" },
    audience: "sts.amazonaws.com",
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
