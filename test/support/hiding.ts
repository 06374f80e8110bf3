import { type Resource } from "../../lib/core/resource";
import { Declared, External, JsonText, Output, Unknown, declareType } from "./program";

const markers = [Output, JsonText, Unknown, External] as const;

/** The names and numbers that lead from a resource's arguments to a value in them. */
export type Path = readonly [property: string, ...below: readonly (string | number)[]];

/** Another resource of the program, that no policy knows, and that tells what it gives only once it is deployed. */
const elsewhere = declareType("random:index/randomId:RandomId", "elsewhere");

/**
 * The program with an output of another resource at `path` of `target`'s arguments: in a preview unknown, and coming from
 * nothing that a policy knows. What other resources made of the value that stood there becomes unknown with it.
 */
export function hiding(program: readonly Declared[], target: Declared, path: Path): readonly Declared[] {
  const made = new Map<Declared, Declared>();
  const renew = (declared: Declared): Declared => {
    const known = made.get(declared);
    if (known) return known;
    const args = mapValues(declared.args, (value) => rewired(value, renew));
    const given = declared.urn === target.urn ? (replaced(args, path) as Declared["args"]) : args;
    const fresh = new Declared(declared.type, declared.name, given, declared.options);
    made.set(declared, fresh);
    return fresh;
  };
  return [...program.map(renew), elsewhere];
}

function rewired(value: unknown, renew: (declared: Declared) => Declared): unknown {
  if (value instanceof Output)
    return new Output(value.parts.map((part) => (typeof part === "string" ? part : { ...part, of: renew(part.of) })));
  if (value instanceof JsonText) return new JsonText(rewired(value.value, renew));
  if (!isTree(value)) return value;
  if (Array.isArray(value)) return value.map((each) => rewired(each, renew));
  return mapValues(value, (each) => rewired(each, renew));
}

function replaced(value: unknown, path: readonly (string | number)[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return elsewhere.output("value");
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === head ? replaced(each, rest) : each));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [head]: replaced(map[head], rest) };
}

/** The paths to the value of a property and to all that it is made of. The inside of a JSON text hides the whole text. */
export function pathsIn(value: unknown, path: Path): readonly Path[] {
  if (!isTree(value)) return [path];
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...parts.flatMap(([part, each]) => pathsIn(each, [...path, part]))];
}

function isTree(value: unknown): value is object {
  return typeof value === "object" && value !== null && !markers.some((marker) => value instanceof marker);
}

function mapValues(map: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]: readonly [string, unknown]) => [key, change(value)]),
  );
}

/** The resource, telling `note` the names of the properties that are looked at, there or not. */
export function watched(resource: Resource, note: (property: string) => void): Resource {
  const noted = (key: string | symbol) => {
    if (typeof key === "string") note(key);
    return key;
  };
  const properties = new Proxy(resource.properties, {
    get: (target, key) => Reflect.get(target, noted(key)) as unknown,
    getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(target, noted(key)),
    ownKeys: (target) => Reflect.ownKeys(target).map(noted),
  });
  return { ...resource, properties };
}
