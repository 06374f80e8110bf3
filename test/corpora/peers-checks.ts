/** What a check of another tool says, and the policies that say the same of a document. */
export interface PeerCheck {
  readonly says: string;
  /** None: the reason stands in `says`. */
  readonly policies: readonly string[];
}

export interface Peer {
  /** The published code that its checks were read from. */
  readonly source: string;
  readonly date: string;
  readonly checks: Readonly<Record<string, PeerCheck>>;
}

function check(says: string, ...policies: readonly string[]): PeerCheck {
  return { says, policies };
}

/**
 * Policies of this pack that tell of one thing each, where a peer has one check for all of it. A whole service is told of
 * by `iam-no-service-wildcards` alone, and all of IAM by `iam-no-wildcard-admin`.
 */
const escalations = [
  "iam-no-privilege-escalation",
  "iam-limit-workload-takeover",
  "iam-no-wildcard-admin",
  "iam-no-assume-any-role",
];
const grammar = ["iam-no-rejected-documents", "iam-no-invalid-conditions"];
const administrators = ["iam-no-wildcard-admin", "iam-no-administrator"];
const wholeKeyService = ["iam-no-service-wildcards", "kms-no-decrypt-on-all-keys"];

const parliament: Peer = {
  source: "duo-labs/parliament 1.6.4: config.yaml and community_auditors",
  date: "2025-04-25",
  checks: {
    MALFORMED_JSON: check("the text is no JSON", ...grammar),
    MALFORMED: check("the document is not built as the language asks", ...grammar),
    DUPLICATE_SID: check("two statements have one id", ...grammar),
    INVALID_SID: check("an id has characters that AWS refuses", ...grammar),
    INVALID_ARN: check("an ARN is not well formed", "iam-no-malformed-arns", ...grammar),
    NO_VERSION: check("the document names no version", "iam-prefer-current-version"),
    INVALID_VERSION: check("the version does not exist", ...grammar),
    OLD_VERSION: check("the version is that of 2008", "iam-prefer-current-version", "iam-no-inert-variables"),
    UNKNOWN_PRINCIPAL: check("a principal is not well formed", ...grammar),
    UNKNOWN_FEDERATION_SOURCE: check("a federated principal is not well formed", ...grammar),
    UNKNOWN_OPERATOR: check("a condition operator does not exist", ...grammar),
    UNKNOWN_ACTION: check("an action does not exist", "iam-no-unknown-actions"),
    UNKNOWN_PREFIX: check("a service does not exist", "iam-no-unknown-actions"),
    UNKNOWN_CONDITION_FOR_ACTION: check(
      "a condition key is not one of the action's",
      "iam-no-inert-condition-keys",
      "iam-no-unknown-condition-keys",
      "iam-no-unlisted-condition-keys",
    ),
    MISMATCHED_TYPE: check(
      "an operator or a value does not suit the key's type",
      "iam-no-mistyped-conditions",
      ...grammar,
    ),
    MISMATCHED_TYPE_BUT_USABLE: check("an ARN or a truth value is compared as text", "iam-prefer-typed-conditions"),
    MISMATCHED_TYPE_OPERATION_TO_NULL: check("`Null` has a value other than true and false", ...grammar),
    BAD_PATTERN_FOR_MFA: check("a condition on MFA does not do what it seems to", "iam-no-mfa-gaps"),
    RESOURCE_MISMATCH: check("no resource is of a type that an action takes", "iam-no-mismatched-resources"),
    RESOURCE_STAR: check(
      "actions that take named resources are allowed on `*`",
      "iam-no-wildcard-resources",
      "iam-no-service-wildcards",
    ),
    RESOURCE_EFFECTIVELY_STAR: check("a resource has nothing but wildcards", "iam-no-wildcard-resources"),
    RESOURCE_POLICY_PRIVILEGE_ESCALATION: check(
      "a bucket's policy or access list can be written",
      "iam-no-unconfined-permissions-management",
    ),
    PRIVILEGE_ESCALATION: check("actions that together widen rights", ...escalations),
    PERMISSIONS_MANAGEMENT_ACTIONS: check(
      "actions at the level of permissions management",
      "iam-no-unconfined-permissions-management",
    ),
    CREDENTIALS_EXPOSURE: check("calls that may answer with credentials", "iam-no-credentials-exposure"),
    SENSITIVE_ACCESS: check("access that its configuration calls sensitive", "iam-no-sensitive-access"),
    NOTPRINCIPAL_WITH_ALLOW: check("everybody but some is let in", "iam-no-not-principal"),
    NOTRESOURCE_WITH_ALLOW: check("everything but some is allowed", "iam-no-allow-not-resource"),
    SINGLE_VALUE_CONDITION_TOO_PERMISSIVE: check(
      "a set operator on a key of one value",
      "iam-no-misused-set-operators",
    ),
  },
};

const cloudsplaining: Peer = {
  source: "salesforce/cloudsplaining 5012eab: cloudsplaining/scan and shared/constants.py",
  date: "2026-08-16",
  checks: {
    PrivilegeEscalation: check("actions that together widen rights, without named resources", ...escalations),
    ResourceExposure: check(
      "actions at the level of permissions management, without named resources",
      "iam-no-unconfined-permissions-management",
      "iam-no-service-wildcards",
      "iam-limit-pass-role",
      "iam-no-privilege-escalation",
      "iam-no-wildcard-admin",
    ),
    DataExfiltration: check("reads of data and secrets, without named resources", "iam-limit-data-access"),
    ServiceWildcard: check("all of a service", "iam-no-service-wildcards", "iam-no-wildcard-admin"),
    CredentialsExposure: check(
      "calls that may answer with credentials",
      "iam-no-credentials-exposure",
      "iam-no-wildcard-admin",
    ),
    InfrastructureModification: check(
      "actions that change something, and the reads of DataExfiltration, without named resources",
      "iam-no-unconfined-write",
      "iam-no-unconfined-permissions-management",
      "iam-no-service-wildcards",
      "iam-no-wildcard-admin",
      "iam-limit-pass-role",
      "iam-limit-data-access",
    ),
    AssumableByComputeService: check("a role is for a compute service: what roles are for, so nothing to report"),
    AssumableByAnyPrincipal: check("a role trusts everybody", "iam-no-public-trust"),
    AssumableByAnyPrincipalWithConditions: check("a role trusts everybody, on conditions", "iam-no-wildcard-trust"),
    AssumableByCrossAccountPrincipal: check(
      "a role trusts another account",
      "iam-no-unknown-account-trust",
      "iam-no-public-trust",
    ),
  },
};

const prowler: Peer = {
  source: "prowler-cloud/prowler 3e000faa31: providers/aws/services",
  date: "2026-08-21",
  checks: {
    awslambda_function_not_publicly_accessible: check("anybody may invoke a function", "alarms-no-public-function"),
    cloudwatch_log_group_not_publicly_accessible: check("log groups let anybody in", "logs-no-public-resource-policy"),
    iam_customer_attached_policy_no_administrative_privileges: check("`*` on `*`, attached", ...administrators),
    iam_customer_unattached_policy_no_administrative_privileges: check("`*` on `*`, unattached", ...administrators),
    iam_inline_policy_no_administrative_privileges: check("`*` on `*`, inline", ...administrators),
    iam_group_administrator_access_policy: check("a group of administrators", ...administrators),
    iam_role_administratoraccess_policy: check("a role has AdministratorAccess", "iam-no-administrator"),
    iam_inline_policy_allows_privilege_escalation: check("actions that widen rights, inline", ...escalations),
    iam_policy_allows_privilege_escalation: check("actions that widen rights, managed", ...escalations),
    iam_inline_policy_no_full_access_to_cloudtrail: check("`cloudtrail:*`, inline", "iam-no-service-wildcards"),
    iam_policy_no_full_access_to_cloudtrail: check("`cloudtrail:*`, managed", "iam-no-service-wildcards"),
    iam_inline_policy_no_full_access_to_kms: check("`kms:*`, inline", ...wholeKeyService),
    iam_policy_no_full_access_to_kms: check("`kms:*`, managed", ...wholeKeyService),
    iam_inline_policy_no_wildcard_marketplace_subscribe: check(
      "any subscription, inline",
      "iam-limit-marketplace-subscriptions",
    ),
    iam_policy_no_wildcard_marketplace_subscribe: check(
      "any subscription, managed",
      "iam-limit-marketplace-subscriptions",
    ),
    iam_no_custom_policy_permissive_role_assumption: check("any role may be taken on", "iam-no-assume-any-role"),
    iam_role_cross_account_readonlyaccess_policy: check(
      "another account may read everything",
      "iam-limit-foreign-read-access",
    ),
    iam_role_cross_service_confused_deputy_prevention: check(
      "a service is trusted for any account",
      "iam-require-source-conditions-in-trust",
    ),
    iam_securityaudit_role_created: check("a role for auditors exists", "iam-require-audit-role"),
    iam_support_role_created: check("a role for support exists", "iam-require-support-role"),
    kms_key_not_publicly_accessible: check("a key lets anybody in", "kms-no-public-key-policy"),
    s3_bucket_cross_account_access: check(
      "a bucket lets another account change it",
      "iam-no-unknown-account-access",
      "iam-no-public-resource-policy",
      ...grammar,
    ),
    sns_topics_not_publicly_accessible: check("anybody may publish to a topic", "alarms-no-public-topic"),
  },
};

/** The tools whose verdicts are compared, each with its checks as of the date. */
export const peers: Readonly<Record<string, Peer>> = { parliament, cloudsplaining, prowler };
