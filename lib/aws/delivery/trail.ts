import { type KnownText, trailUsesBucket, trailUsesKey } from "../../access/service-requests";
import { claim } from "../../core/claim";
import { isUnknown, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { textOf } from "../alarms/grants";
import { type TrailView } from "../cloudtrail/trail";
import { type KeyView } from "../kms/key";
import { referenceOf } from "../references";
import { Bucket } from "../s3/bucket";
import { type TrailBucket, trailBucketsOf } from "../s3/trail-buckets";
import { arnIn, organizationsNamedIn, partitionOf } from "./arns";
import { type KeyFact, keyFacts } from "./keys";
import { type Need, type Verdict, verdictOf } from "./verdict";
import { regionOf } from "../location";

const cloudTrail = { Service: "cloudtrail.amazonaws.com" };

/** A text for a statement that somebody is to write: `otherwise` where it is not known. */
export function written(text: KnownText, otherwise: string): string {
  return isUnknown(text) ? `<${otherwise}>` : text;
}

/**
 * Whether CloudTrail may write a trail's log files into its bucket. Sources: CloudTrail user guide, "Amazon S3 bucket
 * policy for CloudTrail", "Organizing CloudTrail log files" (read 2026-11).
 */
export function bucketVerdict(bucket: TrailBucket, trail: TrailView): Verdict {
  const { stack, policy } = bucket;
  const organizations = policy.kind === "known" ? organizationsNamedIn(policy.value) : [];
  const verdicts = organizationsOf(trail, organizations).map((organization) =>
    verdictOf({
      stack,
      asker: trail.resource,
      policy,
      needs: (account) => bucketNeeds(bucket, trail, { account, organization }),
    }),
  );
  return best(verdicts);
}

/** Stands for an organization that no document names. */
const someOrganization = "<organization id>";

/** The organizations that an organization's trail may be of: those that the policy names, else one that it does not. */
function organizationsOf(
  { isOrganizationTrail }: TrailView,
  named: readonly string[],
): readonly (string | undefined)[] {
  if (isOrganizationTrail.kind === "unknown") return [undefined];
  if (!isOrganizationTrail.value) return [undefined];
  return named.length > 0 ? named : [someOrganization];
}

/** The answer for the organization that the policy fits best: it is taken for the right one. */
function best(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (!first) throw new Error("a trail has at least one folder");
  const ofTruth = (truth: string) => verdicts.find(({ claim }) => claim.truth === truth);
  return ofTruth("yes") ?? ofTruth("unknown") ?? first;
}

interface Owner {
  readonly account: string;
  readonly organization: string | undefined;
}

function bucketNeeds(bucket: TrailBucket, trail: TrailView, owner: Owner): readonly Need[] {
  const arn = arnIn(trail.resource, owner.account);
  const bucketArn = arnIn(bucket.resource, owner.account);
  const source = { "aws:SourceArn": written(arn, "trail ARN") };
  const [readAcl, ...writes] = foldersOf(trail, owner).flatMap((folder) =>
    trailUsesBucket({ trail: arn, bucket: bucketArn, folder: folder.text, ...keyOf(trail) }).map((request) => ({
      request,
      statement:
        request.action === "s3:PutObject"
          ? {
              Effect: "Allow",
              Principal: cloudTrail,
              Action: request.action,
              Resource: `${written(bucketArn, "bucket ARN")}/${folder.statement}*`,
              Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", ...source } },
            }
          : {
              Effect: "Allow",
              Principal: cloudTrail,
              Action: request.action,
              Resource: written(bucketArn, "bucket ARN"),
              Condition: { StringEquals: source },
            },
    })),
  );
  return readAcl ? [readAcl, ...writes.filter(({ request }) => request.action === "s3:PutObject")] : [];
}

function keyOf(trail: TrailView): { readonly key?: KnownText } {
  return trail.kmsKeyId.kind === "absent" ? {} : { key: unknownValue };
}

/** A folder that CloudTrail writes log files into, as it is and as a statement would name it. */
interface Folder {
  readonly text: KnownText;
  readonly statement: string;
}

function foldersOf(trail: TrailView, { account, organization }: Owner): readonly Folder[] {
  const { s3KeyPrefix } = trail;
  const prefix = s3KeyPrefix.kind === "absent" ? "" : valueOf(s3KeyPrefix);
  const isUndecided = prefix === undefined || trail.isOrganizationTrail.kind === "unknown";
  const start = `${prefix === undefined ? "<prefix>" : prefix === "" ? "" : `${prefix}/`}AWSLogs/`;
  const own = `${start}${account}/`;
  const all = organization === undefined ? [own] : [own, `${start}${organization}/`];
  return all.map((folder) => ({
    text: isUndecided ? unknownValue : `${folder}${folder === own ? "" : `${account}/`}CloudTrail/`,
    statement: folder,
  }));
}

/**
 * What must hold of the key of a trail. Sources: CloudTrail user guide, "Configure AWS KMS key policies for
 * CloudTrail"; "Creating a KMS key", for the region of the bucket (read 2026-11).
 */
export function trailKeyFacts(stack: Stack, trail: TrailView, key: KeyView): readonly KeyFact[] {
  const needs = (account: string): readonly Need[] => {
    const arn = arnIn(trail.resource, account);
    const requests = trailUsesKey({ arn, account, key: textOf(key.resource, "arn") });
    return requests.map((request) => ({ request, statement: keyStatement(trail, request.action, arn, account) }));
  };
  const encrypted = bucketOf(stack, trail) ?? key.resource;
  const facts = keyFacts({ stack, key, encrypted, asker: trail.resource, needs });
  const bucket = referenceOf(stack, trail.resource, trail.s3BucketName, Bucket.types);
  if (bucket.kind !== "unknown") return facts;
  return facts.map((fact) => (fact.id === "elsewhere" ? { ...fact, claim: claim("unknown", bucket.place) } : fact));
}

function bucketOf(stack: Stack, trail: TrailView): Resource | undefined {
  return trailBucketsOf(stack).find(({ trails }) => trails.includes(trail))?.resource;
}

function keyStatement({ resource }: TrailView, action: string, arn: KnownText, account: string): object {
  const source = { StringEquals: { "aws:SourceArn": written(arn, "trail ARN") } };
  const partition = partitionOf(valueOf(regionOf(resource)) ?? "");
  const anyTrail = `arn:${partition}:cloudtrail:*:${account}:trail/*`;
  const base = { Effect: "Allow", Principal: cloudTrail, Resource: "*" };
  return action === "kms:DescribeKey"
    ? { ...base, Action: action, Condition: source }
    : {
        ...base,
        Action: "kms:GenerateDataKey*",
        Condition: { ...source, StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": anyTrail } },
      };
}
