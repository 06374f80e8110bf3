import { conditionsHold } from "../access/conditions";
import { absentKey, contextValue, requestContext, undeterminedKey } from "../access/context";
import { type Condition, type PolicyDocument, type Statement, hasPolicyVariables } from "../access/document";
import { coversAction, coversResource } from "../access/evaluate";
import { splitArn } from "../access/match";
import { findComparison } from "../access/operators";
import { matchesPrincipal } from "../access/principals";
import { compileWildcard, wildcardMatches } from "../access/wildcards";
import { isUnknown } from "../core/properties";
import { type Truth, all, any, not } from "../core/truth";
import { allowsSomething } from "./statements";

const account = "999999999999";
const arn = `arn:aws:iam::${account}:user/stranger`;
const organization = "o-stranger00";

/**
 * What is fixed about somebody from an account, organization and network that no policy can mean by name. Any other
 * key of a request, such as `s3:x-amz-acl` or `kms:ViaService`, is theirs to choose. The address is of a range that
 * the internet does not use, so only conditions that take everybody take it.
 */
const stranger = requestContext(
  {
    "aws:PrincipalAccount": account,
    "aws:PrincipalArn": arn,
    "aws:PrincipalOrgID": organization,
    "aws:PrincipalOrgPaths": [`${organization}/r-strg/ou-strg-00000000/`],
    "aws:PrincipalIsAWSService": "false",
    "aws:PrincipalServiceName": absentKey,
    "aws:PrincipalServiceNamesList": absentKey,
    "aws:userid": "AIDASTRANGERSTRANGER0",
    "aws:SourceAccount": account,
    "aws:SourceArn": `arn:aws:sns:us-east-1:${account}:stranger`,
    "aws:SourceOrgID": organization,
    "aws:SourceOrgPaths": [`${organization}/r-strg/ou-strg-00000000/`],
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
  },
  undeterminedKey,
);

/**
 * Whether a statement of a resource's policy lets somebody act whom the policy cannot mean: it allows, for everybody,
 * under no condition that keeps strangers out. A statement that refuses strangers the same actions closes it.
 */
export function isOpenToStrangers(statement: Statement, document: PolicyDocument): Truth {
  const { everyone } = matchesPrincipal(statement, { kind: "aws", arn, account });
  const fixed = statement.conditions.filter((condition) => !isTheirsToChoose(condition));
  const holds = conditionsHold(fixed, stranger, hasPolicyVariables(document));
  const open = all([allowsSomething(statement), everyone, holds]);
  if (open === "no") return "no";
  return all([open, not(any(denialsOf(document).map((denial) => refuses(denial, statement, document))))]);
}

const denials = new WeakMap<PolicyDocument, readonly Statement[]>();

/** Lists longer than this are not looked through: no policy that AWS accepts for a key or bucket needs them. */
const longestList = 20;

/** The statements that may close others to strangers, whatever those choose. */
function denialsOf(document: PolicyDocument): readonly Statement[] {
  const made = denials.get(document);
  if (made) return made;
  const found = document.statements.filter(mayClose).slice(0, longestList);
  denials.set(document, found);
  return found;
}

function mayClose({ effect, actions, resources, notResources, conditions }: Statement): boolean {
  if (effect !== "Deny" || conditions.some(isTheirsToChoose)) return false;
  if (actions === undefined || notResources !== undefined) return false;
  return actions.length <= longestList && (resources?.length ?? 0) <= longestList;
}

function isTheirsToChoose(condition: Condition): boolean {
  if (condition.unknown) return false;
  return contextValue(stranger, condition.key).kind === "undetermined" || isNameInAnyAccount(condition);
}

/** `arn:aws:iam::*:role/ci` asks for a name, and a name is everybody's to give in an account of their own. */
function isNameInAnyAccount({ key, comparison, values }: Condition): boolean {
  if (key.toLowerCase() !== "aws:principalarn" || findComparison(comparison)?.negated !== false) return false;
  return values.some(({ value }) => {
    const owner = isUnknown(value) ? undefined : splitArn(value)?.[4];
    return owner !== undefined && owner !== "" && wildcardMatches(compileWildcard(owner), account);
  });
}

/** Whether `denial` denies strangers all that `statement` allows, whatever they choose. */
function refuses(denial: Statement, statement: Statement, document: PolicyDocument): Truth {
  const variables = hasPolicyVariables(document);
  const { everyone } = matchesPrincipal(denial, { kind: "aws", arn, account });
  const holds = all([everyone, conditionsHold(denial.conditions, stranger, variables)]);
  if (holds === "no") return "no";
  // A written pattern covers another where it matches the other's own text.
  const actions = (statement.actions ?? [{ value: "*", path: "" }]).map(({ value }) =>
    isUnknown(value) ? "unknown" : coversAction(denial, value),
  );
  const resources = (statement.resources ?? [{ value: "*", path: "" }]).map(({ value }) =>
    coversResource(denial, value, stranger, variables),
  );
  return all([holds, ...actions, ...resources]);
}
