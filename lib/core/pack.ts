import { type Level, type Severity } from "./finding";
import { type Policy } from "./policy";

/** A policy in a pack, at the level that the pack gives it. `disabled` ones are there for users to switch on. */
export interface PackEntry {
  readonly policy: Policy;
  readonly level: Level;
}

export interface Pack {
  /** The CrossGuard name of the pack. */
  readonly name: string;
  readonly title: string;
  readonly entries: readonly PackEntry[];
}

/** A pack as data: a query over the policies' metadata, with the few levels that differ. */
export interface PackDefinition {
  readonly name: string;
  readonly title: string;
  /** Policies that are not selected are in the pack at level `disabled`. */
  select(policy: Policy): boolean;
  level(policy: Policy): Level;
  readonly override?: Readonly<Record<string, Level>>;
}

/** High and critical policies stop a deployment, the others advise. */
export function bySeverity(policy: { readonly severity: Severity }): Level {
  switch (policy.severity) {
    case "critical":
    case "high":
      return "mandatory";
    case "medium":
    case "low":
      return "advisory";
  }
}

/** The pack over `policies`. Throws where an override names a policy that does not exist. */
export function resolvePack(definition: PackDefinition, policies: readonly Policy[]): Pack {
  const override = definition.override ?? {};
  const unknownName = Object.keys(override).find((id) => !policies.some((policy) => policy.id === id));
  if (unknownName !== undefined)
    throw new Error(`pack ${definition.name} overrides ${unknownName}, which does not exist`);
  const entries = policies.map((policy) => ({
    policy,
    level: override[policy.id] ?? (definition.select(policy) ? definition.level(policy) : "disabled"),
  }));
  return { name: definition.name, title: definition.title, entries };
}
