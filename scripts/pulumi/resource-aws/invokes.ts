import { mapOf, partitionOf, standInAccount } from "./arns";
import { isWireList, isWireMap, reveal, textOf, type WireMap, type WireValue } from "./wire";

/** The answer to a data source, or `undefined` for one that the stand-in does not play. */
export function invoke(token: string, args: WireMap, providerRegion: string): WireMap | undefined {
  switch (token) {
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return callerIdentity(providerRegion);
    case "aws:index/getRegion:getRegion":
      return region(typeof args.region === "string" ? args.region : providerRegion);
    case "aws:index/getPartition:getPartition":
      return partition(providerRegion);
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return policyDocument(mapOf(reveal(args)));
    default:
      return undefined;
  }
}

function callerIdentity(providerRegion: string): WireMap {
  const arn = `arn:${partitionOf(providerRegion)}:iam::${standInAccount}:user/stand-in`;
  return { accountId: standInAccount, arn, id: standInAccount, userId: "AIDASTANDIN" };
}

function region(name: string): WireMap {
  return { description: name, endpoint: `ec2.${name}.amazonaws.com`, id: name, name, region: name };
}

function partition(providerRegion: string): WireMap {
  const name = partitionOf(providerRegion);
  const dnsSuffix = name === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return { dnsSuffix, id: name, partition: name, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
}

/** The document that `aws.iam.getPolicyDocument` renders; one-element lists become plain strings, as there. */
function policyDocument(args: WireMap): WireMap {
  const version = typeof args.version === "string" ? args.version : "2012-10-17";
  const sources = [...listOf(args.sourcePolicyDocuments), ...listOf(args.overridePolicyDocuments)];
  const statements = [
    ...sources.flatMap(statementsOf),
    ...listOf(args.statements).map((each) => statement(mapOf(each))),
  ];
  const id: WireMap = typeof args.policyId === "string" ? { Id: args.policyId } : {};
  const document = { Version: version, ...id, Statement: statements };
  return {
    ...args,
    id: "stand-in",
    json: JSON.stringify(document, undefined, 2),
    minifiedJson: JSON.stringify(document),
    version,
  };
}

function statementsOf(source: WireValue): readonly WireValue[] {
  if (typeof source !== "string" || source === "") return [];
  const document = mapOf(JSON.parse(source) as WireValue);
  const statements = document.Statement;
  if (statements === undefined) return [];
  return isWireList(statements) ? statements : [statements];
}

function statement(given: WireMap): WireMap {
  const rendered: Record<string, WireValue> = {};
  if (typeof given.sid === "string" && given.sid !== "") rendered.Sid = given.sid;
  rendered.Effect = typeof given.effect === "string" ? given.effect : "Allow";
  addPrincipals(rendered, "Principal", given.principals);
  addPrincipals(rendered, "NotPrincipal", given.notPrincipals);
  addStrings(rendered, "Action", given.actions);
  addStrings(rendered, "NotAction", given.notActions);
  addStrings(rendered, "Resource", given.resources);
  addStrings(rendered, "NotResource", given.notResources);
  addConditions(rendered, given.conditions);
  return rendered;
}

function addStrings(rendered: Record<string, WireValue>, key: string, given: WireValue | undefined): void {
  const strings = listOf(given);
  if (strings.length > 0) rendered[key] = oneOrList(strings);
}

function addPrincipals(rendered: Record<string, WireValue>, key: string, given: WireValue | undefined): void {
  const principals: Record<string, WireValue> = {};
  for (const principal of listOf(given).filter(isWireMap)) {
    const type = textOf(principal.type);
    const identifiers = listOf(principal.identifiers);
    if (type === "*") {
      rendered[key] = "*";
      return;
    }
    principals[type] = oneOrList([...listOf(principals[type]), ...identifiers]);
  }
  if (Object.keys(principals).length > 0) rendered[key] = principals;
}

function addConditions(rendered: Record<string, WireValue>, given: WireValue | undefined): void {
  const conditions: Record<string, Record<string, WireValue>> = {};
  for (const condition of listOf(given).filter(isWireMap)) {
    const variables = (conditions[textOf(condition.test)] ??= {});
    const variable = textOf(condition.variable);
    variables[variable] = oneOrList([...listOf(variables[variable]), ...listOf(condition.values)]);
  }
  if (Object.keys(conditions).length > 0) rendered.Condition = conditions;
}

function listOf(value: WireValue | undefined): readonly WireValue[] {
  if (value === undefined || value === null) return [];
  return isWireList(value) ? value : [value];
}

function oneOrList(values: readonly WireValue[]): WireValue {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
