import { type PolicyDocument } from "../../access/document";
import { type KnownText } from "../../access/service-requests";
import { isUnknown, ownProperty, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { accountOfResource } from "../accounts";
import { textOf } from "../alarms/grants";
import { regionOf } from "../location";

/** How ARNs of a type are made of what a preview knows: `{name}` is the value of the property `name`. */
const forms: Readonly<Record<string, string>> = {
  "aws:cloudtrail/trail:Trail": "arn:{partition}:cloudtrail:{region}:{account}:trail/{name}",
  "aws:cloudwatch/logGroup:LogGroup": "arn:{partition}:logs:{region}:{account}:log-group:{name}",
  "aws:cloudwatch/metricAlarm:MetricAlarm": "arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}",
  "aws:iam/role:Role": "arn:{partition}:iam::{account}:role{path}{name}",
  "aws:iam/user:User": "arn:{partition}:iam::{account}:user{path}{name}",
  "aws:s3/bucket:Bucket": "arn:{partition}:s3:::{bucket}",
  "aws:s3/bucketV2:BucketV2": "arn:{partition}:s3:::{bucket}",
  "aws:sns/topic:Topic": "arn:{partition}:sns:{region}:{account}:{name}",
};

/**
 * The ARN of a resource: its own, or, before it is deployed, the one that it will have in `account`. Unknown where
 * the name or the region is, and for types whose ARNs AWS makes up.
 */
export function arnIn(resource: Resource, account: string): KnownText {
  const own = textOf(resource, "arn");
  if (!isUnknown(own)) return own;
  const region = valueOf(regionOf(resource));
  const form = forms[resource.type];
  if (form === undefined || region === undefined) return unknownValue;
  return filled(form, resource, { account, region, partition: partitionOf(region) });
}

/** The ARN of a resource: its own, or the one that it will have where the stack says in which account. */
export function arnOf(stack: Stack, resource: Resource): KnownText {
  const account = accountOfResource(stack, resource);
  return account === undefined ? textOf(resource, "arn") : arnIn(resource, account);
}

function filled(form: string, { properties }: Resource, place: Readonly<Record<string, string>>): KnownText {
  const missing: string[] = [];
  const text = form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = place[name] ?? ownProperty(properties, name) ?? (name === "path" ? "/" : undefined);
    if (typeof value === "string") return value;
    missing.push(name);
    return "";
  });
  return missing.length === 0 ? text : unknownValue;
}

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Stands for an account that no document names. */
export const someAccount = "000000000000";

/**
 * The accounts that a resource may be in: one, where its ARN or that of another resource of its provider says so. Else
 * each that `document` names, and one that it does not: what holds in all of them holds wherever it is.
 */
export function possibleAccounts(stack: Stack, resource: Resource, document: PolicyDocument): readonly string[] {
  const known = accountOfResource(stack, resource);
  return known === undefined ? [someAccount, ...accountsNamedIn([document])] : [known];
}

/** More accounts than this are not tried: no policy that AWS accepts for one bucket or key needs them. */
const mostAccounts = 8;

/** The accounts that documents name. */
export function accountsNamedIn(documents: readonly PolicyDocument[]): readonly string[] {
  const found = documents.flatMap(textsOf).flatMap((text) => text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []);
  return [...new Set(found)].slice(0, mostAccounts);
}

/** The ids of organizations that a document names. */
export function organizationsNamedIn(document: PolicyDocument): readonly string[] {
  const found = textsOf(document).flatMap((text) => text.match(/(?<![a-z0-9-])o-[a-z0-9]{10,32}(?![a-z0-9])/g) ?? []);
  return [...new Set(found)].slice(0, mostAccounts);
}

/** The known texts of a document in which ids can stand. */
function textsOf({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap(({ principals, notPrincipals, resources, notResources, conditions }) =>
    [principals, notPrincipals, resources, notResources, ...conditions.map(({ values }) => values)].flatMap(
      (elements) => (elements ?? []).flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    ),
  );
}
