import { type s3, type types } from "@pulumi/aws";
import { isTrue, whether } from "../../core/claim";
import { type Read, absent, known, mapRead, valueOf, withDefault } from "../../core/read";
import { givenByProgram } from "../given";
import { documentOf } from "../policy-document";
import { type Reader } from "../reader";
import { resourceView } from "../view";
import {
  type Acl,
  type Encryption,
  type Grant,
  type LifecycleRule,
  type ObjectLock,
  type Replication,
  type Versioning,
  encryptionOf,
  firstGiven,
  flatMapRead,
  replicationOf,
} from "./configuration";

type Rule = types.input.s3.BucketLifecycleRule & Pick<types.input.s3.BucketV2LifecycleRule, "expirations">;
type Lock = types.input.s3.BucketObjectLockConfiguration &
  Pick<types.input.s3.BucketV2ObjectLockConfiguration, "rules">;
type LockRule = Partial<
  types.input.s3.BucketObjectLockConfigurationRule & types.input.s3.BucketV2ObjectLockConfigurationRule
>;

/** What either version of the bucket takes: the later one writes most blocks as lists. */
type BucketArgs = Omit<s3.BucketArgs, "lifecycleRules" | "objectLockConfiguration"> &
  Pick<
    s3.BucketV2Args,
    "versionings" | "loggings" | "serverSideEncryptionConfigurations" | "replicationConfigurations"
  > & {
    readonly lifecycleRules?: readonly Rule[];
    readonly objectLockConfiguration?: Lock;
  };

/**
 * An S3 bucket with what it says of itself. Most of this may also stand in resources of its own, which override it:
 * see `trailBucketsOf`. Defaults as of @pulumi/aws 7.48.
 */
export const Bucket = resourceView<BucketArgs>()(
  ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  (read, resource) => {
    const given = <T>(value: Read<T>) => givenByProgram(resource, value);
    return {
      bucketName: read.text("bucket"),
      forceDestroy: withDefault(read.boolean("forceDestroy"), false),
      objectLockEnabled: withDefault(given(read.boolean("objectLockEnabled")), false),
      policy: documentOf(given(policyOf(read))),
      acl: given(aclOf(read)),
      versioning: given(versioningOf(read)),
      encryption: given(bucketEncryptionOf(read)),
      accessLogTarget: given(logTargetOf(read)),
      lifecycle: given(lifecycleOf(read)),
      replication: given(bucketReplicationOf(read)),
      objectLock: given(objectLockOf(read)),
    };
  },
);

/** A view of one bucket. */
export type BucketView = ReturnType<typeof Bucket.view>;

/** After deployment the provider gives an empty text where there is no policy. */
function policyOf(read: Reader<BucketArgs>) {
  const policy = read.value("policy");
  return policy.kind === "known" && policy.value === "" ? absent(policy.place) : policy;
}

function aclOf(read: Reader<BucketArgs>): Read<Acl> {
  const canned = read.text("acl");
  const grants = mapRead(read.objects("grants"), (list) => list.flatMap(grantsOf));
  if (canned.kind === "absent" && grants.kind !== "known") return grants;
  return known({ canned, grants }, canned.kind === "absent" ? grants.place : canned.place);
}

function grantsOf(grant: Reader<types.input.s3.BucketGrant>): readonly Grant[] {
  const permissions = grant.texts("permissions");
  const group = grant.text("uri");
  if (permissions.kind !== "known") return [{ permission: permissions, group }];
  return permissions.value.map((permission) => ({ permission, group }));
}

function versioningOf(read: Reader<BucketArgs>): Read<Versioning> {
  const block = firstGiven<Reader<types.input.s3.BucketVersioning>>(
    read.object("versioning"),
    read.object("versionings"),
  );
  return mapRead(block, (versioning) => ({
    status: mapRead(withDefault(versioning.boolean("enabled"), false), (on) => (on ? "Enabled" : "Disabled")),
    mfaDelete: withDefault(versioning.boolean("mfaDelete"), false),
  }));
}

function bucketEncryptionOf(read: Reader<BucketArgs>): Read<Encryption> {
  const single = flatMapRead(read.object("serverSideEncryptionConfiguration"), (block) => block.object("rule"));
  if (single.kind !== "absent") return flatMapRead(single, encryptionOf);
  const listed = read.object("serverSideEncryptionConfigurations");
  return flatMapRead(listed, (block) => flatMapRead(block.object("rules"), encryptionOf));
}

function logTargetOf(read: Reader<BucketArgs>): Read<string> {
  const block = firstGiven<Reader<types.input.s3.BucketLogging>>(read.object("logging"), read.object("loggings"));
  return flatMapRead(block, (logging) => logging.text("targetBucket"));
}

function lifecycleOf(read: Reader<BucketArgs>): Read<readonly LifecycleRule[]> {
  return mapRead(read.objects("lifecycleRules"), (rules) => rules.map(ruleOf));
}

function ruleOf(rule: Reader<Rule>): LifecycleRule {
  const expiration = firstGiven<Reader<types.input.s3.BucketLifecycleRuleExpiration>>(
    rule.object("expiration"),
    rule.object("expirations"),
  );
  return {
    name: valueOf(rule.text("id")) ?? rule.place.path,
    enabled: isTrue(rule.boolean("enabled")),
    prefix: rule.text("prefix"),
    wantsTags: whether(rule.value("tags"), () => true, "no"),
    expirationDays: flatMapRead(expiration, (block) => block.number("days")),
  };
}

function bucketReplicationOf(read: Reader<BucketArgs>): Read<Replication> {
  const single = flatMapRead(read.object("replicationConfiguration"), (block) => replicationOf(block.objects("rules")));
  const listed = read.object("replicationConfigurations");
  return firstGiven(
    single,
    flatMapRead(listed, (block) => replicationOf(block.objects("rules"))),
  );
}

function objectLockOf(read: Reader<BucketArgs>): Read<ObjectLock> {
  return mapRead(read.object("objectLockConfiguration"), (lock) => {
    const rule = firstGiven<Reader<LockRule>>(lock.object("rule"), lock.object("rules"));
    const mode = flatMapRead(rule, (each) =>
      flatMapRead(
        firstGiven<Reader<types.input.s3.BucketObjectLockConfigurationRuleDefaultRetention>>(
          each.object("defaultRetention"),
          each.object("defaultRetentions"),
        ),
        (retention) => retention.text("mode"),
      ),
    );
    return { mode };
  });
}
