import { sizeQuotas } from "../../access/grammar";
import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type CarriedDocument, PolicyDocuments, documentsIn } from "../documents";
import { Group } from "./group";
import { type Principal, principalsOf } from "./principals";
import { Role } from "./role";
import { User } from "./user";

/** A document, or the inline policies of one principal together, with the quota that AWS counts it against. */
export interface SizedDocument {
  /** Whether the quota is the one of trust policies, which AWS raises on request. */
  readonly trust: boolean;
  /** Such as "policy `deploy`" and "the inline policies of role `ci`". */
  readonly label: string;
  readonly place: Place;
  /** Characters without whitespace, at least: what is not known yet counts nothing. */
  readonly size: number;
  /** Whether there is a document, or may be one, of which nothing is known yet. */
  readonly isOpen: boolean;
  readonly quota: number;
  /** A sentence. */
  readonly remedy: string;
}

/** All that AWS counts in a stack, by document and then by principal. */
export const SizedDocuments: StackSubject<SizedDocument> = {
  scope: "stack",
  types: [...new Set([...PolicyDocuments.types, ...User.types, ...Group.types, ...Role.types])],
  *select(stack: Stack) {
    for (const carried of documentsIn(stack)) yield* singleDocument(carried);
    for (const principal of principalsOf(stack)) yield* inlineTogether(principal);
  },
};

const split = "Split it, or shorten its lists with wildcards that grant no more than is needed.";
const move = "Move statements into managed policies, which take 6144 characters each.";

function* singleDocument(carried: CarriedDocument): Iterable<SizedDocument> {
  const quota = quotaOf(carried);
  if (quota === undefined) return;
  const { kind, label, read } = carried;
  const size = read.kind === "known" ? read.value.size : 0;
  const isOpen = read.kind === "unknown";
  yield { trust: kind === "trust", label, place: read.place, size, isOpen, quota, remedy: split };
}

/** Inline policies of users, groups and roles are counted together. */
function quotaOf({ kind, resource }: CarriedDocument): number | undefined {
  switch (kind) {
    case "managed":
      return sizeQuotas.managed;
    case "trust":
      return sizeQuotas.trustAtMost;
    case "serviceControl":
      return sizeQuotas.serviceControl;
    case "resourceControl":
      return sizeQuotas.resourceControl;
    case "vpcEndpoint":
      return sizeQuotas.vpcEndpoint;
    case "resource":
      return resourceQuotas.get(resource.type);
    case "inlineOfUser":
    case "inlineOfGroup":
    case "inlineOfRole":
    case "permissionSet":
    case "session":
    case "iot":
      return undefined;
  }
}

/** In bytes, whitespace included; counted without it, a document is never longer (S3, KMS and Secrets Manager quotas, read 2026-11). */
const resourceQuotas: ReadonlyMap<string, number> = new Map([
  ["aws:s3/bucket:Bucket", 20_480],
  ["aws:s3/bucketV2:BucketV2", 20_480],
  ["aws:s3/bucketPolicy:BucketPolicy", 20_480],
  ["aws:kms/key:Key", 32_768],
  ["aws:kms/keyPolicy:KeyPolicy", 32_768],
  ["aws:secretsmanager/secret:Secret", 20_480],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", 20_480],
]);

function* inlineTogether({ kind, name, resource, documents, isOpen }: Principal): Iterable<SizedDocument> {
  if (kind === "permissionSet") return;
  const inline = documents.filter(({ form, group }) => form === "inline" && group === undefined);
  if (inline.length === 0 && !isOpen) return;
  yield {
    trust: false,
    label: `the inline policies of ${kind} \`${name}\` together`,
    place: { urn: resource.urn, path: "" },
    size: inline.reduce((sum, { document }) => sum + document.size, 0),
    isOpen: isOpen || inline.some(({ document }) => document.size === 0),
    quota: inlineQuotas[kind],
    remedy: move,
  };
}

const inlineQuotas = {
  user: sizeQuotas.inlineOfUser,
  group: sizeQuotas.inlineOfGroup,
  role: sizeQuotas.inlineOfRole,
} as const;
