/** Where a value stands: the resource that declares it and the path of the property in it (`""` for the resource itself). */
export interface Place {
  readonly urn: string;
  /** For example `eventSelectors[0].readWriteType` or `policy.Statement[1].Action[0]`. */
  readonly path: string;
}

export interface Known<T> {
  readonly kind: "known";
  readonly value: T;
  readonly place: Place;
}

export interface Absent {
  readonly kind: "absent";
  readonly place: Place;
}

/** Not known in this preview, or of a shape that the property cannot have (`malformed`). */
export interface Unread {
  readonly kind: "unknown";
  readonly place: Place;
  readonly because: "preview" | "malformed";
}

/** A property as it was read: a value, nothing, or something that cannot be known yet. */
export type Read<T> = Known<T> | Absent | Unread;

export function known<T>(value: T, place: Place): Known<T> {
  return { kind: "known", value, place };
}

export function absent(place: Place): Absent {
  return { kind: "absent", place };
}

export function unread(place: Place, because: Unread["because"] = "preview"): Unread {
  return { kind: "unknown", place, because };
}

/** The documented default in place of an absent value; known and unknown values stay. */
export function withDefault<T>(read: Read<T>, value: T): Known<T> | Unread {
  return read.kind === "absent" ? known(value, read.place) : read;
}

/** An empty text counts as absent, as AWS's providers have it for optional names and ARNs. */
export function withoutEmpty(read: Read<string>): Read<string> {
  return read.kind === "known" && read.value === "" ? absent(read.place) : read;
}

/** Applies `change` to a known value; absent and unknown stay what they are. */
export function mapRead<From, To>(read: Read<From>, change: (value: From) => To): Read<To> {
  return read.kind === "known" ? known(change(read.value), read.place) : read;
}

/** The value, or `undefined` where it is absent or unknown: for messages, never for decisions. */
export function valueOf<T>(read: Read<T>): T | undefined {
  return read.kind === "known" ? read.value : undefined;
}

/** The place `suffix` below `place`: `.name` or `[0]`, or a bare name, which gets its dot. */
export function placeBelow(place: Place, suffix: string | number): Place {
  if (typeof suffix === "number") return { urn: place.urn, path: `${place.path}[${suffix}]` };
  return { urn: place.urn, path: place.path === "" ? suffix : `${place.path}.${suffix}` };
}

/** The value for a message; `(unknown)` and `(not set)` stand for the others. */
export function shown(read: Read<string | number | boolean>): string {
  switch (read.kind) {
    case "known":
      return String(read.value);
    case "absent":
      return "(not set)";
    case "unknown":
      return "(unknown)";
  }
}
