import { type Unwrap } from "@pulumi/pulumi";
import {
  type PropertyMap,
  type PropertyValue,
  isPropertyList,
  isPropertyMap,
  isUnknown,
  ownProperty,
} from "../core/properties";
import { type Place, type Read, type Unread, absent, known, placeBelow, unread } from "../core/read";

/** The names that arguments of a type may have, so that a misspelt property fails to compile. */
export type NameOf<Args> = keyof Args & string;

/** The plain shape of an item of a list, or of an object, that Pulumi wraps in inputs. */
export type ItemOf<Args, Name extends keyof Args> =
  NonNullable<Unwrap<NonNullable<Args[Name]>>> extends readonly (infer Item)[]
    ? NonNullable<Item>
    : NonNullable<Unwrap<NonNullable<Args[Name]>>>;

/**
 * Reads properties of a resource, or of an object in it, as typed `Read`s. `null` counts as absent. A value of a
 * shape that the property cannot have is unknown (`malformed`), except for numbers and booleans written as text,
 * which Pulumi's providers accept.
 */
export class Reader<Args> {
  constructor(
    /** Why they cannot be read, where they cannot. */
    private readonly properties: PropertyMap | Unread["because"],
    readonly place: Place,
  ) {}

  at(name: NameOf<Args>): Place {
    return placeBelow(this.place, name);
  }

  /** The value as it stands, whatever its shape. */
  value(name: NameOf<Args>): Read<Exclude<PropertyValue, null | symbol>> {
    const { properties } = this;
    if (typeof properties === "string") return unread(this.at(name), properties);
    return readValue(ownProperty(properties, name), this.at(name));
  }

  text(name: NameOf<Args>): Read<string> {
    return narrow(this.value(name), asText);
  }

  number(name: NameOf<Args>): Read<number> {
    return narrow(this.value(name), asNumber);
  }

  boolean(name: NameOf<Args>): Read<boolean> {
    return narrow(this.value(name), asBoolean);
  }

  /** The items of a list of texts; a single text counts as a list of one. */
  texts(name: NameOf<Args>): Read<readonly Read<string>[]> {
    return this.items(name, (value, place) => narrow(readValue(value, place), asText));
  }

  /**
   * The objects of a list; a single object counts as a list of one. Every property of an item that is unknown, or no
   * object, is unknown; `null` is an item without properties.
   */
  objects<Name extends NameOf<Args>>(name: Name): Read<readonly Reader<ItemOf<Args, Name>>[]> {
    return this.items(name, (value, place) => new Reader<ItemOf<Args, Name>>(propertiesOf(value), place));
  }

  /** One object, or the first of a list of objects, as providers write an optional block; unknown where that is. */
  object<Name extends NameOf<Args>>(name: Name): Read<Reader<ItemOf<Args, Name>>> {
    const list = this.objects(name);
    if (list.kind !== "known") return list;
    const [first] = list.value;
    if (!first) return absent(list.place);
    return typeof first.properties === "string" ? unread(first.place, first.properties) : known(first, list.place);
  }

  /** A map of texts, such as tags. Values that are no text are left out. */
  textMap(name: NameOf<Args>): Read<ReadonlyMap<string, Read<string>>> {
    const value = this.value(name);
    if (value.kind !== "known") return value;
    if (!isPropertyMap(value.value)) return unread(value.place, "malformed");
    const entries = Object.entries(value.value).map(
      ([key, each]) => [key, narrow(readValue(each, placeBelow(value.place, key)), asText)] as const,
    );
    return known(new Map(entries), value.place);
  }

  /** The names that are given at all. */
  get names(): readonly string[] {
    return typeof this.properties === "string" ? [] : Object.keys(this.properties);
  }

  private items<Item>(name: NameOf<Args>, make: (value: PropertyValue, place: Place) => Item): Read<readonly Item[]> {
    const value = this.value(name);
    if (value.kind !== "known") return value;
    const list = isPropertyList(value.value) ? value.value : [value.value];
    const single = !isPropertyList(value.value);
    return known(
      list.map((each, index) => make(each, single ? value.place : placeBelow(value.place, index))),
      value.place,
    );
  }
}

function propertiesOf(value: PropertyValue): PropertyMap | Unread["because"] {
  if (isPropertyMap(value)) return value;
  if (value === null) return {};
  return isUnknown(value) ? "preview" : "malformed";
}

function readValue(value: PropertyValue | undefined, place: Place): Read<Exclude<PropertyValue, null | symbol>> {
  if (value === undefined || value === null) return absent(place);
  return isUnknown(value) ? unread(place) : known(value, place);
}

function narrow<T>(
  read: Read<Exclude<PropertyValue, null | symbol>>,
  convert: (value: PropertyValue) => T | undefined,
): Read<T> {
  if (read.kind !== "known") return read;
  const value = convert(read.value);
  return value === undefined ? unread(read.place, "malformed") : known(value, read.place);
}

function asText(value: PropertyValue): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : undefined;
}

function asNumber(value: PropertyValue): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : undefined;
}

function asBoolean(value: PropertyValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : undefined;
}
