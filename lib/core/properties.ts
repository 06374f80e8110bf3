/**
 * Stands in a property tree for a value that is known only after deployment. It is a symbol, so that no
 * program, document or event can write it.
 */
export const unknownValue: unique symbol = Symbol.for("trailguard: unknown until deployed");
export type UnknownValue = typeof unknownValue;

/**
 * A property as plain data: what Pulumi hands over, with secrets unwrapped, unknowns as `unknownValue` and
 * assets as empty objects. Objects have no prototype-related keys.
 */
export type PropertyValue = null | boolean | number | string | UnknownValue | readonly PropertyValue[] | PropertyMap;

export interface PropertyMap {
  readonly [name: string]: PropertyValue;
}

export function isUnknown(value: PropertyValue | undefined): value is UnknownValue {
  return value === unknownValue;
}

export function isPropertyMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isPropertyList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** The own property `name`, or `undefined` where the map has none: never something inherited. */
export function ownProperty(map: PropertyMap, name: string): PropertyValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
