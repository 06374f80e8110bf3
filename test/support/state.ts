import { type PropertyMap, type PropertyValue } from "../../lib/core/properties";
import { type Resource, type Stack, makeStack } from "../../lib/core/resource";

/** A resource as `pulumi stack export` writes it. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly protect?: boolean;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

/** Which properties of an exported resource a policy sees: inputs before it is created, outputs after. */
export type Side = "inputs" | "outputs";

/** A deployed stack as the policies see it. */
export function stackOfState(exported: readonly ExportedResource[], side: Side, now: Date): Stack {
  const resources = exported
    .filter(({ type }) => !type.startsWith("pulumi:providers:"))
    .map((each) => resourceOfState(each, side));
  return makeStack({ resources, project: "program", name: "test", preview: false, now });
}

function resourceOfState(each: ExportedResource, side: Side): Resource {
  const dependencies = Object.entries(each.propertyDependencies ?? {}).flatMap(([name, urns]) =>
    urns && urns.length > 0 ? [[name, urns] as const] : [],
  );
  return {
    urn: each.urn,
    type: each.type,
    name: each.urn.slice(each.urn.lastIndexOf("::") + 2),
    properties: propertiesOf(each[side] ?? {}),
    options: { protect: each.protect ?? false, ignoreChanges: [] },
    ...(each.parent === undefined ? {} : { parent: each.parent }),
    dependencies: each.dependencies ?? [],
    propertyDependencies: Object.fromEntries(dependencies),
  };
}

function propertiesOf(properties: Readonly<Record<string, unknown>>): PropertyMap {
  const shown = Object.entries(properties).filter(([name]) => !name.startsWith("__"));
  return Object.fromEntries(shown) as Record<string, PropertyValue>;
}

/**
 * Types that are nothing without the resource that they name: a program that takes that away takes them away as well.
 */
const parts =
  /:(RolePolicyAttachment|Bucket[A-Z]\w*|TopicPolicy|TopicSubscription|QueuePolicy|EventTarget|Permission|FunctionEventInvokeConfig|DeliveryChannel|RecorderStatus)$/;

/**
 * The stack as it would be if one resource were not in the program: its parts are gone with it, and so are properties
 * that came from it alone, since the program could not name it.
 */
export function without(stack: Stack, urn: string): Stack {
  const gone = new Set([
    urn,
    ...stack.resources
      .filter((resource) => parts.test(resource.type) && isNamedIn(resource, urn))
      .map((part) => part.urn),
  ]);
  const resources = stack.resources.filter((resource) => !gone.has(resource.urn));
  return makeStack({ ...stack, resources: resources.map((resource) => withoutReferences(resource, gone)) });
}

function isNamedIn(resource: Resource, urn: string): boolean {
  return Object.values(resource.propertyDependencies).some((urns) => urns.includes(urn));
}

function withoutReferences(resource: Resource, gone: ReadonlySet<string>): Resource {
  const own = Object.entries(resource.propertyDependencies);
  const lost = new Set(
    own.filter(([, urns]) => urns.length > 0 && urns.every((each) => gone.has(each))).map(([name]) => name),
  );
  const kept = own
    .filter(([name]) => !lost.has(name))
    .map(([name, urns]) => [name, urns.filter((each) => !gone.has(each))] as const);
  return {
    ...resource,
    properties: Object.fromEntries(Object.entries(resource.properties).filter(([name]) => !lost.has(name))),
    dependencies: resource.dependencies.filter((each) => !gone.has(each)),
    propertyDependencies: Object.fromEntries(kept),
  };
}
