import type { WireMap } from "./wire";

/**
 * What the stand-in provider knows of one resource type. Templates name properties in braces: `{name}` is the
 * physical name, `{partition}`, `{region}`, `{account}` the place, `{uuid}` and `{hex}` stable made-up figures,
 * `{issuer}` the `url` without its scheme, anything else a property of the resource. Sources: the provider's schema and AWS's service authorization
 * reference for the form of ARNs.
 */
export interface ResourceType {
  /** The property that holds the physical name; absent for types that have none. */
  readonly nameProperty?: string;
  /** The property with which a program asks for a name of its own beginning. */
  readonly prefixProperty?: string;
  /** What a made-up name begins with, as `alias/`. */
  readonly namePrefix?: string;
  /** False where the provider wants the name from the program and makes none up. */
  readonly autonamed?: false;
  /** Defaults that the provider fills in while checking the inputs. */
  readonly defaults?: WireMap;
  /** Defaults within each map of a list property, or within a map property. */
  readonly nestedDefaults?: Readonly<Record<string, WireMap>>;
  /** Properties that hold a JSON document; objects given for them become strings. A dot goes into a list. */
  readonly documents?: readonly string[];
  readonly id: string;
  readonly arn?: string;
  /** Further outputs that are known only after deployment. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Outputs among these that are secret. */
  readonly secrets?: readonly string[];
}

const named = { nameProperty: "name", prefixProperty: "namePrefix" } as const;

const bucket: ResourceType = {
  nameProperty: "bucket",
  prefixProperty: "bucketPrefix",
  defaults: { forceDestroy: false },
  documents: ["policy"],
  id: "{bucket}",
  arn: "arn:{partition}:s3:::{bucket}",
  outputs: {
    bucketDomainName: "{bucket}.s3.amazonaws.com",
    bucketRegionalDomainName: "{bucket}.s3.{region}.amazonaws.com",
    bucketRegion: "{region}",
  },
};

const bucketPart: ResourceType = { id: "{bucket}" };

const buckets: Readonly<Record<string, ResourceType>> = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketAcl:BucketAcl": bucketPart,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketPart,
  "aws:s3/bucketLogging:BucketLogging": bucketPart,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    ...bucketPart,
    defaults: { objectLockEnabled: "Enabled" },
  },
  "aws:s3/bucketNotification:BucketNotification": { ...bucketPart, defaults: { eventbridge: false } },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": bucketPart,
  "aws:s3/bucketPolicy:BucketPolicy": { ...bucketPart, documents: ["policy"] },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    ...bucketPart,
    defaults: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": bucketPart,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketPart,
  "aws:s3/bucketVersioning:BucketVersioning": bucketPart,
};

/** Version 7 of the provider keeps each S3 resource under its former name with `V2` as well. */
function withFormerNames(types: Readonly<Record<string, ResourceType>>): Record<string, ResourceType> {
  const former = Object.entries(types).map(([token, type]): [string, ResourceType] => [
    token.replace(/^aws:s3\/(\w+):(\w+)$/, "aws:s3/$1V2:$2V2"),
    type,
  ]);
  return { ...types, ...Object.fromEntries(former) };
}

export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  ...withFormerNames(buckets),

  "aws:cloudtrail/trail:Trail": {
    ...named,
    defaults: {
      enableLogFileValidation: false,
      enableLogging: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: false,
      isOrganizationTrail: false,
    },
    nestedDefaults: { eventSelectors: { includeManagementEvents: true, readWriteType: "All" } },
    id: "{arn}",
    arn: "arn:{partition}:cloudtrail:{region}:{account}:trail/{name}",
    outputs: { homeRegion: "{region}", snsTopicArn: "" },
  },
  "aws:cloudtrail/eventDataStore:EventDataStore": {
    nameProperty: "name",
    defaults: {
      billingMode: "EXTENDABLE_RETENTION_PRICING",
      multiRegionEnabled: true,
      organizationEnabled: false,
      retentionPeriod: 2555,
      terminationProtectionEnabled: true,
    },
    id: "{arn}",
    arn: "arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{uuid}",
  },

  "aws:cloudwatch/logGroup:LogGroup": {
    ...named,
    defaults: { retentionInDays: 0, skipDestroy: false },
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}",
    outputs: { logGroupClass: "STANDARD" },
  },
  "aws:cloudwatch/logStream:LogStream": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}:log-stream:{name}",
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    nameProperty: "name",
    defaults: { applyOnTransformedLogs: false },
    nestedDefaults: { metricTransformation: { unit: "None" } },
    id: "{name}",
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    nameProperty: "name",
    defaults: { distribution: "ByLogStream" },
    id: "cwlsf-{hex}",
    outputs: { roleArn: "" },
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    nameProperty: "policyName",
    autonamed: false,
    documents: ["policyDocument"],
    id: "{policyName}",
  },
  "aws:cloudwatch/logDestination:LogDestination": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:logs:{region}:{account}:destination:{name}",
  },
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": { documents: ["accessPolicy"], id: "{destinationName}" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    nameProperty: "name",
    defaults: { actionsEnabled: true, treatMissingData: "missing" },
    id: "{name}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}",
    outputs: { evaluateLowSampleCountPercentiles: "evaluate" },
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    nameProperty: "alarmName",
    autonamed: false,
    defaults: { actionsEnabled: true },
    id: "{alarmName}",
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarmName}",
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    nameProperty: "dashboardName",
    autonamed: false,
    documents: ["dashboardBody"],
    id: "{dashboardName}",
    outputs: { dashboardArn: "arn:{partition}:cloudwatch::{account}:dashboard/{dashboardName}" },
  },
  "aws:cloudwatch/eventRule:EventRule": {
    ...named,
    defaults: { eventBusName: "default", forceDestroy: false },
    documents: ["eventPattern"],
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:rule/{name}",
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    defaults: { eventBusName: "default", forceDestroy: false },
    id: "{rule}-{hex}",
    outputs: { targetId: "terraform-{hex}" },
  },
  "aws:cloudwatch/eventBus:EventBus": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:event-bus/{name}",
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    defaults: { eventBusName: "default" },
    documents: ["policy"],
    id: "{eventBusName}",
  },

  "aws:iam/role:Role": {
    ...named,
    defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    documents: ["assumeRolePolicy", "inlinePolicies.policy"],
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:role{path}{name}",
    outputs: { createDate: "2026-01-01T00:00:00Z", uniqueId: "AROA{hex}" },
  },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:role/aws-service-role/{awsServiceName}/AWSServiceRole",
    outputs: { createDate: "2026-01-01T00:00:00Z", path: "/aws-service-role/{awsServiceName}/", uniqueId: "AROA{hex}" },
  },
  "aws:iam/user:User": {
    nameProperty: "name",
    defaults: { forceDestroy: false, path: "/" },
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:user{path}{name}",
    outputs: { uniqueId: "AIDA{hex}" },
  },
  "aws:iam/group:Group": {
    nameProperty: "name",
    defaults: { path: "/" },
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:group{path}{name}",
    outputs: { uniqueId: "AGPA{hex}" },
  },
  "aws:iam/policy:Policy": {
    ...named,
    defaults: { path: "/" },
    documents: ["policy"],
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:policy{path}{name}",
    outputs: { policyId: "ANPA{hex}" },
  },
  "aws:iam/rolePolicy:RolePolicy": { ...named, documents: ["policy"], id: "{role}:{name}" },
  "aws:iam/userPolicy:UserPolicy": { ...named, documents: ["policy"], id: "{user}:{name}" },
  "aws:iam/groupPolicy:GroupPolicy": { ...named, documents: ["policy"], id: "{group}:{name}" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: "{role}/{policyArn}" },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": { id: "{user}/{policyArn}" },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": { id: "{group}/{policyArn}" },
  "aws:iam/policyAttachment:PolicyAttachment": { nameProperty: "name", id: "{name}" },
  "aws:iam/groupMembership:GroupMembership": { nameProperty: "name", id: "{name}" },
  "aws:iam/userGroupMembership:UserGroupMembership": { id: "terraform-{hex}" },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": { id: "{roleName}" },
  "aws:iam/instanceProfile:InstanceProfile": {
    ...named,
    defaults: { path: "/" },
    id: "{name}",
    arn: "arn:{partition}:iam::{account}:instance-profile{path}{name}",
    outputs: { createDate: "2026-01-01T00:00:00Z", uniqueId: "AIPA{hex}" },
  },
  "aws:iam/accessKey:AccessKey": {
    defaults: { status: "Active" },
    id: "AKIA{hex}",
    outputs: {
      createDate: "2026-01-01T00:00:00Z",
      secret: "stand-in-secret-{hex}",
      sesSmtpPasswordV4: "stand-in-password-{hex}",
    },
    secrets: ["secret", "sesSmtpPasswordV4"],
  },
  "aws:iam/userLoginProfile:UserLoginProfile": {
    defaults: { passwordLength: 20 },
    id: "{user}",
    outputs: { encryptedPassword: "", keyFingerprint: "", password: "stand-in-password-{hex}" },
    secrets: ["password"],
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    defaults: { allowUsersToChangePassword: true, minimumPasswordLength: 6 },
    id: "iam-account-password-policy",
  },
  "aws:iam/accountAlias:AccountAlias": { nameProperty: "accountAlias", autonamed: false, id: "{accountAlias}" },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:oidc-provider/{issuer}",
  },
  "aws:iam/samlProvider:SamlProvider": {
    nameProperty: "name",
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:saml-provider/{name}",
  },
  "aws:iam/serverCertificate:ServerCertificate": {
    ...named,
    defaults: { path: "/" },
    id: "{hex}",
    arn: "arn:{partition}:iam::{account}:server-certificate{path}{name}",
  },
  "aws:iam/virtualMfaDevice:VirtualMfaDevice": {
    nameProperty: "virtualMfaDeviceName",
    autonamed: false,
    defaults: { path: "/" },
    id: "{arn}",
    arn: "arn:{partition}:iam::{account}:mfa{path}{virtualMfaDeviceName}",
  },

  "aws:kinesis/stream:Stream": {
    nameProperty: "name",
    defaults: { encryptionType: "NONE", enforceConsumerDeletion: false, retentionPeriod: 24 },
    id: "{arn}",
    arn: "arn:{partition}:kinesis:{region}:{account}:stream/{name}",
  },

  "aws:kms/key:Key": {
    defaults: {
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      enableKeyRotation: false,
      isEnabled: true,
      keyUsage: "ENCRYPT_DECRYPT",
    },
    documents: ["policy"],
    id: "{uuid}",
    arn: "arn:{partition}:kms:{region}:{account}:key/{uuid}",
    outputs: { keyId: "{uuid}" },
  },
  "aws:kms/externalKey:ExternalKey": {
    defaults: { bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: 30 },
    documents: ["policy"],
    id: "{uuid}",
    arn: "arn:{partition}:kms:{region}:{account}:key/{uuid}",
    outputs: { expirationModel: "", keyState: "PendingImport", keyUsage: "ENCRYPT_DECRYPT" },
  },
  "aws:kms/replicaKey:ReplicaKey": {
    defaults: { bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: 30, enabled: true },
    documents: ["policy"],
    id: "mrk-{uuid}",
    arn: "arn:{partition}:kms:{region}:{account}:key/mrk-{uuid}",
    outputs: { keyId: "mrk-{uuid}", keyRotationEnabled: "false", keyUsage: "ENCRYPT_DECRYPT" },
  },
  "aws:kms/keyPolicy:KeyPolicy": {
    defaults: { bypassPolicyLockoutSafetyCheck: false },
    documents: ["policy"],
    id: "{keyId}",
  },
  "aws:kms/alias:Alias": {
    ...named,
    namePrefix: "alias/",
    id: "{name}",
    arn: "arn:{partition}:kms:{region}:{account}:{name}",
  },

  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    defaults: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
    id: "{account}",
  },

  "aws:lambda/function:Function": {
    nameProperty: "name",
    defaults: {
      memorySize: 128,
      packageType: "Zip",
      publish: false,
      reservedConcurrentExecutions: -1,
      skipDestroy: false,
      timeout: 3,
    },
    id: "{name}",
    arn: "arn:{partition}:lambda:{region}:{account}:function:{name}",
    outputs: {
      invokeArn:
        "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/arn:{partition}:lambda:{region}:{account}:function:{name}/invocations",
      qualifiedArn: "arn:{partition}:lambda:{region}:{account}:function:{name}:$LATEST",
      version: "$LATEST",
    },
  },
  "aws:lambda/permission:Permission": {
    nameProperty: "statementId",
    prefixProperty: "statementIdPrefix",
    id: "{statementId}",
  },

  "aws:sns/topic:Topic": {
    ...named,
    defaults: { contentBasedDeduplication: false, fifoTopic: false },
    documents: ["deliveryPolicy", "policy"],
    id: "{arn}",
    arn: "arn:{partition}:sns:{region}:{account}:{name}",
    outputs: { owner: "{account}" },
  },
  "aws:sns/topicPolicy:TopicPolicy": { documents: ["policy"], id: "{arn}", outputs: { owner: "{account}" } },
  "aws:sns/topicSubscription:TopicSubscription": {
    defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
    documents: ["deliveryPolicy", "filterPolicy", "redrivePolicy"],
    id: "{arn}",
    arn: "{topic}:{uuid}",
    outputs: { ownerId: "{account}" },
  },

  "aws:sqs/queue:Queue": {
    ...named,
    defaults: {
      contentBasedDeduplication: false,
      delaySeconds: 0,
      fifoQueue: false,
      maxMessageSize: 262144,
      messageRetentionSeconds: 345600,
      receiveWaitTimeSeconds: 0,
      visibilityTimeoutSeconds: 30,
    },
    documents: ["policy", "redrivePolicy"],
    id: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    arn: "arn:{partition}:sqs:{region}:{account}:{name}",
    outputs: { url: "https://sqs.{region}.amazonaws.com/{account}/{name}" },
  },
  "aws:sqs/queuePolicy:QueuePolicy": { documents: ["policy"], id: "{queueUrl}" },

  "aws:cfg/recorder:Recorder": { nameProperty: "name", id: "{name}" },

  "aws:ec2/instance:Instance": { id: "i-{hex}", arn: "arn:{partition}:ec2:{region}:{account}:instance/i-{hex}" },
  "aws:ec2/securityGroup:SecurityGroup": {
    ...named,
    id: "sg-{hex}",
    arn: "arn:{partition}:ec2:{region}:{account}:security-group/sg-{hex}",
  },

  "aws:alb/targetGroup:TargetGroup": {
    ...named,
    id: "{arn}",
    arn: "arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{name}/{hex}",
    outputs: { arnSuffix: "targetgroup/{name}/{hex}" },
  },
  "aws:apigatewayv2/api:Api": {
    nameProperty: "name",
    id: "{hex}",
    arn: "arn:{partition}:apigateway:{region}::/apis/{hex}",
    outputs: {
      apiEndpoint: "https://{hex}.execute-api.{region}.amazonaws.com",
      executionArn: "arn:{partition}:execute-api:{region}:{account}:{hex}",
    },
  },
  "aws:cloudfront/distribution:Distribution": {
    id: "{hex}",
    arn: "arn:{partition}:cloudfront::{account}:distribution/{hex}",
    outputs: { domainName: "d111111abcdef8.cloudfront.net", hostedZoneId: "Z2FDTNDATAQYW2" },
  },
  "aws:codestarconnections/connection:Connection": {
    nameProperty: "name",
    id: "{arn}",
    arn: "arn:{partition}:codestar-connections:{region}:{account}:connection/{uuid}",
  },
  "aws:dynamodb/table:Table": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}",
    outputs: { streamArn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}/stream/2026-01-01T00:00:00.000" },
  },
  "aws:ecr/repository:Repository": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}",
    outputs: { repositoryUrl: "{account}.dkr.ecr.{region}.amazonaws.com/{name}" },
  },
  "aws:ecs/cluster:Cluster": {
    nameProperty: "name",
    id: "{arn}",
    arn: "arn:{partition}:ecs:{region}:{account}:cluster/{name}",
  },
  "aws:ecs/taskDefinition:TaskDefinition": {
    id: "{family}",
    arn: "arn:{partition}:ecs:{region}:{account}:task-definition/{family}:1",
    outputs: { revision: "1" },
  },
  "aws:efs/fileSystem:FileSystem": {
    id: "fs-{hex}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/fs-{hex}",
  },
  "aws:eks/cluster:Cluster": {
    nameProperty: "name",
    id: "{name}",
    arn: "arn:{partition}:eks:{region}:{account}:cluster/{name}",
    outputs: { endpoint: "https://{hex}.gr7.{region}.eks.amazonaws.com" },
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    nameProperty: "name",
    id: "{account}:{name}",
    arn: "arn:{partition}:glue:{region}:{account}:database/{name}",
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    nameProperty: "name",
    id: "{arn}",
    arn: "arn:{partition}:firehose:{region}:{account}:deliverystream/{name}",
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    ...named,
    id: "{arn}",
    arn: "arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}/{hex}",
    outputs: { arnSuffix: "app/{name}/{hex}", dnsName: "{name}.{region}.elb.amazonaws.com", zoneId: "Z{hex}" },
  },
  "aws:rds/instance:Instance": {
    nameProperty: "identifier",
    id: "db-{hex}",
    arn: "arn:{partition}:rds:{region}:{account}:db:{identifier}",
    outputs: { address: "{identifier}.rds.amazonaws.com", resourceId: "db-{hex}" },
  },
  "aws:secretsmanager/secret:Secret": {
    ...named,
    documents: ["policy"],
    id: "{arn}",
    arn: "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-AbCdEf",
  },
  "aws:sfn/stateMachine:StateMachine": {
    ...named,
    id: "{arn}",
    arn: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
  },
};

/** A type the table does not hold: unnamed, with an id, and an ARN of the form that most have. */
function otherType(token: string): ResourceType {
  const [, service, type] = /^aws:(\w+)\/(\w+):/.exec(token) ?? [];
  if (service === undefined || type === undefined) return { id: "{hex}" };
  return { id: "{hex}", arn: `arn:{partition}:${service}:{region}:{account}:${type.toLowerCase()}/{hex}` };
}

export function resourceType(token: string): ResourceType {
  return Object.hasOwn(resourceTypes, token) ? (resourceTypes[token] ?? otherType(token)) : otherType(token);
}
