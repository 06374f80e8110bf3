import { type StackSubject } from "../../core/policy";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { Reader } from "../reader";
import { resourcesOfType } from "../references";
import { trailBucketsOf } from "../s3/trail-buckets";
import { type KeyView } from "./key";
import { type KeyReference, keyReference } from "./key-reference";

/** A key of the stack with something of the audit trail that it encrypts. */
export interface KeyOfLogs {
  readonly key: KeyView;
  /** What it encrypts, for messages: "trail `main`". The first, where it is several things. */
  readonly encrypts: string;
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
  select: (stack) => keysOfLogsIn(stack),
};

/** The same, for those who ask by themselves. */
export const keysOfLogsIn = oncePerStack((stack: Stack): readonly KeyOfLogs[] => {
  const byUrn = new Map<string, KeyOfLogs>();
  const note = (reference: KeyReference, encrypts: string) => {
    if (reference.kind !== "key" || byUrn.has(reference.key.urn)) return;
    byUrn.set(reference.key.urn, { key: reference.key, encrypts });
  };
  for (const [type, kind] of Object.entries(encryptedTypes)) {
    for (const resource of resourcesOfType(stack, type)) note(keyIn(stack, resource), `${kind} \`${resource.name}\``);
  }
  for (const bucket of trailBucketsOf(stack)) note(bucket.encryptionKey, `the trail's bucket \`${bucket.name}\``);
  return [...byUrn.values()];
});

function keyIn(stack: Stack, resource: Resource): KeyReference {
  const read = new Reader<{ kmsKeyId: string }>(resource.properties, { urn: resource.urn, path: "" });
  return keyReference(stack, resource, read.text("kmsKeyId"));
}
