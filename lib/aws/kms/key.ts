import { type kms } from "@pulumi/aws";
import { type Claim, equals, every, isGiven, negate } from "../../core/claim";
import { known, withDefault, withoutEmpty } from "../../core/read";
import { type Reader } from "../reader";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

const ownKey = "aws:kms/key:Key";
const externalKey = "aws:kms/externalKey:ExternalKey";
const replicaKey = "aws:kms/replicaKey:ReplicaKey";
const replicaExternalKey = "aws:kms/replicaExternalKey:ReplicaExternalKey";

type KeyArgs = kms.KeyArgs & kms.ExternalKeyArgs & kms.ReplicaKeyArgs;

/**
 * A KMS key: made by KMS, imported (`ExternalKey`), or the replica of a multi-region key. Its policy may also stand
 * in a `KeyPolicy`: see `policyOfKey`. Defaults as of @pulumi/aws 7.48.
 */
export const Key = resourceView<KeyArgs>()([ownKey, externalKey, replicaKey, replicaExternalKey], (read, { type }) => ({
  description: withoutEmpty(read.text("description")),
  policy: documentOf(read.value("policy")),
  bypassesLockoutCheck: withDefault(read.boolean("bypassPolicyLockoutSafetyCheck"), false),
  isEnabled: withDefault(read.boolean(type === ownKey ? "isEnabled" : "enabled"), true),
  /** Days between the order to delete the key and its end; 30 unless set. */
  deletionWindowDays: withDefault(read.number("deletionWindowInDays"), 30),
  multiRegion: read.boolean("multiRegion"),
  /** Of a replica: the key that it is a copy of. */
  primaryKeyArn: read.text("primaryKeyArn"),
  rotates: withDefault(read.boolean("enableKeyRotation"), false),
  rotationPeriodDays: withDefault(read.number("rotationPeriodInDays"), 365),
  canRotate: canRotate(read, type),
  /** `SYMMETRIC_DEFAULT` unless set. */
  keySpec: read.text("customerMasterKeySpec"),
  /** `ENCRYPT_DECRYPT` unless set. */
  keyUsage: read.text("keyUsage"),
}));

/** A view of one key. */
export type KeyView = ReturnType<typeof Key.view>;

/**
 * Whether KMS can rotate the key by itself: only symmetric encryption keys of which it made the material, outside
 * custom key stores. A replica rotates with its primary key. (KMS developer guide, "Rotate AWS KMS keys", 2026-11.)
 */
function canRotate(read: Reader<KeyArgs>, type: string): Claim {
  const isOwn = equals(known(type, { ...read.place }), ownKey);
  const isSymmetric = equals(withDefault(read.text("customerMasterKeySpec"), "SYMMETRIC_DEFAULT"), "SYMMETRIC_DEFAULT");
  const encrypts = equals(withDefault(read.text("keyUsage"), "ENCRYPT_DECRYPT"), "ENCRYPT_DECRYPT");
  const isInStore = isGiven(withoutEmpty(read.text("customKeyStoreId")));
  return every(isOwn, isSymmetric, encrypts, negate(isInStore));
}
