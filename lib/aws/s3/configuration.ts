import { type types } from "@pulumi/aws";
import { type Claim, claim, some, whether } from "../../core/claim";
import { type Read, mapRead, withDefault } from "../../core/read";
import { type Reader } from "../reader";

/** One of several spellings of a block: the first that is given. */
export function firstGiven<T>(first: Read<T>, ...others: readonly Read<T>[]): Read<T> {
  return [first, ...others].find(({ kind }) => kind !== "absent") ?? first;
}

/** What a known value leads to; absent and unknown stay what they are. */
export function flatMapRead<From, To>(read: Read<From>, next: (value: From) => Read<To>): Read<To> {
  return read.kind === "known" ? next(read.value) : read;
}

export interface Versioning {
  /** `Enabled`, `Suspended` or `Disabled`. */
  readonly status: Read<string>;
  readonly mfaDelete: Read<boolean>;
}

export interface Encryption {
  /** `AES256` (S3's own keys), `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm: Read<string>;
  /** ARN, id or alias; absent: the key that AWS keeps for S3. */
  readonly keyId: Read<string>;
}

type EncryptionRule = types.input.s3.BucketServerSideEncryptionConfigurationRule & {
  readonly applyServerSideEncryptionByDefaults?: readonly EncryptionDefault[];
};
type EncryptionDefault = types.input.s3.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault;

/** A bucket has one encryption rule. */
export function encryptionOf(rule: Reader<EncryptionRule>): Read<Encryption> {
  const applied = firstGiven<Reader<EncryptionDefault>>(
    rule.object("applyServerSideEncryptionByDefault"),
    rule.object("applyServerSideEncryptionByDefaults"),
  );
  return mapRead(applied, (each) => ({ algorithm: each.text("sseAlgorithm"), keyId: each.text("kmsMasterKeyId") }));
}

export interface PublicAccessBlock {
  readonly blockPublicAcls: Read<boolean>;
  readonly blockPublicPolicy: Read<boolean>;
  readonly ignorePublicAcls: Read<boolean>;
  readonly restrictPublicBuckets: Read<boolean>;
}

export const publicAccessSettings = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
] as const;

/** A setting that a declared block leaves out is off. */
export function publicAccessBlockOf(
  read: Reader<Partial<Record<keyof PublicAccessBlock, unknown>>>,
): PublicAccessBlock {
  const setting = (name: keyof PublicAccessBlock) => withDefault(read.boolean(name), false);
  return {
    blockPublicAcls: setting("blockPublicAcls"),
    blockPublicPolicy: setting("blockPublicPolicy"),
    ignorePublicAcls: setting("ignorePublicAcls"),
    restrictPublicBuckets: setting("restrictPublicBuckets"),
  };
}

/** One permission that an ACL gives to one grantee. */
export interface Grant {
  /** `READ`, `WRITE`, `READ_ACP`, `WRITE_ACP` or `FULL_CONTROL`. */
  readonly permission: Read<string>;
  /** The URI of a group; absent for accounts. */
  readonly group: Read<string>;
}

export interface Acl {
  /** Such as `private` or `public-read`. */
  readonly canned: Read<string>;
  readonly grants: Read<readonly Grant[]>;
}

export interface LifecycleRule {
  readonly name: string;
  readonly enabled: Claim;
  readonly prefix: Read<string>;
  /** Whether it concerns only objects with certain tags. */
  readonly wantsTags: Claim;
  /** Days after which the current version of an object goes; absent where it does not go by age. */
  readonly expirationDays: Read<number>;
}

export interface Replication {
  /** Whether some rule is in force. */
  readonly enabled: Claim;
}

export function replicationOf(rules: Read<readonly Reader<{ readonly status: string }>[]>): Read<Replication> {
  return mapRead(rules, (list) => ({
    enabled: some(...list.map((rule) => whether(rule.text("status"), (status) => status === "Enabled", "no"))),
  }));
}

export interface ObjectLock {
  /** `GOVERNANCE` or `COMPLIANCE` where new objects are locked by default; absent where they are not. */
  readonly mode: Read<string>;
}

/** `Enabled` as a Boolean, as the separate resources spell it. */
export function isEnabledText(read: Read<string>): Read<boolean> {
  return mapRead(read, (text) => text === "Enabled");
}

/** `no` where nothing is configured, as AWS then does nothing. */
export function whereConfigured<T>(read: Read<T>, test: (value: T) => Claim): Claim {
  if (read.kind !== "known") return whether(read, () => true, "no");
  const answer = test(read.value);
  return answer.places.length === 0 ? claim(answer.truth, read.place) : answer;
}

/** Whether a group of an ACL is everybody, or everybody with some AWS account. */
export const publicGroups = {
  everybody: "http://acs.amazonaws.com/groups/global/AllUsers",
  everyAccount: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
} as const;
