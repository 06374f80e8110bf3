import { createHash } from "node:crypto";
import { resourceType } from "./types";
import { isWireMap, knownString, secretOf, unknownSentinel, unwrap, type WireMap, type WireValue } from "./wire";

export const standInAccount = "123456789012";
export const standInRegion = "us-east-1";

/** Where a resource lives, and the URN that its made-up figures follow from. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly urn: string;
}

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function uuidOf(text: string): string {
  return digest(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** The seven hexadecimal digits of a made-up name: the same in every preview and update of one stack. */
export function nameSuffix(urn: string): string {
  return digest(urn).slice(0, 7);
}

function fixedField(field: string, place: Place): string | undefined {
  switch (field) {
    case "partition":
      return partitionOf(place.region);
    case "region":
      return place.region;
    case "account":
      return place.account;
    case "uuid":
      return uuidOf(place.urn);
    case "hex":
      return digest(place.urn).slice(0, 16).toUpperCase();
    default:
      return undefined;
  }
}

function propertyField(field: string, properties: WireMap): string | undefined {
  return field === "issuer"
    ? knownString(properties, "url")?.replace(/^https:\/\//, "")
    : knownString(properties, field);
}

/** The template with every field filled in, or `undefined` where a property it needs is not known. */
export function fill(template: string, properties: WireMap, place: Place): string | undefined {
  const missing: string[] = [];
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const text = fixedField(field, place) ?? propertyField(field, properties);
    if (text === undefined) missing.push(field);
    return text ?? "";
  });
  return missing.length === 0 ? filled : undefined;
}

/** The ARN of a resource with these properties, or `undefined` for a type or a state without one. */
export function arnOf(token: string, properties: WireMap, place: Place): string | undefined {
  const template = resourceType(token).arn;
  return template === undefined ? undefined : fill(template, properties, place);
}

/** The place of a resource: its own `region` property, else the provider's region. */
export function placeOf(urn: string, properties: WireMap, providerRegion: string): Place {
  return { urn, account: standInAccount, region: knownString(properties, "region") ?? providerRegion };
}

export interface Materialised {
  readonly id: string;
  readonly state: WireMap;
}

/** The id and the outputs that a deployment of these inputs leaves behind. */
export function materialise(token: string, inputs: WireMap, place: Place): Materialised {
  const type = resourceType(token);
  const arn = arnOf(token, inputs, place);
  const state: Record<string, WireValue> = { ...regionOutput(token, place), ...withoutInternals(inputs) };
  if (arn !== undefined) state.arn = arn;
  for (const [name, template] of Object.entries(type.outputs ?? {})) {
    const value = fill(template, inputs, place) ?? "";
    state[name] ??= type.secrets?.includes(name) === true ? secretOf(value) : value;
  }
  const id = fill(type.id, state, place) ?? digest(place.urn).slice(0, 16);
  return { id, state: { id, ...state } };
}

/** The outputs that a preview can tell: the inputs, with all that AWS decides marked as unknown. */
export function foreseen(token: string, inputs: WireMap, place: Place): WireMap {
  const type = resourceType(token);
  const state: Record<string, WireValue> = { ...regionOutput(token, place), ...withoutInternals(inputs) };
  if (type.arn !== undefined) state.arn = unknownSentinel;
  for (const name of Object.keys(type.outputs ?? {})) state[name] ??= unknownSentinel;
  return state;
}

/** Every resource but those of IAM, which are global, tells its region. */
function regionOutput(token: string, place: Place): WireMap {
  return token.startsWith("aws:iam/") ? {} : { region: place.region };
}

function withoutInternals(inputs: WireMap): WireMap {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__")));
}

/** The state of an existing resource of which only the id is known, as `.get()` reads it. */
export function stateOfId(token: string, id: string, given: WireMap, place: Place): WireMap {
  const type = resourceType(token);
  const properties: Record<string, WireValue> = { ...(type.defaults ?? {}), ...given };
  if (type.nameProperty !== undefined) properties[type.nameProperty] ??= nameInId(id);
  const own = type.id === "{arn}" ? id : undefined;
  const { state } = materialise(token, properties, { ...place, urn: id });
  const arn = own ?? arnWithId(type.arn, id, place) ?? state.arn;
  return { ...state, id, ...(arn === undefined ? {} : { arn }), ...idOutput(type.outputs, id) };
}

function nameInId(id: string): string {
  return /^arn:/.test(id) ? (id.split(/[:/]/).at(-1) ?? id) : (id.split(":").at(-1) ?? id);
}

/** An ARN that ends in made-up figures ends in the given id instead. */
function arnWithId(template: string | undefined, id: string, place: Place): string | undefined {
  if (!template?.endsWith("{uuid}") || id.startsWith("arn:")) return undefined;
  return fill(template.replace("{uuid}", "{id}"), { id }, place);
}

function idOutput(outputs: Readonly<Record<string, string>> | undefined, id: string): WireMap {
  return outputs?.keyId === undefined ? {} : { keyId: id };
}

/** The property as a map, whether secret or not; an empty one where it is anything else. */
export function mapOf(value: WireValue | undefined): WireMap {
  const bare = unwrap(value);
  return isWireMap(bare) ? bare : {};
}
