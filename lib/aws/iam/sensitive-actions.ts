import { actionsThatReturnCredentials, dataExfiltrationActions } from "../../access/escalation";
import { type ActionFacts } from "../../access/facts/service-facts";
import { takesResources } from "./identity-documents";

/**
 * Actions that AWS's own examples allow on every resource, since they only add telemetry, network interfaces or unassigned
 * devices, or ask after changes, whose names nobody knows beforehand (Lambda, ECS, Systems Manager, Route 53 and IAM
 * guides, read 2026-11).
 */
const harmlessEverywhere: ReadonlySet<string> = new Set([
  "cloudwatch:PutMetricData",
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:UnassignPrivateIpAddresses",
  "iam:CreateVirtualMFADevice",
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "route53:GetChange",
  "ssm:PutInventory",
  "ssm:UpdateInstanceInformation",
]);

/** Whether an action changes something that a policy could name: confining it is possible and worth while. */
export function isConfinableWrite(action: ActionFacts): boolean {
  if (isJudgedElsewhere(action) || isHarmless(action) || isCryptographic(action)) return false;
  return action.level === "Write" && takesResources(action);
}

/** KMS counts the use of a key among its writes, though nothing is changed; who may decrypt is a matter of its own. */
function isCryptographic({ name }: ActionFacts): boolean {
  return /^kms:(?:Decrypt|Encrypt|GenerateDataKey|ReEncrypt)/.test(name);
}

/** Whether an action changes permissions of something that a policy could name. */
export function isConfinablePermissionsManagement(action: ActionFacts): boolean {
  return action.level === "Permissions management" && takesResources(action) && !isJudgedElsewhere(action);
}

/** Whether a policy could name the resources of an action, of whatever level. */
export function isConfinable(action: ActionFacts): boolean {
  return takesResources(action) && !isHarmless(action);
}

function isHarmless({ name }: ActionFacts): boolean {
  return harmlessEverywhere.has(name);
}

/** Passing and assuming roles have policies of their own. */
function isJudgedElsewhere({ name }: ActionFacts): boolean {
  return name === "iam:PassRole" || name === "sts:AssumeRole" || name === "iam:CreateServiceLinkedRole";
}

/** Tokens that read packages and images of the own account, which no policy can confine: they are no secrets to guard. */
const registryTokens: ReadonlySet<string> = new Set([
  "ecr:GetAuthorizationToken",
  "ecr-public:GetAuthorizationToken",
  "codeartifact:GetAuthorizationToken",
]);

let credentials: ReadonlySet<string> | undefined;

/** Whether the answer of an action holds credentials of somebody. Assuming roles is a matter of its own. */
export function returnsCredentials({ name }: ActionFacts): boolean {
  credentials ??= new Set(
    actionsThatReturnCredentials().filter((each) => !registryTokens.has(each) && !/^sts:/.test(each)),
  );
  return credentials.has(name);
}

let exfiltration: ReadonlySet<string> | undefined;

/** Whether an action hands out data or secrets in bulk. */
export function handsOutData({ name }: ActionFacts): boolean {
  exfiltration ??= new Set(dataExfiltrationActions());
  return exfiltration.has(name);
}
