import { type s3 } from "@pulumi/aws";
import { isTrue, some, whether } from "../../core/claim";
import { type Read, known, mapRead, valueOf, withDefault } from "../../core/read";
import { type Resource } from "../../core/resource";
import { givenByProgram } from "../given";
import { documentOf } from "../policy-document";
import { type ItemOf, type Reader } from "../reader";
import { resourceView } from "../view";
import {
  type Acl,
  type Grant,
  type LifecycleRule,
  encryptionOf,
  firstGiven,
  flatMapRead,
  isEnabledText,
  publicAccessBlockOf,
  replicationOf,
} from "./configuration";

/**
 * The resources that configure one thing of a bucket each. All have `bucket`, the bucket's name, and
 * `configuration`, as the bucket's own blocks give it.
 */
export interface Part<T> {
  readonly bucket: Read<string>;
  readonly configuration: Read<T>;
}

/** The two names under which the provider keeps a resource, the former one with `V2`. */
function withFormerName(name: string): readonly string[] {
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  return [`aws:s3/${file}:${name}`, `aws:s3/${file}V2:${name}V2`];
}

export const BucketPolicy = resourceView<s3.BucketPolicyArgs>()(["aws:s3/bucketPolicy:BucketPolicy"], (read) => ({
  bucket: read.text("bucket"),
  configuration: documentOf(read.value("policy")),
}));

export const BucketPublicAccessBlock = resourceView<s3.BucketPublicAccessBlockArgs>()(
  ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  (read) => ({ bucket: read.text("bucket"), configuration: known(publicAccessBlockOf(read), read.place) }),
);

/** The block that an account lays over all of its buckets. */
export const AccountPublicAccessBlock = resourceView<s3.AccountPublicAccessBlockArgs>()(
  ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
  (read) => ({ accountId: read.text("accountId"), settings: publicAccessBlockOf(read) }),
);

export const BucketAcl = resourceView<s3.BucketAclArgs>()(withFormerName("BucketAcl"), (read, resource) => ({
  bucket: read.text("bucket"),
  configuration: known(aclOf(read, resource), read.place),
}));

function aclOf(read: Reader<s3.BucketAclArgs>, resource: Resource): Acl {
  const own = givenByProgram(resource, read.object("accessControlPolicy"));
  const list = flatMapRead(own, (policy) => policy.objects("grants"));
  const grants = mapRead(list, (each) =>
    each.map((grant): Grant => ({
      permission: grant.text("permission"),
      group: flatMapRead(grant.object("grantee"), (grantee) => grantee.text("uri")),
    })),
  );
  return { canned: read.text("acl"), grants };
}

export const BucketVersioning = resourceView<s3.BucketVersioningArgs>()(
  withFormerName("BucketVersioning"),
  (read, resource) => ({
    bucket: read.text("bucket"),
    configuration: mapRead(read.object("versioningConfiguration"), (block) => ({
      status: block.text("status"),
      mfaDelete: withDefault(givenByProgram(resource, isEnabledText(block.text("mfaDelete"))), false),
    })),
  }),
);

export const BucketEncryption = resourceView<s3.BucketServerSideEncryptionConfigurationArgs>()(
  withFormerName("BucketServerSideEncryptionConfiguration"),
  (read) => ({ bucket: read.text("bucket"), configuration: flatMapRead(read.object("rules"), encryptionOf) }),
);

export const BucketLogging = resourceView<s3.BucketLoggingArgs>()(withFormerName("BucketLogging"), (read) => ({
  bucket: read.text("bucket"),
  configuration: read.text("targetBucket"),
}));

export const BucketOwnershipControls = resourceView<s3.BucketOwnershipControlsArgs>()(
  ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
  (read) => ({
    bucket: read.text("bucket"),
    configuration: flatMapRead(read.object("rule"), (rule) => rule.text("objectOwnership")),
  }),
);

export const BucketObjectLockConfiguration = resourceView<s3.BucketObjectLockConfigurationArgs>()(
  withFormerName("BucketObjectLockConfiguration"),
  (read) => ({
    bucket: read.text("bucket"),
    configuration: known(
      {
        mode: flatMapRead(read.object("rule"), (rule) =>
          flatMapRead(rule.object("defaultRetention"), (retention) => retention.text("mode")),
        ),
      },
      read.place,
    ),
  }),
);

export const BucketLifecycleConfiguration = resourceView<s3.BucketLifecycleConfigurationArgs>()(
  withFormerName("BucketLifecycleConfiguration"),
  (read) => ({
    bucket: read.text("bucket"),
    configuration: mapRead(read.objects("rules"), (rules) => rules.map(ruleOf)),
  }),
);

type RuleReader = Reader<ItemOf<s3.BucketLifecycleConfigurationArgs, "rules">>;

function ruleOf(rule: RuleReader): LifecycleRule {
  const filter = rule.object("filter");
  const both = flatMapRead(filter, (block) => block.object("and"));
  return {
    name: valueOf(rule.text("id")) ?? rule.place.path,
    enabled: whether(rule.text("status"), (status) => status === "Enabled", "no"),
    prefix: firstGiven(
      rule.text("prefix"),
      flatMapRead(filter, (block) => block.text("prefix")),
      flatMapRead(both, (block) => block.text("prefix")),
    ),
    wantsTags: some(
      whether(
        flatMapRead(filter, (block) => block.object("tag")),
        () => true,
        "no",
      ),
      whether(
        flatMapRead(both, (block) => block.value("tags")),
        () => true,
        "no",
      ),
    ),
    expirationDays: flatMapRead(rule.object("expiration"), (expiration) => expiration.number("days")),
  };
}

export const BucketReplicationConfig = resourceView<s3.BucketReplicationConfigArgs>()(
  ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
  (read) => ({ bucket: read.text("bucket"), configuration: replicationOf(read.objects("rules")) }),
);

export const BucketNotification = resourceView<s3.BucketNotificationArgs>()(
  ["aws:s3/bucketNotification:BucketNotification"],
  (read) => ({
    bucket: read.text("bucket"),
    configuration: known(
      {
        /** Whether anybody is told of anything. */
        tellsSomebody: some(
          isTrue(read.boolean("eventbridge")),
          ...(["lambdaFunctions", "queues", "topics"] as const).map((name) =>
            whether(read.objects(name), (list) => list.length > 0, "no"),
          ),
        ),
      },
      read.place,
    ),
  }),
);
