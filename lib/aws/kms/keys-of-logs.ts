import { type Claim, claim } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { Reader } from "../reader";
import { resourcesOfType } from "../references";
import { trailBucketsOf } from "../s3/trail-buckets";
import { Key, type KeyView } from "./key";
import { type KeyReference, keyReference } from "./key-reference";

/** A key of the stack with something of the audit trail that it encrypts. */
export interface KeyOfLogs {
  readonly key: KeyView;
  /** What it encrypts, for messages: "trail `main`". The first, where it is several things. */
  readonly encrypts: string;
  /** `unknown` for a key of the stack while it is not known which key encrypts something of the trail. */
  readonly isOfLogs: Claim;
}

/** Types whose records are lost with the key that their `kmsKeyId` names, and what messages call them. */
const encryptedTypes = {
  "aws:cloudtrail/trail:Trail": "trail",
  "aws:cloudtrail/eventDataStore:EventDataStore": "event data store",
  "aws:cloudwatch/logGroup:LogGroup": "log group",
} as const;

/** The stack's keys that encrypt trails, event data stores, log groups or trails' buckets; each once. */
export const keysOfLogs: StackSubject<KeyOfLogs> = {
  scope: "stack",
  types: Object.keys(encryptedTypes),
  *select(stack) {
    const certain = keysOfLogsIn(stack);
    yield* certain;
    const open = encryptionsIn(stack).find(({ reference }) => reference.kind === "unknown");
    if (!open) return;
    const { reference, encrypts } = open;
    const others = Key.allIn(stack).filter(({ urn }) => !certain.some(({ key }) => key.urn === urn));
    yield* others.map((key) => ({ key, encrypts, isOfLogs: claim("unknown", reference.place) }));
  },
};

/** The same, for those who ask by themselves: only keys that certainly encrypt something of the trail. */
export const keysOfLogsIn = oncePerStack((stack: Stack): readonly KeyOfLogs[] => {
  const byUrn = new Map<string, KeyOfLogs>();
  for (const { reference, encrypts } of encryptionsIn(stack)) {
    if (reference.kind !== "key" || byUrn.has(reference.key.urn)) continue;
    byUrn.set(reference.key.urn, { key: reference.key, encrypts, isOfLogs: claim("yes", reference.place) });
  }
  return [...byUrn.values()];
});

interface Encryption {
  readonly reference: KeyReference;
  readonly encrypts: string;
}

function encryptionsIn(stack: Stack): readonly Encryption[] {
  const own = Object.entries(encryptedTypes).flatMap(([type, kind]) =>
    resourcesOfType(stack, type).map((resource) => ({
      reference: keyIn(stack, resource),
      encrypts: `${kind} \`${resource.name}\``,
    })),
  );
  const ofBuckets = trailBucketsOf(stack).map(({ encryptionKey: reference, name }) => ({
    reference,
    encrypts: `the trail's bucket \`${name}\``,
  }));
  return [...own, ...ofBuckets];
}

function keyIn(stack: Stack, resource: Resource): KeyReference {
  const read = new Reader<{ kmsKeyId: string }>(resource.properties, { urn: resource.urn, path: "" });
  return keyReference(stack, resource, read.text("kmsKeyId"));
}
