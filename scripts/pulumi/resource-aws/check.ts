import { nameSuffix } from "./arns";
import { resourceType, type ResourceType } from "./types";
import {
  containsSecret,
  containsUnknown,
  isSecret,
  isWireList,
  isWireMap,
  knownString,
  reveal,
  secretOf,
  textOf,
  unknownSentinel,
  unwrap,
  type WireMap,
  type WireValue,
} from "./wire";

export interface CheckRequest {
  readonly urn: string;
  readonly token: string;
  readonly logicalName: string;
  /** The checked inputs of the last deployment; empty for a new resource. */
  readonly olds: WireMap;
  readonly news: WireMap;
}

/**
 * The inputs as the real provider's bridge leaves them: a name made up where the program gives none, documented
 * defaults filled in, documents given as objects turned into JSON strings. `__defaults` lists what was filled in.
 */
export function checkedInputs(request: CheckRequest): WireMap {
  const type = resourceType(request.token);
  const inputs: Record<string, WireValue> = { ...request.news };
  const filled = { ...missingName(type, request), ...missingDefaults(type, inputs) };
  for (const [name, defaults] of Object.entries(type.nestedDefaults ?? {})) fillWithin(inputs, name, defaults);
  for (const path of type.documents ?? []) stringifyAt(inputs, path.split("."));
  return { ...inputs, ...filled, __defaults: Object.keys(filled).sort() };
}

function missingDefaults(type: ResourceType, inputs: WireMap): WireMap {
  return Object.fromEntries(Object.entries(type.defaults ?? {}).filter(([name]) => inputs[name] === undefined));
}

function fillWithin(inputs: Record<string, WireValue>, name: string, defaults: WireMap): void {
  const value = inputs[name];
  const filled = (element: WireValue): WireValue => (isPlainMap(element) ? { ...defaults, ...element } : element);
  if (isWireList(value)) inputs[name] = value.map(filled);
  else if (value !== undefined) inputs[name] = filled(value);
}

function isPlainMap(value: WireValue): value is WireMap {
  return isWireMap(value) && !isSecret(value);
}

function missingName(type: ResourceType, request: CheckRequest): WireMap {
  const { nameProperty, prefixProperty } = type;
  if (nameProperty === undefined || type.autonamed === false) return {};
  if (request.news[nameProperty] !== undefined) return {};
  if (prefixProperty !== undefined && request.news[prefixProperty] !== undefined) {
    return prefixedName(nameProperty, request, request.news[prefixProperty]);
  }
  const suffix = request.news.fifoTopic === true || request.news.fifoQueue === true ? ".fifo" : "";
  const made = `${type.namePrefix ?? ""}${request.logicalName}-${nameSuffix(request.urn)}${suffix}`;
  return { [nameProperty]: knownString(request.olds, nameProperty) ?? fitting(nameProperty, made) };
}

function prefixedName(nameProperty: string, request: CheckRequest, prefix: WireValue): WireMap {
  if (containsUnknown(prefix)) return { [nameProperty]: unknownSentinel };
  return { [nameProperty]: `${textOf(unwrap(prefix))}${nameSuffix(request.urn)}` };
}

function fitting(nameProperty: string, name: string): string {
  return nameProperty === "bucket" ? name.toLowerCase() : name;
}

function stringifyAt(container: Record<string, WireValue>, path: readonly string[]): void {
  const [name, ...rest] = path;
  const value = name === undefined ? undefined : container[name];
  if (name === undefined || value === undefined) return;
  container[name] = rest.length === 0 ? documentText(value) : stringifyInside(value, rest);
}

function stringifyInside(value: WireValue, path: readonly string[]): WireValue {
  if (!isWireList(value)) return value;
  return value.map((element) => {
    if (!isWireMap(element)) return element;
    const copy: Record<string, WireValue> = { ...element };
    stringifyAt(copy, path);
    return copy;
  });
}

/** The JSON text of an object; one unknown value inside makes the whole text unknown, one secret makes it secret. */
function documentText(value: WireValue): WireValue {
  const bare = unwrap(value);
  if (!isWireMap(bare) && !isWireList(bare)) return value;
  const text = containsUnknown(bare) ? unknownSentinel : JSON.stringify(reveal(bare));
  return containsSecret(value) ? secretOf(text) : text;
}
