import { pushTo } from "../../core/grouping";
import { type Claim, claim, isTrue, some, whether } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { type Place, type Read, absent, unread, withDefault } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { Trail, type TrailView } from "../cloudtrail/trail";
import { type KeyReference, keyReference } from "../kms/key-reference";
import { type DocumentRead } from "../policy-document";
import { type Reference, referenceOf, referrersTo, referring, resourceAt } from "../references";
import { Bucket, type BucketView } from "./bucket";
import {
  BucketAcl,
  BucketEncryption,
  BucketLifecycleConfiguration,
  BucketLogging,
  BucketNotification,
  BucketObjectLockConfiguration,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketReplicationConfig,
  BucketVersioning,
  type Part,
} from "./bucket-parts";
import {
  type Acl,
  type Encryption,
  type LifecycleRule,
  type ObjectLock,
  type PublicAccessBlock,
  type Replication,
  type Versioning,
  flatMapRead,
  whereConfigured,
} from "./configuration";

/**
 * All that the stack says about a bucket, in whatever style it says so. Absent: nothing is said, so that AWS's
 * default counts. Unknown: something is said that a preview cannot read, or something may be said by a resource
 * whose bucket a preview cannot tell.
 */
export interface BucketFacts {
  readonly forceDestroy: Read<boolean>;
  readonly policy: DocumentRead;
  readonly publicAccessBlock: Read<PublicAccessBlock>;
  readonly acl: Read<Acl>;
  /** `BucketOwnerEnforced` (ACLs are off), `BucketOwnerPreferred` or `ObjectWriter`. Absent gives the first, as AWS does since April 2023. */
  readonly objectOwnership: Read<string>;
  readonly versioned: Claim;
  readonly mfaDelete: Claim;
  readonly encryption: Read<Encryption>;
  readonly encryptionKey: KeyReference;
  /** The bucket that its access logs go to. */
  readonly accessLogTarget: Reference;
  readonly lifecycle: Read<readonly LifecycleRule[]>;
  readonly replicated: Claim;
  readonly tellsSomebody: Claim;
  /** Whether new objects are locked by default. */
  readonly locksObjects: Claim;
}

/** The bucket of one or more trails of the stack. */
export interface TrailBucket extends BucketFacts {
  readonly stack: Stack;
  /** The bucket; where it cannot be told which one it is, the trail. */
  readonly resource: Resource;
  readonly urn: string;
  readonly name: string;
  /** The bucket as a whole, for findings about what is missing. */
  readonly place: Place;
  readonly trails: readonly TrailView[];
}

/** The buckets of the stack's trails, as the subject of policies. Buckets outside the stack are not among them. */
export const trailBuckets: StackSubject<TrailBucket> = {
  scope: "stack",
  types: Trail.types,
  select: (stack) => trailBucketsOf(stack),
};

/**
 * The buckets of the stack's trails, each once. A trail whose bucket a preview cannot tell gives one of which nothing
 * is known.
 */
export const trailBucketsOf = oncePerStack((stack: Stack): readonly TrailBucket[] => {
  const trailsOf = new Map<Resource, TrailView[]>();
  const undecided: TrailBucket[] = [];
  for (const trail of Trail.allIn(stack)) {
    const reference = referenceOf(stack, trail.resource, trail.s3BucketName, Bucket.types);
    if (reference.kind === "unknown") undecided.push(undecidedBucket(stack, trail));
    if (reference.kind !== "resource") continue;
    pushTo(trailsOf, reference.resource, trail);
  }
  const found = [...trailsOf].map(([resource, trails]) => trailBucket(stack, Bucket.view(resource), trails));
  return [...found, ...undecided];
});

function trailBucket(stack: Stack, bucket: BucketView, trails: readonly TrailView[]): TrailBucket {
  const { resource, urn, name, place } = bucket;
  return { stack, resource, urn, name, place, trails, ...factsOf(stack, bucket) };
}

function factsOf(stack: Stack, bucket: BucketView): BucketFacts {
  const nothing = absent(bucket.place);
  const encryption = configured<Encryption>(stack, bucket, BucketEncryption, bucket.encryption);
  const logTarget = configured<string>(stack, bucket, BucketLogging, bucket.accessLogTarget);
  const versioning = configured<Versioning>(stack, bucket, BucketVersioning, bucket.versioning);
  const replication = configured<Replication>(stack, bucket, BucketReplicationConfig, bucket.replication);
  const notification = configured<{ readonly tellsSomebody: Claim }>(stack, bucket, BucketNotification, nothing);
  const lock = configured<ObjectLock>(stack, bucket, BucketObjectLockConfiguration, bucket.objectLock);
  const ownership = configured<string>(stack, bucket, BucketOwnershipControls, nothing);
  return {
    forceDestroy: bucket.forceDestroy,
    policy: configured(stack, bucket, BucketPolicy, bucket.policy),
    publicAccessBlock: configured<PublicAccessBlock>(stack, bucket, BucketPublicAccessBlock, nothing),
    acl: configured<Acl>(stack, bucket, BucketAcl, bucket.acl),
    objectOwnership: withDefault(ownership, "BucketOwnerEnforced"),
    versioned: isVersioned(bucket, versioning),
    mfaDelete: whereConfigured(versioning, ({ mfaDelete }) => isTrue(mfaDelete)),
    encryption,
    encryptionKey: keyOf(stack, bucket, encryption),
    accessLogTarget: bucketReference(stack, bucket, logTarget),
    lifecycle: configured<readonly LifecycleRule[]>(stack, bucket, BucketLifecycleConfiguration, bucket.lifecycle),
    replicated: whereConfigured(replication, ({ enabled }) => enabled),
    tellsSomebody: whereConfigured(notification, ({ tellsSomebody }) => tellsSomebody),
    locksObjects: whereConfigured(lock, ({ mode }) => whether(mode, () => true, "no")),
  };
}

/**
 * What configures one thing of a bucket: a resource of its own, or perhaps one whose bucket is not known, or else the
 * bucket itself.
 */
function configured<T>(stack: Stack, bucket: BucketView, part: PartView<T>, inline: Read<T>): Read<T> {
  const { certain, possible } = referrersTo(stack, bucket.resource, referring(part.types, "bucket", Bucket.types));
  const [own] = certain;
  if (own) return part.view(own).configuration;
  const [other] = possible;
  if (other) return unread(part.view(other).bucket.place);
  return inline.kind === "absent" ? absent(bucket.place) : inline;
}

interface PartView<T> {
  readonly types: readonly string[];
  view(resource: Resource): Part<T>;
}

/** Buckets with object lock are always versioned: AWS sees to it. */
function isVersioned(bucket: BucketView, versioning: Read<Versioning>): Claim {
  const enabled = whereConfigured(versioning, ({ status }) => whether(status, (text) => text === "Enabled", "no"));
  return some(enabled, isTrue(bucket.objectLockEnabled));
}

function keyOf(stack: Stack, bucket: BucketView, encryption: Read<Encryption>): KeyReference {
  const keyId = flatMapRead(encryption, (each) => each.keyId);
  return keyReference(stack, resourceOf(stack, bucket, keyId.place), keyId);
}

function bucketReference(stack: Stack, bucket: BucketView, name: Read<string>): Reference {
  return referenceOf(stack, resourceOf(stack, bucket, name.place), name, Bucket.types);
}

/** The resource that a place is in: the bucket or one of those that configure it. */
function resourceOf(stack: Stack, bucket: BucketView, { urn }: Place): Resource {
  return resourceAt(stack, urn) ?? bucket.resource;
}

/** All that can be said of a bucket while nobody knows which one it is. */
function undecidedBucket(stack: Stack, { resource, urn, s3BucketName, ...trail }: TrailView): TrailBucket {
  const place = s3BucketName.place;
  const open = unread(place);
  const openClaim = claim("unknown", place);
  const reference = { kind: "unknown", place } as const;
  return {
    stack,
    resource,
    urn,
    name: trail.name,
    place,
    trails: [],
    forceDestroy: open,
    policy: open,
    publicAccessBlock: open,
    acl: open,
    objectOwnership: open,
    versioned: openClaim,
    mfaDelete: openClaim,
    encryption: open,
    encryptionKey: reference,
    accessLogTarget: reference,
    lifecycle: open,
    replicated: openClaim,
    tellsSomebody: openClaim,
    locksObjects: openClaim,
  };
}
