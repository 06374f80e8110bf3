import { type PropertyMap } from "./properties";

/** One resource of a program as plain data, the same for a preview, an update and an exported state. */
export interface Resource {
  readonly urn: string;
  /** Pulumi's type token, for example `aws:cloudtrail/trail:Trail`. */
  readonly type: string;
  /** The logical name that the program gave. */
  readonly name: string;
  readonly properties: PropertyMap;
  readonly options: ResourceOptions;
  readonly provider?: ProviderResource;
  /** URN of the parent; absent where it has none or where only one resource is at hand. */
  readonly parent?: string;
  /** URNs; empty where only one resource is at hand. */
  readonly dependencies: readonly string[];
  /**
   * For each property that came from other resources the URNs of those in this stack. An empty list means that
   * the value came from a resource outside the stack; a literal has no entry.
   */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

export interface ResourceOptions {
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
}

export interface ProviderResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly properties: PropertyMap;
}

/** All resources of one stack, sorted by URN, with what the edge knows of the run. */
export interface Stack {
  readonly resources: readonly Resource[];
  readonly project: string;
  readonly name: string;
  /** Whether nothing has been deployed yet, so that values may be unknown. */
  readonly preview: boolean;
  /** The time of the run. Policies never ask a clock. */
  readonly now: Date;
}

/** Sorts by URN, since Pulumi's own order differs between runs. */
export function makeStack(parts: Stack): Stack {
  const resources = [...parts.resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
  return { ...parts, resources };
}

/** Computes a thing once for a stack and hands every later caller the same. */
export function oncePerStack<T>(compute: (stack: Stack) => T): (stack: Stack) => T {
  const computed = new WeakMap<Stack, { readonly value: T }>();
  return (stack) => {
    const found = computed.get(stack);
    if (found) return found.value;
    const value = compute(stack);
    computed.set(stack, { value });
    return value;
  };
}
