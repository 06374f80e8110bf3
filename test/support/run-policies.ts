import { type Policy } from "../../lib/core/policy";
import { type Violation } from "../../lib/core/finding";
import { type Resource, type Stack, makeStack } from "../../lib/core/resource";
import { type Settings, defaultSettings } from "../../lib/core/settings";
import { checkAll, crashId } from "../../lib/engine/outcome";

const now = new Date("2026-11-24T12:00:00Z");

/** A resource as the engine sees one, without anything of Pulumi's. */
export function plainResource(type: string, name: string, properties: Resource["properties"]): Resource {
  return {
    urn: `urn:pulumi:test::program::${type}::${name}`,
    type,
    name,
    properties,
    options: { protect: false, ignoreChanges: [] },
    dependencies: [],
    propertyDependencies: {},
  };
}

/** A deployed stack of some resources. */
export function plainStack(resources: readonly Resource[]): Stack {
  return makeStack({ resources, project: "program", name: "test", preview: false, now });
}

export interface Reported {
  readonly policy: Policy;
  readonly violation: Violation;
}

/** What an organization told the policies; by policy id where it is a policy's own. */
export interface Given {
  readonly settings?: Partial<Settings>;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** All violations of some policies in a stack, at their defaults but for what is given. A crash of a policy throws. */
export function violationsIn(stack: Stack, policies: readonly Policy[], given: Given = {}): readonly Reported[] {
  const settings = { ...defaultSettings, ...given.settings };
  return policies.flatMap((policy) => {
    const run = { config: policy.config?.parse(given.config?.[policy.id] ?? {}) ?? {}, settings, now };
    const { violations } = checkAll(policy, stack, run);
    const crash = violations.find(({ id }) => id === crashId);
    if (crash) throw new Error(`${policy.id} crashed at ${crash.place.urn}`);
    return violations.map((violation) => ({ policy, violation }));
  });
}
