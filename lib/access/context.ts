import type { UnknownValue } from "../core/properties";

type KeyText = string | UnknownValue;

/**
 * What a request says under a condition key. `absent`: the request does not carry the key. `undetermined`: nobody knows
 * whether it does. `present` holds the values it carries, single ones not known yet as `unknownValue`.
 */
export type ContextValue =
  | { readonly kind: "present"; readonly values: readonly KeyText[] }
  | { readonly kind: "absent" }
  | { readonly kind: "undetermined" };

export const absentKey: ContextValue = { kind: "absent" };
export const undeterminedKey: ContextValue = { kind: "undetermined" };

/**
 * The condition keys of a request. Key names ignore case, as AWS does. A name that ends in `/`, such as
 * `aws:ResourceTag/`, stands for every key of that family which is not named itself.
 */
export interface RequestContext {
  readonly values: ReadonlyMap<string, ContextValue>;
  /** What every key is that `values` does not name. */
  readonly others: ContextValue;
}

/** The short forms in which a key's value is written: one value, several values, or one of the constants above. */
export type WrittenContext = Readonly<Record<string, KeyText | readonly KeyText[] | ContextValue>>;

/** `requestContext({ "aws:SecureTransport": "true", "aws:SourceArn": unknownValue }, absentKey)`. */
export function requestContext(keys: WrittenContext, others: ContextValue): RequestContext {
  const values = new Map<string, ContextValue>();
  for (const [key, value] of Object.entries(keys)) values.set(key.toLowerCase(), asContextValue(value));
  return { values, others };
}

export function contextValue(context: RequestContext, key: string): ContextValue {
  const name = key.toLowerCase();
  return context.values.get(name) ?? context.values.get(name.slice(0, name.indexOf("/") + 1)) ?? context.others;
}

function asContextValue(value: KeyText | readonly KeyText[] | ContextValue): ContextValue {
  if (typeof value === "string" || typeof value === "symbol") return { kind: "present", values: [value] };
  return "kind" in value ? value : { kind: "present", values: value };
}
