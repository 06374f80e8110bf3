import type { PropertyValue } from "../../core/properties";
import { jsonTreeOf, readJson, type JsonTree } from "../json-tree";

/** For each list that a value stands in (by number): the position of the element it belongs to. */
export type Membership = ReadonlyMap<number, number>;

/** A value that is not an object or a list, or a part that is known only after deployment. */
export type EventValue = Extract<JsonTree, { kind: "string" | "number" | "literal" | "unknown" }>;

export interface EventField {
  readonly value: EventValue;
  readonly membership: Membership;
}

/** An event laid out for matching: read it once, match it against many patterns. */
export interface EventFields {
  /** Values by path, names joined by dots. Lists add nothing to a path. */
  readonly byPath: ReadonlyMap<string, readonly EventField[]>;
  /** Parts known only after deployment, with their paths. */
  readonly unknown: readonly { readonly path: string; readonly membership: Membership }[];
}

/**
 * Lays out an event. From a text, numbers keep their spelling and duplicate keys all count, as in event-ruler
 * 2.0.1; a text that is no JSON object gives `undefined`.
 */
export function eventFields(event: PropertyValue): EventFields | undefined {
  const tree = typeof event === "string" ? treeOf(event) : jsonTreeOf(event);
  if (tree?.kind !== "object" && tree?.kind !== "unknown") return undefined;
  const layout = new Layout();
  layout.add(tree, "", new Map());
  return layout;
}

function treeOf(text: string): JsonTree | undefined {
  const read = readJson(text);
  return read.kind === "read" ? read.tree : undefined;
}

class Layout implements EventFields {
  readonly byPath = new Map<string, EventField[]>();
  readonly unknown: { path: string; membership: Membership }[] = [];
  private lists = 0;

  add(tree: JsonTree, path: string, membership: Membership): void {
    switch (tree.kind) {
      case "object":
        for (const { name, value } of tree.members) this.add(value, path === "" ? name : `${path}.${name}`, membership);
        return;
      case "array":
        this.addList(tree.items, path, membership);
        return;
      case "unknown":
        this.unknown.push({ path, membership });
        this.addValue(tree, path, membership);
        return;
      case "string":
      case "number":
      case "literal":
        this.addValue(tree, path, membership);
        return;
    }
  }

  /** Values standing directly in a list belong to no element; objects and lists in it do. */
  private addList(items: readonly JsonTree[], path: string, membership: Membership): void {
    const list = this.lists++;
    for (const [index, item] of items.entries()) {
      const nested = item.kind === "object" || item.kind === "array";
      this.add(item, path, nested ? new Map(membership).set(list, index) : membership);
    }
  }

  private addValue(value: EventValue, path: string, membership: Membership): void {
    const fields = this.byPath.get(path);
    if (fields === undefined) this.byPath.set(path, [{ value, membership }]);
    else fields.push({ value, membership });
  }
}

/** The two memberships together, or `undefined` where they name different elements of one list. */
export function merged(before: Membership, added: Membership): Membership | undefined {
  if (added.size === 0 || added === before) return before;
  if (before.size === 0) return added;
  const result = new Map(before);
  for (const [list, index] of added) {
    const known = before.get(list);
    if (known !== undefined && known !== index) return undefined;
    result.set(list, index);
  }
  return result;
}
