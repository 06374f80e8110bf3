/**
 * Properties as Pulumi's gRPC protocol carries them: JSON in which a value that is not known yet is one
 * reserved string and a secret is an object with a signature. Source: `runtime/rpc.ts` of the Node SDK.
 */
export type WireValue = null | boolean | number | string | readonly WireValue[] | WireMap;

export interface WireMap {
  readonly [name: string]: WireValue;
}

export const unknownSentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

export function isWireMap(value: WireValue | undefined): value is WireMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isWireList(value: WireValue | undefined): value is readonly WireValue[] {
  return Array.isArray(value);
}

export function isSecret(value: WireValue | undefined): value is WireMap & { readonly value: WireValue } {
  return isWireMap(value) && value[signatureKey] === secretSignature;
}

/** The value marked as a secret; a secret stays as it is. */
export function secretOf(value: WireValue): WireValue {
  return isSecret(value) ? value : { [signatureKey]: secretSignature, value };
}

/** The value without its mark of being secret, at the top only. */
export function unwrap(value: WireValue | undefined): WireValue | undefined {
  return isSecret(value) ? value.value : value;
}

/** True where the value or anything within it is not known yet. */
export function containsUnknown(value: WireValue | undefined): boolean {
  if (value === unknownSentinel) return true;
  if (isWireList(value)) return value.some(containsUnknown);
  return isWireMap(value) && Object.values(value).some(containsUnknown);
}

/** True where the value or anything within it is a secret. */
export function containsSecret(value: WireValue | undefined): boolean {
  if (isSecret(value)) return true;
  if (isWireList(value)) return value.some(containsSecret);
  return isWireMap(value) && Object.values(value).some(containsSecret);
}

/** The value with every mark of being secret removed. */
export function reveal(value: WireValue): WireValue {
  if (isSecret(value)) return reveal(value.value);
  if (isWireList(value)) return value.map(reveal);
  if (!isWireMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reveal(inner)]));
}

/** A value as text: a string as it is, anything else as JSON. */
export function textOf(value: WireValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** The known string at `name`, whether secret or not; `undefined` where it is absent, unknown or no string. */
export function knownString(properties: WireMap, name: string): string | undefined {
  const value = unwrap(properties[name]);
  return typeof value === "string" && value !== unknownSentinel ? value : undefined;
}
