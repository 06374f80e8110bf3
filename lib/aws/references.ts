import { pushTo } from "../core/grouping";
import { isPropertyList, isUnknown, ownProperty } from "../core/properties";
import { type Place, type Read, valueOf } from "../core/read";
import { type Resource, type Stack, oncePerStack } from "../core/resource";
import { type Because, type Edge, Graph } from "../graph/graph";
import { parseArn, withoutStreams } from "./arn";
import { regionOf, sameRegion } from "./location";

/** What a property of a resource refers to. `external` is outside the stack: neither missing nor fine. */
export type Reference =
  | { readonly kind: "resource"; readonly resource: Resource; readonly because: Because; readonly place: Place }
  | { readonly kind: "external"; readonly text: string | undefined; readonly place: Place }
  | { readonly kind: "unknown"; readonly place: Place }
  | { readonly kind: "absent"; readonly place: Place };

/**
 * What `read`, a property of `resource` (or something in it), refers to among resources of the types `targets`.
 * Joins in this order: Pulumi's dependencies, equal ARN, equal name in the same region.
 */
export function referenceOf(
  stack: Stack,
  resource: Resource,
  read: Read<string>,
  targets: readonly string[],
): Reference {
  const { place } = read;
  if (read.kind === "absent") return { kind: "absent", place };
  const upstream = upstreamOf(stack, resource, place, targets);
  if (read.kind === "known") {
    const known = knownReference(stack, resource, read.value, place, targets, upstream);
    return known.kind === "external" && standsAlone(resource, place) ? (madeFrom(upstream, place) ?? known) : known;
  }
  const made = madeFrom(upstream, place);
  if (made) return made;
  return upstream.outside ? { kind: "external", text: undefined, place } : { kind: "unknown", place };
}

/**
 * What the items of a list refer to. Where items are unknown, each upstream resource that no known item accounts
 * for is one reference; so there may be more or fewer references than items.
 */
export function referencesOf(
  stack: Stack,
  resource: Resource,
  reads: Read<readonly Read<string>[]>,
  targets: readonly string[],
): readonly Reference[] {
  if (reads.kind === "absent") return [];
  const upstream = upstreamOf(stack, resource, reads.place, targets);
  const items = reads.kind === "known" ? reads.value : [];
  const known = items
    .filter((item) => item.kind === "known")
    .map((item) => referenceOf(stack, resource, item, targets));
  const accounted = new Set(
    known.flatMap((reference) => (reference.kind === "resource" ? [reference.resource.urn] : [])),
  );
  const open = reads.kind === "unknown" ? 1 : items.filter((item) => item.kind === "unknown").length;
  if (open === 0) return known;
  const rest = upstream.found.filter(({ urn }) => !accounted.has(urn));
  const found = rest.map((each): Reference => ({
    kind: "resource",
    resource: each,
    because: "dependency",
    place: reads.place,
  }));
  if (found.length > 0) return [...known, ...found];
  return [
    ...known,
    upstream.outside
      ? { kind: "external", text: undefined, place: reads.place }
      : { kind: "unknown", place: reads.place },
  ];
}

/** Resources whose property refers to one resource; `possible` ones cannot be told yet. */
export interface Referrers {
  readonly certain: readonly Resource[];
  readonly possible: readonly Resource[];
}

/** A property to look through for references: where it stands and how it is read. */
export interface ReferringProperty {
  /** A name of its own, by which the answers are kept. */
  readonly key: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  read(resource: Resource): Read<string>;
}

/** The resources whose `property` refers to `target`. */
export function referrersTo(stack: Stack, target: Resource, property: ReferringProperty): Referrers {
  const { graph, possible } = referrerIndex(stack, property);
  return { certain: graph.edgesTo(target.urn).flatMap(({ from }) => resourceAt(stack, from) ?? []), possible };
}

/** A top-level property that holds one reference, as a `ReferringProperty`. */
export function referring(sources: readonly string[], name: string, targets: readonly string[]): ReferringProperty {
  return {
    key: `${sources.join()} ${name} ${targets.join()}`,
    sources,
    targets,
    read: (resource) => textAt(resource, name),
  };
}

function textAt(resource: Resource, name: string): Read<string> {
  const place = { urn: resource.urn, path: name };
  const value = ownProperty(resource.properties, name);
  if (value === undefined || value === null) return { kind: "absent", place };
  return typeof value === "string" ? { kind: "known", value, place } : { kind: "unknown", place, because: "preview" };
}

interface ReferrerIndex {
  readonly graph: Graph;
  readonly possible: readonly Resource[];
}

const referrerIndexes = oncePerStack(() => new Map<string, ReferrerIndex>());

function referrerIndex(stack: Stack, property: ReferringProperty): ReferrerIndex {
  const indexes = referrerIndexes(stack);
  const made = indexes.get(property.key);
  if (made) return made;
  const index = makeReferrerIndex(stack, property);
  indexes.set(property.key, index);
  return index;
}

function makeReferrerIndex(stack: Stack, property: ReferringProperty): ReferrerIndex {
  const edges: Edge[] = [];
  const possible: Resource[] = [];
  for (const source of property.sources.flatMap((type) => resourcesOfType(stack, type))) {
    const reference = referenceOf(stack, source, property.read(source), property.targets);
    if (reference.kind === "unknown") possible.push(source);
    if (reference.kind !== "resource") continue;
    const { resource, because, place } = reference;
    edges.push({ from: source.urn, to: resource.urn, property: place.path, because });
  }
  return { graph: new Graph(edges), possible };
}

/** The resource with this URN, or `undefined`. */
export function resourceAt(stack: Stack, urn: string): Resource | undefined {
  return indexOf(stack).byUrn.get(urn);
}

/** All resources of a type, in the order of their URNs. */
export function resourcesOfType(stack: Stack, type: string): readonly Resource[] {
  return indexOf(stack).byType.get(type) ?? [];
}

interface Upstream {
  readonly found: readonly Resource[];
  /** The value came from a resource that is not in the stack. */
  readonly outside: boolean;
}

function topLevel(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? "";
}

/** Pulumi keeps dependencies for whole top-level properties. */
function upstreamOf(stack: Stack, resource: Resource, place: Place, targets: readonly string[]): Upstream {
  const property = topLevel(place.path);
  const urns = Object.hasOwn(resource.propertyDependencies, property)
    ? resource.propertyDependencies[property]
    : undefined;
  if (!urns) return { found: [], outside: false };
  const found = urns.flatMap((urn) => resourceAt(stack, urn) ?? []).filter(({ type }) => targets.includes(type));
  return { found, outside: urns.length === 0 };
}

function knownReference(
  stack: Stack,
  resource: Resource,
  text: string,
  place: Place,
  targets: readonly string[],
  upstream: Upstream,
): Reference {
  const named = identifiedBy(stack, text).filter((each) => targets.includes(each.type));
  const dependency = named.find((each) => upstream.found.includes(each));
  if (dependency) return { kind: "resource", resource: dependency, because: "dependency", place };
  const isArn = parseArn(text) !== undefined;
  const found = named.find((each) => isArn || sameRegion(resource, each) !== "no");
  if (found) return { kind: "resource", resource: found, because: isArn ? "arn" : "name", place };
  return mayNameAnother(stack, text, targets) ? { kind: "unknown", place } : { kind: "external", text, place };
}

/** Whether a text may be the name of a resource of the stack whose name a preview does not know. */
function mayNameAnother(stack: Stack, text: string, targets: readonly string[]): boolean {
  const arn = parseArn(text);
  const types = arn ? targets.filter((type) => serviceOfType(type) === arn.service && arn.account !== "aws") : targets;
  return types.some((type) => indexOf(stack).unnamed.has(type));
}

function isUnnamed({ type, properties }: Resource): boolean {
  return isUnknown(ownProperty(properties, type.startsWith("aws:s3/") ? "bucket" : "name"));
}

/** Whether a text is all that its top-level property holds, by itself or as the one item of a list. */
function standsAlone({ properties }: Resource, { path }: Place): boolean {
  const property = topLevel(path);
  const value = ownProperty(properties, property);
  return path === property || (path === `${property}[0]` && isPropertyList(value) && value.length === 1);
}

/**
 * The one resource that a property as a whole depends on is what its text was made from, even where the text names it in
 * a way of its own. A text beside others in a list may be a literal.
 */
function madeFrom({ found }: Upstream, place: Place): Reference | undefined {
  const [only, ...others] = found;
  return only && others.length === 0 ? { kind: "resource", resource: only, because: "dependency", place } : undefined;
}

/** Properties that name a resource. */
const identifyingProperties = ["arn", "id", "name", "bucket", "keyId", "url"] as const;

/** The resources of which a literal text is the ARN, the id or the name, as far as their properties are known. */
function identifiedBy(stack: Stack, text: string): readonly Resource[] {
  const { byIdentifier } = indexOf(stack);
  const wanted = withoutStreams(text);
  const exact = byIdentifier.get(wanted);
  if (exact) return exact;
  const arn = parseArn(wanted);
  if (!arn) return [];
  const names = tailsOf(arn.resource).flatMap((name) => byIdentifier.get(name) ?? []);
  return names.filter(
    (each) =>
      isUnknown(ownProperty(each.properties, "arn")) &&
      serviceOfType(each.type) === arn.service &&
      mayBeIn(each, arn.region),
  );
}

/** Whether a resource may be in the region that an ARN says; one without a region says nothing. */
function mayBeIn(resource: Resource, region: string): boolean {
  const own = valueOf(regionOf(resource));
  return region === "" || own === undefined || own === region;
}

/** The ends of an ARN's last part that could be a name: `role/team/ci` gives `role/team/ci`, `team/ci` and `ci`. */
function tailsOf(resourcePart: string): readonly string[] {
  const starts = [...resourcePart.matchAll(/[/:]/g)].slice(0, 16).map(({ index }) => index + 1);
  return [0, ...starts].map((start) => resourcePart.slice(start)).filter((tail) => tail !== "");
}

function identifiersOf(resource: Resource): readonly string[] {
  const values = identifyingProperties.map((name) => ownProperty(resource.properties, name));
  return [
    ...new Set(values.flatMap((value) => (typeof value === "string" && value !== "" ? [withoutStreams(value)] : []))),
  ];
}

/** The service in ARNs, where it is not the module of the Pulumi type. */
const serviceOfTypes: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logGroup:LogGroup": "logs",
  "aws:cloudwatch/eventRule:EventRule": "events",
  "aws:cloudwatch/eventBus:EventBus": "events",
};

function serviceOfType(type: string): string {
  return serviceOfTypes[type] ?? /^aws:([a-z0-9]+)\//.exec(type)?.[1] ?? "";
}

interface StackIndex {
  readonly byUrn: ReadonlyMap<string, Resource>;
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  readonly byIdentifier: ReadonlyMap<string, readonly Resource[]>;
  /** The types of resources whose name a preview does not know. */
  readonly unnamed: ReadonlySet<string>;
}

const indexOf = oncePerStack((stack): StackIndex => {
  const byType = new Map<string, Resource[]>();
  const byIdentifier = new Map<string, Resource[]>();
  for (const resource of stack.resources) {
    pushTo(byType, resource.type, resource);
    for (const identifier of identifiersOf(resource)) pushTo(byIdentifier, identifier, resource);
  }
  return {
    byIdentifier,
    byUrn: new Map(stack.resources.map((resource) => [resource.urn, resource])),
    byType,
    unnamed: new Set(stack.resources.filter(isUnnamed).map(({ type }) => type)),
  };
});
