import { type PropertyValue, isPropertyList, isPropertyMap } from "../core/properties";

/** All that stands in a value, at whatever depth; the last comes first. */
export function valuesIn(value: PropertyValue): readonly PropertyValue[] {
  const values: PropertyValue[] = [];
  const open: PropertyValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isPropertyList(next)) for (const item of next) open.push(item);
    else if (isPropertyMap(next)) for (const item of Object.values(next)) open.push(item);
    else values.push(next);
  }
  return values;
}

/** The texts among `valuesIn`. */
export function textsIn(value: PropertyValue): readonly string[] {
  return valuesIn(value).filter((each) => typeof each === "string");
}
