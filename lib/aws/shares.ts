import { type StackSubject } from "../core/policy";
import { type PropertyValue, isPropertyList, isPropertyMap, isUnknown, ownProperty } from "../core/properties";
import { type Place, type Read, known, placeBelow, unread } from "../core/read";
import { type Resource, type Stack } from "../core/resource";
import { parseArn } from "./arn";
import { accountIn } from "./accounts";

/** With whom a resource shares something of the account, by a property rather than by a policy document. */
export interface Share {
  readonly stack: Stack;
  readonly resource: Resource;
  /** What messages call it, such as "launch permission `golden`". */
  readonly label: string;
  /** An account, an ARN, `*` or `all`; never absent. */
  readonly grantee: Read<string>;
}

interface Sharing {
  readonly words: string;
  /** Properties with the grantee, as a text, a list of texts or texts with commas; `permissions.accountIds` is one in an object. */
  readonly grantees: readonly string[];
  /** Properties that keep the grantees within an organization. */
  readonly limits?: readonly string[];
}

/** Types of @pulumi/aws 7.48 that share without a policy document. */
const sharings: Readonly<Record<string, Sharing>> = {
  "aws:cloudwatch/eventPermission:EventPermission": {
    words: "event bus permission",
    grantees: ["principal"],
    limits: ["condition"],
  },
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": {
    words: "launch permission",
    grantees: ["accountId", "group"],
  },
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": {
    words: "snapshot permission",
    grantees: ["accountId"],
  },
  "aws:kms/grant:Grant": { words: "key grant", grantees: ["granteePrincipal"] },
  "aws:lambda/layerVersionPermission:LayerVersionPermission": {
    words: "layer permission",
    grantees: ["principal"],
    limits: ["organizationId"],
  },
  "aws:lambda/permission:Permission": {
    words: "function permission",
    grantees: ["principal"],
    limits: ["principalOrgId"],
  },
  "aws:opensearch/authorizeVpcEndpointAccess:AuthorizeVpcEndpointAccess": {
    words: "endpoint access",
    grantees: ["account"],
  },
  "aws:ram/principalAssociation:PrincipalAssociation": { words: "resource share", grantees: ["principal"] },
  "aws:rds/clusterSnapshot:ClusterSnapshot": { words: "cluster snapshot", grantees: ["sharedAccounts"] },
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": { words: "cluster snapshot", grantees: ["sharedAccounts"] },
  "aws:rds/snapshot:Snapshot": { words: "database snapshot", grantees: ["sharedAccounts"] },
  "aws:rds/snapshotCopy:SnapshotCopy": { words: "database snapshot", grantees: ["sharedAccounts"] },
  "aws:redshift/dataShareAuthorization:DataShareAuthorization": {
    words: "data share",
    grantees: ["consumerIdentifier"],
  },
  "aws:redshift/endpointAuthorization:EndpointAuthorization": { words: "endpoint access", grantees: ["account"] },
  "aws:servicecatalog/portfolioShare:PortfolioShare": { words: "portfolio share", grantees: ["principalId"] },
  "aws:ssm/document:Document": { words: "document", grantees: ["permissions.accountIds"] },
};

/** Every share of a stack. */
export const Shares: StackSubject<Share> = {
  scope: "stack",
  types: Object.keys(sharings),
  *select(stack) {
    for (const resource of stack.resources) {
      const sharing = sharings[resource.type];
      if (sharing !== undefined) yield* sharesOf(stack, resource, sharing);
    }
  },
};

function* sharesOf(stack: Stack, resource: Resource, { words, grantees, limits = [] }: Sharing): Generator<Share> {
  if (limits.some((name) => isGiven(ownProperty(resource.properties, name)))) return;
  const label = `${words} \`${resource.name}\``;
  const root = { urn: resource.urn, path: "" };
  for (const path of grantees)
    for (const grantee of textsAt(resource.properties, path.split("."), root))
      yield { stack, resource, label, grantee };
}

function isGiven(value: PropertyValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

function textsAt(value: PropertyValue | undefined, path: readonly string[], place: Place): readonly Read<string>[] {
  const [name, ...rest] = path;
  if (isUnknown(value)) return [unread(place)];
  if (name !== undefined) {
    return isPropertyMap(value) ? textsAt(ownProperty(value, name), rest, placeBelow(place, name)) : [];
  }
  if (isPropertyList(value)) return value.flatMap((item, index) => textsAt(item, [], placeBelow(place, index)));
  if (typeof value !== "string") return [];
  return value
    .split(",")
    .filter((text) => text.trim() !== "")
    .map((text) => known(text.trim(), place));
}

/** Whether a grantee stands for everybody: `*`, or `all` of images, snapshots and documents. */
export function isEverybody(grantee: string): boolean {
  return /^(?:\*|all)$/i.test(grantee);
}

/** The account that a grantee is, or belongs to; `undefined` for services, organizations and everybody. */
export function accountOfGrantee(grantee: string): string | undefined {
  return parseArn(grantee)?.service === "organizations" ? undefined : accountIn(grantee);
}
