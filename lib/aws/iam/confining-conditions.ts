import { type Condition } from "../../access/document";
import { type Grant } from "../../access/grants";
import { type ActionFacts } from "../../access/facts/service-facts";
import { splitArn } from "../../access/match";
import { servicePrefix } from "../../access/service-prefix";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import { type IdentityDocument, type StatementGrant, grantsByStatement, isAtLarge } from "./identity-documents";
import { reachesEveryPrincipal } from "./pass-role";
import { isWholeService } from "./written-actions";

/** Sensitive actions with the condition that AWS provides to confine them. */
export interface ConfiningCondition {
  readonly actions: readonly string[];
  /** Any one of them confines the actions. */
  readonly keys: readonly string[];
  /** What the statement leaves open, after "allows `iam:PassRole`". */
  readonly open: string;
  /** The condition to write. */
  readonly line: string;
  /** Whether it is for resources of any account alone. */
  readonly ofAnyAccount?: true;
}

/**
 * Actions that hand rights or data to whomever the caller names, and for which the Service Authorization Reference lists
 * a key that says to whom or what (read 2026-11).
 */
export const confiningConditions: readonly ConfiningCondition[] = [
  {
    actions: ["iam:PassRole"],
    keys: ["iam:PassedToService", "iam:AssociatedResourceArn"],
    open: "to any service that the role trusts",
    line: '"StringEquals": { "iam:PassedToService": "<service>.amazonaws.com" }',
  },
  {
    actions: ["iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:AttachGroupPolicy"],
    keys: ["iam:PolicyARN", "iam:PermissionsBoundary"],
    open: "with any managed policy, `AdministratorAccess` included",
    line: '"ArnEquals": { "iam:PolicyARN": ["arn:aws:iam::<account id>:policy/<name>"] }',
  },
  {
    actions: [
      "iam:CreateRole",
      "iam:CreateUser",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:PutUserPermissionsBoundary",
      "iam:PutUserPolicy",
    ],
    keys: ["iam:PermissionsBoundary", "iam:RoleTemplateARN"],
    open: "whatever permissions boundary there is, or none",
    line: '"ArnEquals": { "iam:PermissionsBoundary": "arn:aws:iam::<account id>:policy/<boundary>" }',
  },
  {
    actions: ["iam:CreateServiceSpecificCredential"],
    keys: ["iam:ServiceSpecificCredentialServiceName"],
    open: "for any service that takes such a credential",
    line: '"StringEquals": { "iam:ServiceSpecificCredentialServiceName": "<service>.amazonaws.com" }',
  },
  {
    actions: ["sts:AssumeRole"],
    keys: ["aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths"],
    open: "on a role of any account, which anybody can create",
    line: '"StringEquals": { "aws:ResourceOrgID": "<organization id>" }',
    ofAnyAccount: true,
  },
  {
    actions: ["sts:AssumeRoot"],
    keys: ["sts:TaskPolicyArn"],
    open: "for any task of a root user",
    line: '"ArnEquals": { "sts:TaskPolicyArn": "arn:aws:iam::aws:policy/root-task/<task>" }',
  },
  {
    actions: ["kms:CreateGrant"],
    keys: ["kms:GrantIsForAWSResource", "kms:GranteePrincipal", "kms:GranteeServicePrincipal", "kms:GrantOperations"],
    open: "to anybody, in any account",
    line: '"Bool": { "kms:GrantIsForAWSResource": "true" }',
  },
  {
    actions: ["kms:ScheduleKeyDeletion"],
    keys: ["kms:ScheduleKeyDeletionPendingWindowInDays", "kms:TrailingDaysWithoutKeyUsage"],
    open: "with as few as seven days to take it back",
    line: '"NumericGreaterThanEquals": { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" }',
  },
  {
    actions: ["lambda:AddPermission"],
    keys: ["lambda:Principal", "lambda:FunctionUrlAuthType"],
    open: "for any principal, everybody included",
    line: '"StringEquals": { "lambda:Principal": "<service>.amazonaws.com" }',
  },
  {
    actions: ["lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig"],
    keys: ["lambda:FunctionUrlAuthType"],
    open: "without authentication of the callers",
    line: '"StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" }',
  },
  {
    actions: ["ec2:CreateTags"],
    keys: ["ec2:CreateAction"],
    open: "on what exists already, whose tags may decide who has access to it",
    line: '"StringEquals": { "ec2:CreateAction": "RunInstances" }',
  },
  {
    actions: ["ec2:ModifySnapshotAttribute"],
    keys: ["ec2:Add/userId", "ec2:Add/group"],
    open: "for any account, everybody included",
    line: '"StringEquals": { "ec2:Add/userId": "<account id>" }',
  },
  {
    actions: ["secretsmanager:PutResourcePolicy"],
    keys: ["secretsmanager:BlockPublicPolicy"],
    open: "with a policy that lets everybody in",
    line: '"Bool": { "secretsmanager:BlockPublicPolicy": "true" }',
  },
  {
    actions: ["ram:AssociateResourceShare", "ram:CreateResourceShare", "ram:UpdateResourceShare"],
    keys: ["ram:RequestedAllowsExternalPrincipals", "ram:AllowsExternalPrincipals", "ram:Principal"],
    open: "with accounts outside the organization",
    line: '"Bool": { "ram:RequestedAllowsExternalPrincipals": "false" }',
  },
  {
    actions: ["organizations:EnableAWSServiceAccess", "organizations:RegisterDelegatedAdministrator"],
    keys: ["organizations:ServicePrincipal"],
    open: "for any service",
    line: '"StringEquals": { "organizations:ServicePrincipal": "<service>.amazonaws.com" }',
  },
  {
    actions: ["eks:AssociateAccessPolicy"],
    keys: ["eks:policyArn"],
    open: "with any access policy, that of cluster administrators included",
    line: '"ArnEquals": { "eks:policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" }',
  },
  {
    actions: ["route53:ChangeResourceRecordSets"],
    keys: ["route53:ChangeResourceRecordSetsNormalizedRecordNames"],
    open: "for every name of the zone",
    line: '"ForAllValues:StringLike": { "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["*.<name>"] }',
  },
  {
    actions: ["acm:RequestCertificate"],
    keys: ["acm:DomainNames"],
    open: "for any name",
    line: '"ForAllValues:StringLike": { "acm:DomainNames": ["*.<name>"] }',
  },
  {
    actions: ["events:PutTargets"],
    keys: ["events:TargetArn"],
    open: "with targets in any account",
    line: '"ArnLike": { "events:TargetArn": "arn:aws:<service>:<region>:<account id>:<target>" }',
  },
  {
    actions: ["sns:Subscribe"],
    keys: ["sns:Endpoint", "sns:Protocol"],
    open: "with any endpoint, in anybody's hands",
    line: '"StringLike": { "sns:Endpoint": "*@<domain>" }',
  },
];

const sensitive: ReadonlySet<string> = new Set(confiningConditions.flatMap(({ actions }) => actions));

/** A statement that grants sensitive actions without the condition that AWS provides for them. */
export interface UnconditionalGrant {
  readonly grant: StatementGrant;
  readonly missing: ConfiningCondition;
}

/** What a document grants without condition, and the places of what is not known of it yet. */
export interface UnconditionalGrants {
  readonly grants: readonly UnconditionalGrant[];
  readonly unread: readonly Place[];
}

/**
 * The sensitive actions that a document grants without condition. What reaches every resource is left to the policies
 * on that, and whole services to theirs. Conditions on other matters than the circumstances of a request count as meant.
 */
export function unconditionalGrants(document: IdentityDocument): UnconditionalGrants {
  const reached = grantsByStatement(
    document,
    ({ name }) => sensitive.has(name),
    () => "yes",
  );
  const names = new Set(reached.flatMap(({ actions }) => actions));
  return {
    grants: confiningConditions
      .filter(({ actions }) => actions.some((action) => names.has(action)))
      .flatMap((missing) => grantsWithout(document, missing)),
    unread: reached.filter(({ actions }) => actions.length === 0).flatMap(({ claim }) => claim.places),
  };
}

function grantsWithout(document: IdentityDocument, missing: ConfiningCondition): readonly UnconditionalGrant[] {
  const wanted = ({ name }: ActionFacts) => missing.actions.includes(name);
  const found = grantsByStatement(document, wanted, (grant, action) => isUnconditional(grant, action, missing));
  return found.filter(({ actions }) => actions.length > 0).map((grant) => ({ grant, missing }));
}

function isUnconditional(grant: Grant, action: ActionFacts, missing: ConfiningCondition): Truth {
  if (isWrittenAsService(grant, action) || isJudgedElsewhere(grant, action)) return "no";
  if (grant.denies.some(({ conditions }) => conditions.some((condition) => isAbout(condition, missing.keys))))
    return "no";
  const confined = any(grant.conditions.map((condition) => confines(condition, missing.keys)));
  return all([missing.ofAnyAccount ? reachesAnyAccount(grant) : "yes", not(confined)]);
}

/** `kms:*` on a key makes its administrator: what is missing then is another matter. */
function isWrittenAsService({ statement }: Grant, { name }: ActionFacts): boolean {
  return (statement.actions ?? []).some(
    ({ value }) => !isUnknown(value) && isWholeService(value) && servicePrefix(value) === servicePrefix(name),
  );
}

/** Grants on every resource, and those to pass or change any principal, are reported as such. */
function isJudgedElsewhere(grant: Grant, action: ActionFacts): boolean {
  if (action.level === "Tagging" || action.resourceTypes.length === 0) return false;
  const isOnPrincipals = /^iam:(?:Pass|Put|Attach)/.test(action.name);
  return (
    isAtLarge(grant, action) === "yes" ||
    (isOnPrincipals && grant.resources.some((each) => reachesEveryPrincipal(each) === "yes"))
  );
}

function reachesAnyAccount({ resources }: Grant): Truth {
  return any(resources.map(({ text }) => (isUnknown(text) ? "no" : truthOf(/[*?]/.test(splitArn(text)?.[4] ?? "")))));
}

/** Keys that say how, when and from where somebody calls, not what for. */
const circumstances: ReadonlySet<string> = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:viaawsservice",
]);

function confines(condition: Condition, keys: readonly string[]): Truth {
  if (condition.unknown) return "unknown";
  return truthOf(isAbout(condition, keys) || !circumstances.has(condition.key.toLowerCase()));
}

function isAbout(condition: Condition, keys: readonly string[]): boolean {
  return !condition.unknown && keys.some((key) => key.toLowerCase() === condition.key.toLowerCase());
}
