import { conditionHolds } from "../access/conditions";
import { type RequestContext, absentKey, contextValue, requestContext, undeterminedKey } from "../access/context";
import { type Condition, type PolicyDocument, type Statement, hasPolicyVariables } from "../access/document";
import { coversAction } from "../access/evaluate";
import { splitArn } from "../access/match";
import { findComparison } from "../access/operators";
import { anyWay, matchesPrincipal } from "../access/principals";
import { compileWildcard, wildcardMatches } from "../access/wildcards";
import { type Claim, claim } from "../core/claim";
import { isUnknown } from "../core/properties";
import { type Truth, all, any, not, truthOf } from "../core/truth";
import { type DocumentRead, placeInDocument } from "./policy-document";
import { allowsSomething } from "./statements";

/**
 * Services that act on a resource for whoever sets them up, and say for whom by `aws:SourceArn` or `aws:SourceAccount`
 * (each service's guide, "Cross-service confused deputy prevention", read 2026-11). Without region and suffix.
 */
const deputiesOfResources: ReadonlySet<string> = new Set(
  (
    "access-analyzer apigateway appflow backup bedrock bcm-data-exports budgets cloudfront cloudtrail cloudwatch codebuild " +
    "codestar-notifications cognito-idp config costalerts delivery.logs dms elasticache events guardduty iot " +
    "lakeformation logs macie rds redshift s3 scheduler ses sms-voice sns ssm ssm-incidents vpc-lattice"
  ).split(" "),
);

/** Services that take on roles and say for whom, as far as their guides tell to ask it in the trust policy. */
const deputiesOfRoles: ReadonlySet<string> = new Set(
  (
    "appflow bedrock bedrock-agentcore cloudtrail codebuild delivery.logs dms ecs-tasks events glue iot logs personalize pipes " +
    "quicksight sagemaker scheduler ses states transfer vpc-flow-logs"
  ).split(" "),
);

/**
 * Services that use a key for whoever sets them up, with the condition of their own guides that says for whom (AWS Config
 * "Permissions for the KMS key", CloudWatch Logs "Encrypt log data" and "Logs sent to Amazon S3", CloudTrail "Configure KMS
 * key policies"; read 2026-11). Others, such as publishers to topics, do not say what they send along.
 */
const conditionsOfKeys: ReadonlyMap<string, string> = new Map([
  ["cloudtrail", '"StringEquals": { "aws:SourceArn": "arn:aws:cloudtrail:<region>:<account id>:trail/<name>" }'],
  ["config", '"StringEquals": { "aws:SourceAccount": "<account id>" }'],
  ["delivery.logs", '"StringEquals": { "aws:SourceAccount": "<account id>" }'],
  ["logs", '"ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:<region>:<account id>:log-group:*" }'],
]);

/** `logs.eu-west-1.amazonaws.com` and `logs.amazonaws.com` are both `logs`. */
export function shortName(service: string): string {
  return service.replace(/\.amazonaws\.com(?:\.cn)?$/i, "").replace(/\.[a-z]{2}(?:-[a-z]+)+-\d$/, "");
}

const account = "999999999999";
const organization = "o-stranger00";

/** A call that a stranger has made the service make. What the stranger or the service chooses is left open. */
function strangersCall(service: string): RequestContext {
  const name = shortName(service);
  return requestContext(
    {
      "aws:SourceArn": name === "s3" ? "arn:aws:s3:::stranger" : `arn:aws:${name}:us-east-1:${account}:stranger`,
      "aws:SourceAccount": account,
      "aws:SourceOrgID": organization,
      "aws:SourceOrgPaths": [`${organization}/r-strg/ou-strg-00000000/`],
      "aws:SourceOwner": account,
      "aws:PrincipalIsAWSService": "true",
      "aws:PrincipalServiceName": service,
      "aws:PrincipalAccount": absentKey,
      "aws:PrincipalArn": absentKey,
      "aws:PrincipalOrgID": absentKey,
      "aws:PrincipalOrgPaths": absentKey,
      "aws:SecureTransport": "true",
      "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:us-east-1:${account}:trail/stranger`,
      "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${account}:log-group:stranger`,
      "aws:SourceIp": absentKey,
      "aws:SourceVpc": absentKey,
      "aws:SourceVpce": absentKey,
    },
    undeterminedKey,
  );
}

/** Keys that say how, not for whom, a service calls: they keep no stranger out. */
const openKeys: ReadonlySet<string> = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:requestedregion",
  "aws:viaawsservice",
  "kms:viaservice",
  "s3:x-amz-acl",
  "s3:x-amz-server-side-encryption",
  "sns:protocol",
]);

/** A service that a statement lets act without asking for whom. */
export interface OpenDeputy {
  readonly statement: string;
  readonly service: string;
  /** `yes` or `unknown`, at the principal. */
  readonly isOpen: Claim;
}

/** The services that the policy of a resource lets act for anybody. */
export function openDeputies(policy: DocumentRead): readonly OpenDeputy[] {
  return openDeputiesAmong(policy, deputiesOfResources);
}

/** The services that a trust policy lets take on the role for anybody. */
export function openRoleDeputies(policy: DocumentRead): readonly OpenDeputy[] {
  return openDeputiesAmong(policy, deputiesOfRoles);
}

/** A service that a key policy lets use the key for anybody, with the condition that says for whom. */
export interface OpenKeyDeputy extends OpenDeputy {
  readonly condition: string;
}

/** The services that a key policy lets use the key for anybody. */
export function openKeyDeputies(policy: DocumentRead): readonly OpenKeyDeputy[] {
  return openDeputiesAmong(policy, conditionsOfKeys).map((each) => ({
    ...each,
    condition: conditionsOfKeys.get(shortName(each.service)) ?? "",
  }));
}

function openDeputiesAmong(policy: DocumentRead, services: { has(name: string): boolean }): readonly OpenDeputy[] {
  if (policy.kind !== "known") return [];
  const document = policy.value;
  const denials = document.statements.filter(({ effect }) => effect === "Deny").slice(0, mostDenials);
  return document.statements.flatMap((statement) =>
    (statement.principals ?? []).flatMap(({ kind, value, path }) => {
      if (kind !== "service" || isUnknown(value) || !services.has(shortName(value))) return [];
      const truth = isOpen(statement, denials, document, value);
      const place = placeInDocument(policy, path);
      return truth === "no"
        ? []
        : [{ statement: statement.sid ?? statement.path, service: value, isOpen: claim(truth, place) }];
    }),
  );
}

/** More denials are not looked through. */
const mostDenials = 20;

function isOpen(statement: Statement, denials: readonly Statement[], document: PolicyDocument, service: string): Truth {
  if (isHarmless(statement) || isForOneAccount(statement) || isRuleToTopic(statement, service)) return "no";
  const context = strangersCall(service);
  const holds = all(statement.conditions.map((condition) => letsIn(condition, context, document)));
  const open = all([allowsSomething(statement), holds]);
  if (open === "no") return "no";
  return all([open, not(any(denials.map((denial) => denies(denial, statement, document, service))))]);
}

/** What a service may see of a bucket before it writes, and of a key before it encrypts. */
const harmlessActions = [
  "kms:describe*",
  "kms:describekey",
  "s3:getbucketacl",
  "s3:getbucketlocation",
  "s3:listbucket",
];

function isHarmless({ actions }: Statement): boolean {
  return actions?.every(({ value }) => !isUnknown(value) && harmlessActions.includes(value.toLowerCase())) === true;
}

/** Whether rules of EventBridge carry the keys to topics is disputed between AWS's own pages: with a condition they may fall silent. */
function isRuleToTopic({ actions }: Statement, service: string): boolean {
  if (shortName(service) !== "events") return false;
  return actions?.every(({ value }) => !isUnknown(value) && /^sns:/i.test(value)) === true;
}

/** Services that deliver logs write below the id of the account that set them up: another account cannot choose the folder. */
function isForOneAccount({ resources }: Statement): boolean {
  return resources?.every(({ value }) => !isUnknown(value) && /AWSLogs\/\d{12}\//.test(value)) === true;
}

/** Whether a condition lets a stranger's call pass. What is asked under other keys is taken to mean somebody. */
function letsIn(condition: Condition, context: RequestContext, document: PolicyDocument): Truth {
  if (condition.unknown) return "unknown";
  const key = condition.key.toLowerCase();
  if (openKeys.has(key) || isNameInAnyAccount(condition)) return "yes";
  if (contextValue(context, key).kind === "undetermined") return "no";
  return conditionHolds(condition, context, hasPolicyVariables(document));
}

/** `arn:aws:cloudwatch:*:*:alarm:cpu` asks for a name, which a stranger can give as well. Names of buckets are one's own. */
function isNameInAnyAccount({ key, comparison, values }: Condition): boolean {
  if (key.toLowerCase() !== "aws:sourcearn" || findComparison(comparison)?.negated !== false) return false;
  return values.some(({ value }) => {
    const segments = isUnknown(value) ? undefined : splitArn(value);
    const owner = segments?.[4] ?? "";
    return segments?.[2] !== "s3" && owner !== "" && wildcardMatches(compileWildcard(owner), account);
  });
}

/** Whether a denial shuts out the stranger's call that the statement lets in. */
function denies(denial: Statement, statement: Statement, document: PolicyDocument, service: string): Truth {
  const context = strangersCall(service);
  const actions = (statement.actions ?? []).map(({ value }) =>
    isUnknown(value) ? "unknown" : coversAction(denial, value),
  );
  const conditions = denial.conditions.map((condition) =>
    conditionHolds(condition, context, hasPolicyVariables(document)),
  );
  return all([
    anyWay(matchesPrincipal(denial, { kind: "service", service })),
    truthOf(actions.length > 0),
    ...actions,
    ...conditions,
  ]);
}
