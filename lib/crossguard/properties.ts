import { UnknownValueError } from "@pulumi/policy";
import { type PropertyMap, type PropertyValue, unknownValue } from "../core/properties";

/** Keys that would reach into an object's prototype: no AWS resource has a property of these names. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Deepest tree that is read; AWS's own types go down about ten levels. What lies below counts as unknown. */
const deepest = 64;

/**
 * The properties that Pulumi hands to a policy as plain data. Pulumi's objects are proxies that throw when an
 * unknown value is read; here that becomes `unknownValue`. Never throws. Assets and archives become empty maps.
 */
export function plainProperties(proxied: unknown): PropertyMap {
  const value = plainValue(proxied, 0);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PropertyMap) : {};
}

function plainValue(value: unknown, depth: number): PropertyValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      return value === null ? null : plainObject(value, depth);
    case "bigint":
    case "symbol":
    case "undefined":
    case "function":
      return null;
  }
}

function plainObject(value: object, depth: number): PropertyValue {
  if (depth >= deepest) return unknownValue;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => readKey(value, index, depth));
  if (isAsset(value)) return {};
  const map: Record<string, PropertyValue> = {};
  for (const key of Object.keys(value)) if (!forbiddenKeys.has(key)) map[key] = readKey(value, key, depth);
  return map;
}

function readKey(value: object, key: string | number, depth: number): PropertyValue {
  try {
    return plainValue((value as Record<string | number, unknown>)[key], depth + 1);
  } catch (error) {
    if (error instanceof UnknownValueError) return unknownValue;
    throw error;
  }
}

/** Pulumi marks the runtime objects of assets and archives with these own keys. */
function isAsset(value: object): boolean {
  return Object.hasOwn(value, "__pulumiAsset") || Object.hasOwn(value, "__pulumiArchive");
}
