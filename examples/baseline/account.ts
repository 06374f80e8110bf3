import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { arnOf, createBucket, encrypt, setPolicy } from "./buckets";
import { type Context, tags } from "./context";

/** What an account has once: who may choose which password, and what looks for mistakes and intruders. */
export function createAccountSettings(context: Context): void {
  const { name, parent, args } = context;
  new aws.iam.AccountPasswordPolicy(name, { ...strongPasswords }, parent);
  new aws.s3.AccountPublicAccessBlock(name, { ...closed }, parent);
  const type = args.organizationId === undefined ? "ACCOUNT" : "ORGANIZATION";
  new aws.accessanalyzer.Analyzer(name, { analyzerName: name, type, tags }, parent);
  new aws.ec2.InstanceMetadataDefaults(name, { httpTokens: "required", httpPutResponseHopLimit: 1 }, parent);
  for (const alternateContactType of ["SECURITY", "BILLING", "OPERATIONS"]) {
    const contact = { alternateContactType, ...args.contact };
    new aws.account.AlternativeContact(`${name}-${alternateContactType.toLowerCase()}`, contact, parent);
  }
  createSupportRole(context);
  if (args.organizationId !== undefined) manageRootCentrally(context);
  if (args.monitoring === false) return;
  new aws.guardduty.Detector(name, { enable: true }, parent);
  new aws.securityhub.Account(name, {}, parent);
  recordConfiguration(context);
}

const strongPasswords = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChangePassword: true,
  maxPasswordAge: 90,
  passwordReusePrevention: 24,
};

const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

/** For whoever is on call: to ask AWS for help without being an administrator. */
function createSupportRole({ name, parent, args, partition, accountId }: Context): void {
  const account = pulumi.interpolate`arn:${partition}:iam::${accountId}`;
  const supporters = pulumi.interpolate`${account}:${args.supporters ?? "user/security/*"}`;
  const trust = {
    Effect: "Allow",
    Principal: { AWS: pulumi.interpolate`${account}:root` },
    Action: "sts:AssumeRole",
    Condition: {
      ArnLike: { "aws:PrincipalArn": supporters },
      Bool: { "aws:MultiFactorAuthPresent": "true" },
    },
  };
  const assumeRolePolicy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [trust] });
  const role = new aws.iam.Role(`${name}-support`, { assumeRolePolicy, tags }, parent);
  const policyArn = pulumi.interpolate`arn:${partition}:iam::aws:policy/AWSSupportAccess`;
  new aws.iam.RolePolicyAttachment(`${name}-support`, { role: role.name, policyArn }, parent);
}

/** Members of the organization then need no root credentials of their own. */
function manageRootCentrally({ name, parent }: Context): void {
  const enabledFeatures = ["RootCredentialsManagement", "RootSessions"];
  new aws.iam.OrganizationsFeatures(name, { enabledFeatures }, parent);
}

/** AWS Config: what was configured how, and when. */
function recordConfiguration(context: Context): void {
  const { name, parent } = context;
  const bucket = createBucket(context, "config", {});
  encrypt(context, "config", bucket, { sseAlgorithm: "AES256" });
  const policy = setPolicy(context, "config", bucket, configDelivers(context, bucket));
  const role = new aws.iam.ServiceLinkedRole(
    `${name}-config`,
    { awsServiceName: "config.amazonaws.com", tags },
    parent,
  );
  const recordingGroup = { allSupported: true, includeGlobalResourceTypes: true };
  const recorder = new aws.cfg.Recorder(name, { name, roleArn: role.arn, recordingGroup }, parent);
  const channel = new aws.cfg.DeliveryChannel(
    name,
    { name, s3BucketName: bucket.bucket },
    { ...parent, dependsOn: [recorder, policy] },
  );
  new aws.cfg.RecorderStatus(name, { name: recorder.name, isEnabled: true }, { ...parent, dependsOn: [channel] });
}

function configDelivers(context: Context, bucket: aws.s3.Bucket): readonly object[] {
  const { accountId } = context;
  const arn = arnOf(context, bucket);
  const Principal = { Service: "config.amazonaws.com" };
  const account = { "aws:SourceAccount": accountId };
  return [
    {
      Sid: "ConfigChecksBucket",
      Effect: "Allow",
      Principal,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: arn,
      Condition: { StringEquals: account },
    },
    {
      Sid: "ConfigDelivers",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${arn}/AWSLogs/${accountId}/Config/*`,
      Condition: { StringEquals: { ...account, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}
