import {
  type PropertyMap,
  type PropertyValue,
  isPropertyList,
  isPropertyMap,
  isUnknown,
  ownProperty,
} from "../core/properties";
import { type Place, type Read, absent, known, placeBelow, unread } from "../core/read";
import { type Resource, type Stack } from "../core/resource";
import { type Reference, referenceOf } from "./references";
import { type DocumentRead, documentOf } from "./policy-document";
import { resourceView } from "./view";

/**
 * What a policy document is for. `session` narrows what a role's sessions may do; `vpcEndpoint` what passes an endpoint;
 * `iot` is the policy of a device's certificate: like an identity's, with actions and variables of its own.
 */
export type CarrierKind =
  | "inlineOfUser"
  | "inlineOfGroup"
  | "inlineOfRole"
  | "managed"
  | "permissionSet"
  | "trust"
  | "resource"
  | "session"
  | "vpcEndpoint"
  | "serviceControl"
  | "resourceControl"
  | "iot";

/** One policy document that a resource carries. */
export interface CarriedDocument {
  readonly kind: CarrierKind;
  /** What messages call it, such as "inline policy `deploy` of role `ci`". */
  readonly label: string;
  /** Never absent. */
  readonly read: DocumentRead;
  readonly resource: Resource;
  /** For documents of kind `resource`: the property that names what the document protects. Absent where that is the carrier itself. */
  readonly protects?: Read<string>;
}

/** A property that may hold a policy document. */
export interface Carrier {
  readonly type: string;
  /** A property, or one in an object or in each object of a list: `inlinePolicies.policy`. */
  readonly path: string;
  readonly kind: CarrierKind;
  /** What comes before the name of the resource in messages. */
  readonly words: string;
  /** The property that names the protected resource, where that is another one. */
  readonly protects?: string;
}

function carrier(type: string, path: string, kind: CarrierKind, words: string, protects?: string): Carrier {
  return { type: `aws:${type}`, path, kind, words, ...(protects === undefined ? {} : { protects }) };
}

function resourceCarrier(type: string, path: string, words: string, protects?: string): Carrier {
  return carrier(type, path, "resource", words, protects);
}

/**
 * Every property of @pulumi/aws 7.48 that holds a document in the IAM policy language. The documents of organization
 * policies depend on their type, and are read apart.
 */
export const carriers: readonly Carrier[] = [
  carrier("iam/userPolicy:UserPolicy", "policy", "inlineOfUser", "inline policy"),
  carrier("iam/groupPolicy:GroupPolicy", "policy", "inlineOfGroup", "inline policy"),
  carrier("iam/rolePolicy:RolePolicy", "policy", "inlineOfRole", "inline policy"),
  carrier("iam/role:Role", "inlinePolicies.policy", "inlineOfRole", "inline policy of role"),
  carrier("iam/role:Role", "assumeRolePolicy", "trust", "trust policy of role"),
  carrier("iam/policy:Policy", "policy", "managed", "policy"),
  carrier(
    "ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    "inlinePolicy",
    "permissionSet",
    "inline policy",
  ),
  carrier("iot/policy:Policy", "policy", "iot", "device policy"),

  carrier("eks/podIdentityAssociation:PodIdentityAssociation", "policy", "session", "session policy of pod identity"),
  carrier("rolesanywhere/profile:Profile", "sessionPolicy", "session", "session policy of profile"),
  carrier("transfer/access:Access", "policy", "session", "session policy of access"),
  carrier("transfer/user:User", "policy", "session", "session policy of transfer user"),

  carrier("ec2/vpcEndpoint:VpcEndpoint", "policy", "vpcEndpoint", "policy of endpoint"),
  carrier("ec2/vpcEndpointPolicy:VpcEndpointPolicy", "policy", "vpcEndpoint", "endpoint policy"),
  carrier("odb/network:Network", "kmsPolicyDocument", "vpcEndpoint", "KMS endpoint policy of network"),
  carrier("odb/network:Network", "s3PolicyDocument", "vpcEndpoint", "S3 endpoint policy of network"),
  carrier("odb/network:Network", "stsPolicyDocument", "vpcEndpoint", "STS endpoint policy of network"),

  resourceCarrier("acmpca/policy:Policy", "policy", "certificate authority policy", "resourceArn"),
  resourceCarrier("amp/resourcePolicy:ResourcePolicy", "policyDocument", "workspace policy", "workspaceId"),
  resourceCarrier("apigateway/domainName:DomainName", "policy", "policy of domain name"),
  resourceCarrier("apigateway/restApi:RestApi", "policy", "policy of API"),
  resourceCarrier("apigateway/restApiPolicy:RestApiPolicy", "policy", "API policy", "restApiId"),
  resourceCarrier("backup/vaultPolicy:VaultPolicy", "policy", "backup vault policy", "backupVaultName"),
  resourceCarrier("bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy", "policy", "agent policy", "resourceArn"),
  resourceCarrier(
    "cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy",
    "accessPolicy",
    "search domain policy",
    "domainName",
  ),
  resourceCarrier("cloudwatch/eventBusPolicy:EventBusPolicy", "policy", "event bus policy", "eventBusName"),
  resourceCarrier(
    "cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy",
    "deliveryDestinationPolicy",
    "delivery destination policy",
    "deliveryDestinationName",
  ),
  resourceCarrier(
    "cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    "accessPolicy",
    "log destination policy",
    "destinationName",
  ),
  resourceCarrier(
    "cloudwatch/logResourcePolicy:LogResourcePolicy",
    "policyDocument",
    "log resource policy",
    "resourceArn",
  ),
  resourceCarrier(
    "codeartifact/domainPermissions:DomainPermissions",
    "policyDocument",
    "artifact domain policy",
    "domain",
  ),
  resourceCarrier(
    "codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
    "policyDocument",
    "artifact repository policy",
    "repository",
  ),
  resourceCarrier("codebuild/resourcePolicy:ResourcePolicy", "policy", "build project policy", "resourceArn"),
  resourceCarrier("dsql/clusterPolicy:ClusterPolicy", "policy", "cluster policy", "identifier"),
  resourceCarrier("dynamodb/resourcePolicy:ResourcePolicy", "policy", "table policy", "resourceArn"),
  resourceCarrier("ecr/registryPolicy:RegistryPolicy", "policy", "registry policy"),
  resourceCarrier(
    "ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    "repositoryPolicy",
    "repository policy of template",
  ),
  resourceCarrier("ecr/repositoryPolicy:RepositoryPolicy", "policy", "repository policy", "repository"),
  resourceCarrier(
    "ecrpublic/repositoryPolicy:RepositoryPolicy",
    "policy",
    "public repository policy",
    "repositoryName",
  ),
  resourceCarrier("efs/fileSystemPolicy:FileSystemPolicy", "policy", "file system policy", "fileSystemId"),
  resourceCarrier("elasticsearch/domain:Domain", "accessPolicies", "access policy of domain"),
  resourceCarrier("elasticsearch/domainPolicy:DomainPolicy", "accessPolicies", "domain access policy", "domainName"),
  resourceCarrier("glacier/vault:Vault", "accessPolicy", "access policy of vault"),
  resourceCarrier("glacier/vaultLock:VaultLock", "policy", "vault lock policy", "vaultName"),
  resourceCarrier("glue/resourcePolicy:ResourcePolicy", "policy", "data catalog policy"),
  resourceCarrier("kinesis/resourcePolicy:ResourcePolicy", "policy", "stream policy", "resourceArn"),
  resourceCarrier("kms/externalKey:ExternalKey", "policy", "policy of key"),
  resourceCarrier("kms/key:Key", "policy", "policy of key"),
  resourceCarrier("kms/keyPolicy:KeyPolicy", "policy", "key policy", "keyId"),
  resourceCarrier("kms/replicaExternalKey:ReplicaExternalKey", "policy", "policy of key"),
  resourceCarrier("kms/replicaKey:ReplicaKey", "policy", "policy of key"),
  resourceCarrier("lambda/resourcePolicy:ResourcePolicy", "policy", "function policy", "resourceArn"),
  resourceCarrier("mediastore/containerPolicy:ContainerPolicy", "policy", "container policy", "containerName"),
  resourceCarrier("msk/clusterPolicy:ClusterPolicy", "policy", "cluster policy", "clusterArn"),
  resourceCarrier("networkfirewall/resourcePolicy:ResourcePolicy", "policy", "firewall resource policy", "resourceArn"),
  resourceCarrier("oam/sinkPolicy:SinkPolicy", "policy", "sink policy", "sinkIdentifier"),
  resourceCarrier("opensearch/domain:Domain", "accessPolicies", "access policy of domain"),
  resourceCarrier("opensearch/domainPolicy:DomainPolicy", "accessPolicies", "domain access policy", "domainName"),
  resourceCarrier("opensearchingest/resourcePolicy:ResourcePolicy", "policy", "pipeline policy", "resourceArn"),
  resourceCarrier("organizations/resourcePolicy:ResourcePolicy", "content", "organization's delegation policy"),
  resourceCarrier(
    "pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy",
    "policy",
    "messaging resource policy",
    "resourceArn",
  ),
  resourceCarrier("redshift/resourcePolicy:ResourcePolicy", "policy", "warehouse policy", "resourceArn"),
  resourceCarrier("redshiftserverless/resourcePolicy:ResourcePolicy", "policy", "snapshot policy", "resourceArn"),
  resourceCarrier("s3/accessPoint:AccessPoint", "policy", "policy of access point"),
  resourceCarrier("s3/bucket:Bucket", "policy", "policy of bucket"),
  resourceCarrier("s3/bucketPolicy:BucketPolicy", "policy", "bucket policy", "bucket"),
  resourceCarrier("s3/bucketV2:BucketV2", "policy", "policy of bucket"),
  resourceCarrier("s3/filesFileSystemPolicy:FilesFileSystemPolicy", "policy", "file system policy", "fileSystemId"),
  resourceCarrier(
    "s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
    "policy",
    "vector bucket policy",
    "vectorBucketArn",
  ),
  resourceCarrier(
    "s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
    "policy",
    "access grants policy",
  ),
  resourceCarrier("s3control/accessPointPolicy:AccessPointPolicy", "policy", "access point policy", "accessPointArn"),
  resourceCarrier("s3control/bucketPolicy:BucketPolicy", "policy", "bucket policy", "bucket"),
  resourceCarrier(
    "s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
    "details.policy",
    "access point policy",
  ),
  resourceCarrier(
    "s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
    "policy",
    "access point policy",
    "name",
  ),
  resourceCarrier(
    "s3tables/tableBucketPolicy:TableBucketPolicy",
    "resourcePolicy",
    "table bucket policy",
    "tableBucketArn",
  ),
  resourceCarrier("s3tables/tablePolicy:TablePolicy", "resourcePolicy", "table policy", "name"),
  resourceCarrier(
    "sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
    "resourcePolicy",
    "model package policy",
    "modelPackageGroupName",
  ),
  resourceCarrier("schemas/registryPolicy:RegistryPolicy", "policy", "schema registry policy", "registryName"),
  resourceCarrier("secretsmanager/secret:Secret", "policy", "policy of secret"),
  resourceCarrier("secretsmanager/secretPolicy:SecretPolicy", "policy", "secret policy", "secretArn"),
  resourceCarrier("ses/identityPolicy:IdentityPolicy", "policy", "sender identity policy", "identity"),
  resourceCarrier("sesv2/emailIdentityPolicy:EmailIdentityPolicy", "policy", "sender identity policy", "emailIdentity"),
  resourceCarrier("sns/topic:Topic", "policy", "policy of topic"),
  resourceCarrier("sns/topicPolicy:TopicPolicy", "policy", "topic policy", "arn"),
  resourceCarrier("sqs/queue:Queue", "policy", "policy of queue"),
  resourceCarrier("sqs/queuePolicy:QueuePolicy", "policy", "queue policy", "queueUrl"),
  resourceCarrier("vpclattice/authPolicy:AuthPolicy", "policy", "auth policy", "resourceIdentifier"),
  resourceCarrier("vpclattice/resourcePolicy:ResourcePolicy", "policy", "lattice resource policy", "resourceArn"),
  resourceCarrier("xray/resourcePolicy:ResourcePolicy", "policyDocument", "tracing policy"),
];

const organizationPolicy = "aws:organizations/policy:Policy";

const carriersByType: ReadonlyMap<string, readonly Carrier[]> = byType(carriers);

function byType(all: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  const types = [...new Set(all.map(({ type }) => type))];
  return new Map(types.map((type) => [type, all.filter((each) => each.type === type)]));
}

/** All documents that one resource carries, in the order of the table; those that are not given are left out. */
export const PolicyDocuments = resourceView<object>()(
  [...carriersByType.keys(), organizationPolicy],
  (_read, resource) => ({ documents: documentsOf(resource) }),
);

/** The documents of one resource; none for a resource that carries none. */
export function carriedBy(resource: Resource): readonly CarriedDocument[] {
  return PolicyDocuments.shows(resource) ? PolicyDocuments.view(resource).documents : [];
}

/** The documents of these kinds in a stack; of all kinds where none is named. */
export function documentsIn(stack: Stack, ...kinds: readonly CarrierKind[]): readonly CarriedDocument[] {
  const documents = PolicyDocuments.allIn(stack).flatMap((view) => view.documents);
  return kinds.length === 0 ? documents : documents.filter(({ kind }) => kinds.includes(kind));
}

/** What a document of kind `resource` protects, among resources of the types `targets`; else the carrier itself. */
export function protectedBy(
  stack: Stack,
  { resource, read, protects }: CarriedDocument,
  targets: readonly string[],
): Reference {
  if (protects) return referenceOf(stack, resource, protects, targets);
  return { kind: "resource", resource, because: "dependency", place: read.place };
}

function documentsOf(resource: Resource): readonly CarriedDocument[] {
  if (resource.type === organizationPolicy) return organizationDocuments(resource);
  return (carriersByType.get(resource.type) ?? []).flatMap((each) => documentsAt(resource, each));
}

function documentsAt(resource: Resource, entry: Carrier): readonly CarriedDocument[] {
  const root = { urn: resource.urn, path: "" };
  const protects = entry.protects === undefined ? {} : { protects: textAt(resource.properties, entry.protects, root) };
  return valuesAt(resource.properties, entry.path.split("."), root).map(({ read, holder }) => ({
    kind: entry.kind,
    label: labelOf(entry, resource, holder),
    read: documentOf(read),
    resource,
    ...protects,
  }));
}

/** Organization policies of other types, such as tag policies, are in languages of their own. */
function organizationDocuments(resource: Resource): readonly CarriedDocument[] {
  const place = { urn: resource.urn, path: "" };
  const type = ownProperty(resource.properties, "type") ?? "SERVICE_CONTROL_POLICY";
  const typeUnread = isUnknown(type);
  if (!typeUnread && type !== "SERVICE_CONTROL_POLICY" && type !== "RESOURCE_CONTROL_POLICY") return [];
  const kind = type === "RESOURCE_CONTROL_POLICY" ? "resourceControl" : "serviceControl";
  const words = kind === "resourceControl" ? "resource control policy" : "service control policy";
  const content = valuesAt(resource.properties, ["content"], place);
  return content.map(({ read }) => ({
    kind,
    label: `${words} \`${resource.name}\``,
    read: typeUnread ? unread(placeBelow(place, "type")) : documentOf(read),
    resource,
  }));
}

interface Found {
  readonly read: Read<Exclude<PropertyValue, null | symbol>>;
  /** The object that holds the property: the resource's properties, or an item of a list. */
  readonly holder: PropertyMap;
}

/** The values at a path, through objects and lists. An unknown on the way is one unknown value. */
function valuesAt(holder: PropertyMap, path: readonly string[], place: Place): readonly Found[] {
  const [name = "", ...rest] = path;
  const below = placeBelow(place, name);
  const value = ownProperty(holder, name);
  if (value === undefined || value === null || value === "") return [];
  if (isUnknown(value)) return [{ read: unread(below), holder }];
  if (rest.length === 0) return [{ read: known(value, below), holder }];
  if (isPropertyMap(value)) return valuesAt(value, rest, below);
  if (!isPropertyList(value)) return [{ read: unread(below, "malformed"), holder }];
  return value.flatMap((item, index) => itemValues(item, rest, placeBelow(below, index), holder));
}

function itemValues(item: PropertyValue, path: readonly string[], place: Place, holder: PropertyMap): readonly Found[] {
  if (isUnknown(item)) return [{ read: unread(place), holder }];
  return isPropertyMap(item) ? valuesAt(item, path, place) : [];
}

function textAt(properties: PropertyMap, name: string, place: Place): Read<string> {
  const below = placeBelow(place, name);
  const value = ownProperty(properties, name);
  if (value === undefined || value === null) return absent(below);
  return typeof value === "string" ? known(value, below) : unread(below);
}

/** The name that the program gives to whom an inline policy belongs, where it is known. */
const ownerProperties: Readonly<Partial<Record<CarrierKind, string>>> = {
  inlineOfUser: "user",
  inlineOfGroup: "group",
  inlineOfRole: "role",
};

function labelOf(entry: Carrier, resource: Resource, holder: PropertyMap): string {
  const plain = `${entry.words} \`${resource.name}\``;
  if (holder !== resource.properties && entry.kind === "inlineOfRole") {
    const name = ownProperty(holder, "name");
    return typeof name === "string" && name !== "" ? `inline policy \`${name}\` of role \`${resource.name}\`` : plain;
  }
  const owner = ownerProperties[entry.kind];
  const name = owner === undefined ? undefined : ownProperty(resource.properties, owner);
  return typeof name === "string" ? `${plain} of ${String(owner)} \`${name}\`` : plain;
}
