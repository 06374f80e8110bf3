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
 * The stack as it would be if one resource were not in the program: properties that came from it alone are gone too,
 * since the program could not name it.
 */
export function without(stack: Stack, urn: string): Stack {
  const resources = stack.resources
    .filter((resource) => resource.urn !== urn)
    .map((resource) => withoutReferences(resource, urn));
  return makeStack({ ...stack, resources });
}

function withoutReferences(resource: Resource, urn: string): Resource {
  const own = Object.entries(resource.propertyDependencies);
  const lost = new Set(own.filter(([, urns]) => urns.length === 1 && urns[0] === urn).map(([name]) => name));
  const properties = Object.fromEntries(Object.entries(resource.properties).filter(([name]) => !lost.has(name)));
  const kept = own
    .filter(([name]) => !lost.has(name))
    .map(([name, urns]) => [name, urns.filter((each) => each !== urn)] as const);
  return {
    ...resource,
    properties,
    dependencies: resource.dependencies.filter((each) => each !== urn),
    propertyDependencies: Object.fromEntries(kept),
  };
}
