/** Who is right where a peer and we differ; `both` where two different questions were asked. */
export type Right = "peer" | "trailguard" | "both";

/** A reviewed difference: `reports` is the peer's check that finds more than we do, or our policy on a document that is clean to the peer. */
export interface Review {
  readonly reports: string;
  readonly documents: readonly string[];
  readonly right: Right;
  readonly why: string;
}

/** The peer reports, and nothing of ours says the same. */
const reportedByPeers: readonly Review[] = [
  {
    reports: "RESOURCE_STAR",
    documents: ["parliament-026"],
    right: "both",
    why: "the condition is always met; that is what we report, and with it repaired the statement is confined",
  },
  {
    reports: "RESOURCE_STAR",
    documents: ["parliament-035", "parliament-037"],
    right: "trailguard",
    why: "a condition confines the instances to those of one profile",
  },
  {
    reports: "MISMATCHED_TYPE_BUT_USABLE",
    documents: ["parliament-037"],
    right: "trailguard",
    why: "a whole ARN without wildcards is the same to a text operator, and AWS's own examples compare it so",
  },
  {
    reports: "RESOURCE_MISMATCH",
    documents: ["parliament-041", "parliament-049"],
    right: "trailguard",
    why: "a wildcard over S3 beside a bucket and its objects is meant for the actions that fit; that others do not is harmless",
  },
  {
    reports: "PERMISSIONS_MANAGEMENT_ACTIONS",
    documents: ["parliament-009"],
    right: "trailguard",
    why: "AWS lists `redshift:GetClusterCredentials` at the level of writes today; it is reported for the credentials it returns",
  },
  {
    reports: "CredentialsExposure",
    documents: ["cloudsplaining-103"],
    right: "trailguard",
    why: "the registry's token gives no right beyond those of the caller, and no resource can be named for it",
  },
  {
    reports: "CredentialsExposure",
    documents: ["cloudsplaining-085"],
    right: "both",
    why: "the statement allows everything but three services: `iam-no-allow-not-action` says so once, not for each thing within",
  },
  {
    reports: "DataExfiltration",
    documents: ["cloudsplaining-085"],
    right: "both",
    why: "the statement allows everything but three services: `iam-no-allow-not-action` says so once, not for each thing within",
  },
  {
    reports: "InfrastructureModification",
    documents: ["cloudsplaining-179"],
    right: "trailguard",
    why: "to write log events everywhere is what AWS's own execution roles allow, and harms nothing",
  },
  {
    reports: "awslambda_function_not_publicly_accessible",
    documents: ["prowler-192"],
    right: "both",
    why: "the document is the function's trust policy; the permission that the verdict is about is not in it",
  },
  {
    reports: "iam_role_cross_account_readonlyaccess_policy",
    documents: ["prowler-315"],
    right: "trailguard",
    why: "the role trusts everybody: `iam-no-public-trust` stops the deployment, whatever is attached",
  },
  {
    reports: "iam_role_cross_service_confused_deputy_prevention",
    documents: ["prowler-316"],
    right: "trailguard",
    why: "an instance has a role of its own account alone, and EC2's guide asks for no source in the trust policy",
  },
];

const another = "the peer's check asks something else of the document";

/** We report a document that is clean to the peer. */
const reportedByUs: readonly Review[] = [
  {
    reports: "iam-no-wildcard-resources",
    documents: ["cloudsplaining-081"],
    right: "both",
    why: "the peer asks of changes alone; which users and roles are read can be named, as the strict pack wants",
  },
  {
    reports: "iam-no-literal-wildcards",
    documents: ["parliament-023"],
    right: "trailguard",
    why: "`StringEquals` takes the star of `home/${aws:username}/*` as a plain character: nobody can list anything",
  },
  {
    reports: "iam-no-public-resource-policy",
    documents: ["parliament-051"],
    right: "both",
    why: "the peer checks grammar; the bucket is open to everybody",
  },
  {
    reports: "iam-limit-data-access",
    documents: ["prowler-224", "prowler-226"],
    right: "both",
    why: "no administrator, but a reader of every object of the account",
  },
  {
    reports: "iam-no-wildcard-resources",
    documents: ["prowler-215", "prowler-220", "prowler-224", "prowler-226"],
    right: "both",
    why: another,
  },
  {
    reports: "iam-no-wildcard-resources",
    documents: ["prowler-211", "prowler-256"],
    right: "both",
    why: "the denials leave one action, on every table: no way to more rights, but wider than need be",
  },
  {
    reports: "iam-no-unconfined-write",
    documents: ["prowler-211", "prowler-256"],
    right: "both",
    why: "the denials leave one action, on every table: no way to more rights, but wider than need be",
  },
  {
    reports: "iam-no-service-wildcards",
    documents: ["prowler-240", "prowler-300"],
    right: "both",
    why: "all of EC2 on every resource: no subscriptions, but the end of every instance",
  },
  {
    reports: "iam-limit-workload-takeover",
    documents: ["prowler-240", "prowler-300"],
    right: "both",
    why: "all of EC2 on every resource replaces the user data of instances, and so acts under their roles",
  },
  {
    reports: "iam-no-allow-not-action",
    documents: ["prowler-235", "prowler-244", "prowler-293", "prowler-306"],
    right: "both",
    why: "the service of the peer's check is left out, and everything else of AWS allowed",
  },
  {
    reports: "iam-no-wildcard-admin",
    documents: ["prowler-235", "prowler-244", "prowler-293", "prowler-306"],
    right: "both",
    why: "what is left holds all of IAM, with which the service of the peer's check is had as well",
  },
  {
    reports: "kms-no-decrypt-on-all-keys",
    documents: ["prowler-244", "prowler-306"],
    right: "both",
    why: "everything but a subscription holds every key",
  },
  {
    reports: "iam-no-public-trust",
    documents: ["prowler-322", "prowler-323"],
    right: "both",
    why: "the peer asks whether the role exists; anybody in AWS can take it on",
  },
  {
    reports: "iam-no-whole-account-trust",
    documents: ["prowler-308", "prowler-309", "prowler-312", "prowler-313"],
    right: "both",
    why: "the peer asks what is attached; the role trusts an account as a whole",
  },
  {
    reports: "iam-require-mfa-for-trust",
    documents: ["prowler-308", "prowler-309", "prowler-312", "prowler-313"],
    right: "both",
    why: "the peer asks what is attached; people come in without a second factor",
  },
  {
    reports: "iam-no-deprecated-condition-keys",
    documents: ["prowler-334"],
    right: "both",
    why: "the topic is not public; SNS keeps `aws:SourceOwner` for old policies only",
  },
  {
    reports: "iam-require-conditions",
    documents: ["prowler-215", "prowler-258", "prowler-259"],
    right: "both",
    why: "no way to more rights, since the role is named; to which service it may be passed is left open",
  },
  {
    reports: "iam-no-mistyped-conditions",
    documents: ["prowler-340"],
    right: "both",
    why: "the topic is not public, since a source that is no ARN lets nobody publish at all",
  },
  {
    reports: "iam-prefer-current-version",
    documents: ["prowler-317", "prowler-319", "prowler-332", "prowler-334", "prowler-336"],
    right: "both",
    why: another,
  },
];

/** Every difference between the peers' verdicts and ours, read one by one in 2026-11. */
export const reviews: readonly Review[] = [...reportedByPeers, ...reportedByUs];
