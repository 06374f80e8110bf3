import { conditionHolds, conditionsHold } from "../access/conditions";
import {
  type RequestContext,
  type WrittenContext,
  absentKey,
  contextValue,
  requestContext,
  undeterminedKey,
} from "../access/context";
import {
  type Condition,
  type Element,
  type PolicyDocument,
  type Statement,
  hasPolicyVariables,
} from "../access/document";
import { coversAction, coversResource } from "../access/evaluate";
import { splitArn } from "../access/match";
import { findComparison } from "../access/operators";
import { type RequestPrincipal, matchesPrincipal } from "../access/principals";
import { compileWildcard, wildcardMatches } from "../access/wildcards";
import { isUnknown } from "../core/properties";
import { type Truth, all, any, not, truthOf } from "../core/truth";
import { allowsSomething } from "./statements";

/** Somebody whom no policy can mean by name, and what is fixed about their requests. All other keys are theirs to choose. */
interface Visitor {
  readonly principal: RequestPrincipal;
  readonly context: RequestContext;
}

const account = "999999999999";
const arn = `arn:aws:iam::${account}:user/stranger`;
const organization = "o-stranger00";
const organizationPaths = [`${organization}/r-strg/ou-strg-00000000/`];

/**
 * Where the visitor is. The address is of a range that the internet does not use, so only conditions that take
 * everybody take it. Keys such as `s3:x-amz-acl` or `kms:ViaService` are for the visitor to choose.
 */
const place: WrittenContext = {
  "aws:PrincipalIsAWSService": "false",
  "aws:PrincipalServiceName": absentKey,
  "aws:PrincipalServiceNamesList": absentKey,
  "aws:SourceAccount": account,
  "aws:SourceArn": `arn:aws:sns:us-east-1:${account}:stranger`,
  "aws:SourceOrgID": organization,
  "aws:SourceOrgPaths": organizationPaths,
  "aws:SourceOwner": account,
  "aws:SourceIp": "250.11.7.3",
  "aws:SourceVpc": "vpc-00000000000stranger",
  "aws:SourceVpce": "vpce-00000000000stranger",
  "aws:SourceVpcArn": `arn:aws:ec2:us-east-1:${account}:vpc/vpc-00000000000stranger`,
  "aws:VpceAccount": account,
  "aws:VpceOrgID": organization,
  "kms:CallerAccount": account,
  "s3:DataAccessPointAccount": account,
  "s3:DataAccessPointArn": `arn:aws:s3:us-east-1:${account}:accesspoint/stranger`,
};

/** Somebody with an AWS account. */
const stranger: Visitor = {
  principal: { kind: "aws", arn, account },
  context: requestContext(
    {
      ...place,
      "aws:PrincipalAccount": account,
      "aws:PrincipalArn": arn,
      "aws:PrincipalOrgID": organization,
      "aws:PrincipalOrgPaths": organizationPaths,
      "aws:userid": "AIDASTRANGERSTRANGER0",
    },
    undeterminedKey,
  ),
};

/** Somebody who signs nothing: whatever says who acts is absent. */
const anonymous: Visitor = {
  principal: { kind: "anonymous" },
  context: requestContext(
    {
      ...place,
      "aws:PrincipalAccount": absentKey,
      "aws:PrincipalArn": absentKey,
      "aws:PrincipalOrgID": absentKey,
      "aws:PrincipalOrgPaths": absentKey,
      "aws:PrincipalTag/": absentKey,
      "aws:username": absentKey,
      "aws:userid": "anonymous",
    },
    undeterminedKey,
  ),
};

/**
 * Whether a statement of a resource's policy lets in somebody from an account that the policy cannot mean: it allows,
 * for everybody, under no condition that keeps strangers out. A statement that refuses strangers the same closes it.
 */
export function isOpenToStrangers(statement: Statement, document: PolicyDocument): Truth {
  return isOpenTo(stranger, statement, document);
}

/** As `isOpenToStrangers`, for services such as S3 that also answer who has no account at all. */
export function isOpenToTheInternet(statement: Statement, document: PolicyDocument): Truth {
  return any([isOpenTo(stranger, statement, document), isOpenTo(anonymous, statement, document)]);
}

function isOpenTo(visitor: Visitor, statement: Statement, document: PolicyDocument): Truth {
  const fixed = statement.conditions.filter((condition) => !isTheirsToChoose(visitor, condition));
  const open = all([allowsSomething(statement), meets(visitor, statement, fixed, document)]);
  if (open === "no") return "no";
  const refusals = denialsOf(document).map((denial) => refuses(visitor, denial, statement, document));
  return all([open, not(any(refusals))]);
}

/** Whether the statement is about everybody, and these conditions hold for the visitor. */
function meets(
  { principal, context }: Visitor,
  statement: Statement,
  conditions: readonly Condition[],
  document: PolicyDocument,
): Truth {
  const { everyone } = matchesPrincipal(statement, principal);
  return all([everyone, conditionsHold(conditions, context, hasPolicyVariables(document))]);
}

function isTheirsToChoose({ context }: Visitor, condition: Condition): boolean {
  if (condition.unknown) return false;
  const value = contextValue(context, condition.key);
  return value.kind === "undetermined" || (value.kind === "present" && isNameInAnyAccount(condition));
}

/** `arn:aws:iam::*:role/ci` asks for a name, and a name is everybody's to give in an account of their own. */
function isNameInAnyAccount({ key, comparison, values }: Condition): boolean {
  if (key.toLowerCase() !== "aws:principalarn" || findComparison(comparison)?.negated !== false) return false;
  return values.some(({ value }) => {
    const owner = isUnknown(value) ? undefined : splitArn(value)?.[4];
    return owner !== undefined && owner !== "" && wildcardMatches(compileWildcard(owner), account);
  });
}

/**
 * As `isOpenToTheInternet`, for resources of all kinds: a file system that asks to be mounted can be reached in its
 * network alone. `NotPrincipal` is judged by itself.
 */
export function opensResource(statement: Statement, document: PolicyDocument): Truth {
  if (statement.notPrincipals !== undefined || isReachedInItsNetwork(statement) === "yes") return "no";
  return isOpenToTheInternet(statement, document);
}

/** Whether a statement is for a file system that must be mounted in its network. */
export function isReachedInItsNetwork({ conditions }: Statement): Truth {
  return truthOf(conditions.some(isOfNetwork));
}

const networkKeys = ["elasticfilesystem:accessedviamounttarget"];

function isOfNetwork({ unknown, key, values }: Condition): boolean {
  return !unknown && networkKeys.includes(key.toLowerCase()) && values.every(({ value }) => value === "true");
}

/** Whether a condition shuts out somebody from an account, organization and network that no policy can mean. */
export function keepsStrangersOut(condition: Condition, variables: boolean): Truth {
  return not(conditionHolds(condition, stranger.context, variables));
}

const denials = new WeakMap<PolicyDocument, readonly Statement[]>();

/** Longer lists are not looked through: no policy that AWS accepts for a key or bucket needs them. */
const longestList = 20;

/** The statements that may close others. */
function denialsOf(document: PolicyDocument): readonly Statement[] {
  const made = denials.get(document);
  if (made) return made;
  const found = document.statements.filter(mayClose).slice(0, longestList);
  denials.set(document, found);
  return found;
}

function mayClose({ effect, actions, resources, notResources, conditions }: Statement): boolean {
  if (effect !== "Deny" || actions === undefined || notResources !== undefined) return false;
  return [actions, resources ?? [], conditions].every(({ length }) => length <= longestList);
}

/** Whether `denial` denies the visitor all that `statement` allows, whatever they choose. */
function refuses(visitor: Visitor, denial: Statement, statement: Statement, document: PolicyDocument): Truth {
  if (denial.conditions.some((condition) => isTheirsToChoose(visitor, condition))) return "no";
  const holds = meets(visitor, denial, denial.conditions, document);
  if (holds === "no") return "no";
  // A written pattern covers another where it matches the other's own text.
  const actions = textsOf(statement.actions).map((text) => (isUnknown(text) ? "unknown" : coversAction(denial, text)));
  const resources = textsOf(statement.resources).map((text) =>
    coversResource(denial, text, visitor.context, hasPolicyVariables(document)),
  );
  return all([holds, ...actions, ...resources]);
}

/** Where a list is absent the statement may mean anything. */
function textsOf(elements: readonly Element[] | undefined): readonly Element["value"][] {
  return elements === undefined ? ["*"] : elements.map(({ value }) => value);
}
